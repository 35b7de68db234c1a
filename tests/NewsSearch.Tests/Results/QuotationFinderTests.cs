using NewsIndex.Results;

namespace NewsSearch.Tests.Results;

public sealed class QuotationFinderTests
{
    [Theory]
    [InlineData("Roe said \"no\" and \"never\".", "no/Roe, never/Roe")]
    [InlineData("\"No,\" said Roe.\n\n\"Yes,\" said Doe.", "No,/Roe")]
    [InlineData("\"Roe is ill,\" said Doe.", "")]
    [InlineData("Roe: \"open until the end\n\nDoe: \"yes\"", "open until the end/Roe")]
    [InlineData("Roe said “no”, « jamais » and „nein“.", "no/Roe,  jamais /Roe, nein/Roe")]
    [InlineData("Roe said \"\" and \"!\".", "")]
    [InlineData("Roe spoke. \"A,\" then Roe left.", "A,/Roe")]
    [InlineData("No name here: \"no\".", "")]
    [InlineData("", "")]
    public void Quotations_beside_a_name_are_found(string text, string expected)
    {
        var found = QuotationFinder.Find(text, Names(text)).Select(each => $"{Of(each.Words)}/{Of(each.Speaker)}");
        Assert.Equal(expected, string.Join(", ", found));

        string Of(TextRange range) => text[range.Start..range.End];
    }

    [Fact]
    public void The_nearest_name_is_the_speaker()
    {
        const string Text = "Roe came. Later \"no\" was what Roe said.";
        Assert.Equal(new TextRange(30, 33), QuotationFinder.Find(Text, Names(Text)).Single().Speaker);
    }

    private static List<TextRange> Names(string text)
    {
        var names = new List<TextRange>();
        for (var at = text.IndexOf("Roe", StringComparison.Ordinal); at >= 0; at = text.IndexOf("Roe", at + 1, StringComparison.Ordinal))
            names.Add(new TextRange(at, at + 3));
        return names;
    }
}
