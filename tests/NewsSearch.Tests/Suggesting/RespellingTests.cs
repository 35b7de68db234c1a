using NewsIndex.Queries;
using NewsIndex.Suggesting;

namespace NewsSearch.Tests.Suggesting;

public sealed class RespellingTests
{
    private static readonly Dictionary<string, string> Spellings =
        new() { ["oli"] = "oil", ["OLI"] = "oil", ["Oli"] = "oil", ["prcie"] = "price" };

    [Theory]
    [InlineData("oli", "oil")]
    [InlineData("oli prcie", "oil price")]
    [InlineData("oli OR gas", "oil OR gas")]
    [InlineData("\"oli prcie\"", "\"oil price\"")]
    [InlineData("\"oli prcie\"~2", "\"oil price\"~2")]
    [InlineData("exact:\"OLI Oli oli\"", "exact:\"OIL Oil oil\"")]
    [InlineData("oli NEAR/5 prcie", "oil NEAR/5 price")]
    [InlineData("headline:oli", "headline:oil")]
    [InlineData("oli^2", "oil^2")]
    [InlineData("gas", "gas")]
    public void Words_are_replaced_wherever_they_stand(string typed, string expected) =>
        Assert.Equal(Read(expected).ToString(), Respelling.Respell(Read(typed), Spellings.GetValueOrDefault).ToString());

    [Theory]
    [InlineData("gas NOT oli", "gas")]
    [InlineData("person:oli", "")]
    [InlineData("source:oli gas", "gas")]
    [InlineData("oli*", "")]
    [InlineData("oli~1", "")]
    [InlineData("\"gas oli\" oli", "gas oli oli")]
    [InlineData("gas NOT NEAR/5 oli", "gas")]
    public void Names_labels_patterns_and_what_is_excluded_are_not_misspelt(string typed, string expected) =>
        Assert.Equal(expected, string.Join(' ', Respelling.WordsOf(Read(typed))));

    [Theory]
    [InlineData("gas NOT oli")]
    [InlineData("source:oli gas")]
    [InlineData("gas oli*")]
    public void What_is_not_misspelt_is_kept(string typed) =>
        Assert.Equal(Read(typed).ToString(), Respelling.Respell(Read(typed), Spellings.GetValueOrDefault).ToString());

    private static Query Read(string typed) => QueryReader.Read(typed).Query!;
}
