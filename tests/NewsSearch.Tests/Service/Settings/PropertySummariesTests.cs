using System.Xml.Linq;
using SearchService.Settings;

namespace NewsSearch.Tests.Service.Settings;

public sealed class PropertySummariesTests
{
    [Theory]
    [InlineData("Weight of age.\n    0 to 10.", "Weight of age. 0 to 10.")]
    [InlineData("Default: <c>none</c>.", "Default: none.")]
    [InlineData("Applies as <see cref=\"P:NewsIndex.Ranking.RankingOptions.MeaningWeight\" /> does.", "Applies as MeaningWeight does.")]
    [InlineData("What <see cref=\"M:System.Math.Max(System.Int32,System.Int32)\" /> gives.", "What Max gives.")]
    [InlineData("See <see cref=\"T:System.Range\">ranges</see>.", "See ranges.")]
    [InlineData("Off when <see langword=\"null\" />.", "Off when null.")]
    public void A_summary_reads_as_a_text_with_the_names_that_it_refers_to(string summary, string text) =>
        Assert.Equal(text, PropertySummaries.OfElement(XElement.Parse($"<summary>{summary}</summary>")));

    [Fact]
    public void No_setting_has_a_summary_with_a_gap() =>
        Assert.All(ServiceSetting.All, setting => Assert.DoesNotMatch(@" [,.;:]| as does", setting.Summary));
}
