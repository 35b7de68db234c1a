using Enrichment.Languages;
using Enrichment.WordTables;

namespace NewsSearch.Tests.Languages;

public sealed class FunctionWordsTests
{
    [Theory]
    [InlineData("the", "en")]
    [InlineData("und", "de")]
    [InlineData("och", "sv")]
    [InlineData("og", "da no")]
    [InlineData("що", "uk")]
    [InlineData("harbour", "")]
    [InlineData("The", "")]
    public void Gives_the_languages_of_a_word(string word, string languages) =>
        Assert.Equal(languages, string.Join(' ', FunctionWords.LanguagesOf(word).Order(StringComparer.Ordinal)));

    [Fact]
    public void Knows_each_word_of_the_table_in_its_language() =>
        Assert.All(
            WordTable.Read(typeof(FunctionWords), "function-words.tsv").Rows,
            row => Assert.All(row.Value.Split(' '), word => Assert.Contains(row.Key, FunctionWords.LanguagesOf(word))));

    [Fact]
    public void Has_words_in_lower_case_up_to_the_maximum_length() =>
        Assert.All(
            WordTable.Read(typeof(FunctionWords), "function-words.tsv").Rows.SelectMany(row => row.Value.Split(' ')),
            word => Assert.True(!word.Any(char.IsUpper) && word.Length <= FunctionWords.MaxLength, word));
}
