using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

public sealed class LetterFoldingTests
{
    [Theory]
    [InlineData("são", "sao")]
    [InlineData("łódź", "lodz")]
    [InlineData("straße", "strasse")]
    [InlineData("æsop", "aesop")]
    [InlineData("œuvre", "oeuvre")]
    [InlineData("øre", "ore")]
    [InlineData("þór", "thor")]
    [InlineData("ǣ", "ae")]
    [InlineData("ǽ", "ae")]
    [InlineData("ǿre", "ore")]
    [InlineData("ǟ", "a")]
    [InlineData("ёлка", "елка")]
    [InlineData("άνθρωπος", "ανθρωποσ")]
    [InlineData("ḥasan", "hasan")]
    [InlineData("ırmak", "irmak")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("١٩٨٧", "1987")]
    [InlineData("storm", null)]
    [InlineData("йод", null)]
    [InlineData("कि", null)]
    public void Marks_of_letters_are_folded_where_readers_leave_them_out(string word, string? folded) =>
        Assert.Equal(folded, LetterFolding.Fold(word));

    [Theory]
    [InlineData("müller", "mueller")]
    [InlineData("ørsted", "oersted")]
    [InlineData("århus", "aarhus")]
    [InlineData("jäger", "jaeger")]
    [InlineData("garcía", null)]
    [InlineData("storm", null)]
    public void Umlauts_are_spelt_with_two_letters(string word, string? spelt) => Assert.Equal(spelt, LetterFolding.Spell(word));

    [Fact]
    public void Folding_a_folded_letter_changes_nothing() =>
        Assert.All(
            Enumerable.Range(0x80, 0xD800 - 0x80)
                .Select(code => ((char)code).ToString().Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant())
                .Select(letter => LetterFolding.Fold(letter))
                .OfType<string>(),
            folded => Assert.Null(LetterFolding.Fold(folded)));
}
