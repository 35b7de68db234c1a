using Recognition.Rules;

namespace NewsSearch.Tests.Recognition.Rules;

public sealed class ScorecardsTests
{
    [Theory]
    [InlineData(
        "Aamir Sohail c Croft b Gough 33 Moin Khan lbw b Mullally 0",
        "[Aamir Sohail]P c [Croft]P b [Gough]P 33 [Moin Khan]P lbw b [Mullally]P 0")]
    [InlineData(
        "[England]L : N. Knight st Moin Khan b Saqlain Mushtaq 113",
        "[England]L : [N. Knight]P st [Moin Khan]P b [Saqlain Mushtaq]P 113")]
    [InlineData("Wasim c One Two Three Four b Gough 4", "[Wasim]P c [One Two Three]P Four b [Gough]P 4")]
    [InlineData("Vitamin b Complex is sold", "Vitamin b Complex is sold")]
    [InlineData("see clauses a , b and c of the [Act]O", "see clauses a , b and c of the [Act]O")]
    public void How_cricketers_were_out_names_them(string document, string expected) =>
        Assert.Equal(expected, MarkedNames.After(document, new Scorecards()));
}
