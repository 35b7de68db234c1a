using Recognition.Rules;

namespace NewsSearch.Tests.Recognition.Rules;

public sealed class FirmNamesTests
{
    [Theory]
    [InlineData("[Kidder]P , [Peabody]P and Co said", "[Kidder , Peabody and Co]O said")]
    [InlineData("[Stifel]P , [Nicolaus]P & Co Inc said", "[Stifel , Nicolaus & Co Inc]O said")]
    [InlineData("[Bybee]P and Associates said", "[Bybee and Associates]O said")]
    [InlineData("[Kidder]P , [Peabody]P and Co . [Kidder]P said", "[Kidder , Peabody and Co]O . [Kidder]O said")]
    [InlineData("[Kidder]P , [Peabody]P and Co . Mr [Kidder]P said", "[Kidder , Peabody and Co]O . Mr [Kidder]P said")]
    [InlineData("[Kidder]P and [Peabody]P said", "[Kidder]P and [Peabody]P said")]
    [InlineData("coffee and Co said [Kidder]P", "coffee and Co said [Kidder]P")]
    [InlineData("[Reagan]P met [Dillon]P , [Read]P and Co", "[Reagan]P met [Dillon , Read and Co]O")]
    public void Partners_are_one_firm_and_the_first_of_them_is_short_for_it(string document, string expected) =>
        Assert.Equal(expected, MarkedNames.After(document, new FirmNames()));

    [Theory]
    [InlineData("[Pirelli]P rose .|[Pirelli]P SpA said", "[Pirelli]O rose .|[Pirelli SpA]O said")]
    [InlineData("[Philip Morris]P Inc said", "[Philip Morris Inc]O said")]
    [InlineData("[Philip Morris]P said Inc was short", "[Philip Morris]P said Inc was short")]
    [InlineData("[Leopoldo Pirelli]P of [Pirelli]P SpA .|[Pirelli]P said", "[Leopoldo Pirelli]P of [Pirelli SpA]O .|[Pirelli]P said")]
    public void A_legal_form_makes_a_firm_of_the_name_in_front_of_it(string document, string expected) =>
        Assert.Equal(expected, MarkedNames.After(document, new FirmNames()));
}
