using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

/// <summary>Which English words are forms of one another.</summary>
public sealed class EnglishStemsTests
{
    [Theory]
    [InlineData("woman women")]
    [InlineData("child children")]
    [InlineData("mouse mice")]
    [InlineData("man men")]
    [InlineData("spokesman spokesmen")]
    [InlineData("run ran running runs")]
    [InlineData("buy bought buying")]
    [InlineData("sell sold")]
    [InlineData("analysis analyses")]
    [InlineData("crisis crises")]
    [InlineData("add added adding adds")]
    [InlineData("organise organize organised organizing organisation organization organizations")]
    [InlineData("privatise privatization")]
    [InlineData("election elections")]
    [InlineData("university universities")]
    [InlineData("international internationally")]
    [InlineData("business businesses")]
    [InlineData("gas gases")]
    [InlineData("minister ministers minister's")]
    [InlineData("dying die dies")]
    [InlineData("negotiate negotiations")]
    public void Finds_the_forms_of_a_word(string forms) => Assert.Single(forms.Split(' ').Select(StemOf).Distinct());

    [Theory]
    [InlineData("university universe universal")]
    [InlineData("news new")]
    [InlineData("organization organ organic")]
    [InlineData("international internal intern")]
    [InlineData("general generous generate")]
    [InlineData("important import")]
    [InlineData("author authority")]
    [InlineData("past paste")]
    [InlineData("paris pari")]
    [InlineData("add ad")]
    [InlineData("united unit")]
    [InlineData("business busy")]
    [InlineData("political polite")]
    [InlineData("policy police")]
    [InlineData("customer custom")]
    [InlineData("critical critic")]
    [InlineData("mineral miner")]
    [InlineData("rose rise")]
    [InlineData("advise adviz")]
    public void Keeps_words_of_other_meanings_apart(string words) =>
        Assert.Equal(words.Split(' ').Length, words.Split(' ').Select(StemOf).Distinct().Count());

    [Fact]
    public void Each_line_of_the_tables_is_about_another_word()
    {
        var forms = Lines("english-forms.tsv");
        Assert.All(forms, line => Assert.Equal(StemOf(line[0]), StemOf(line[1])));
        Assert.All(forms, line => Assert.DoesNotContain(forms, other => other[0] == line[1]));
        Assert.All(Lines("english-stems.tsv"), line => Assert.Equal(line[1], StemOf(line[0])));
        Assert.All(Lines("english-ize.tsv"), line => Assert.Equal(StemOf(line[0] + "ized"), StemOf(line[0] + "ised")));
    }

    private static string StemOf(string word) => NewsAnalyzer.Instance.Analyse("text", "en", word)[0].Term.TrimEnd('\uE000');

    private static List<string[]> Lines(string table) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "src", "NewsIndex", "Analysis", table)).Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))];
}
