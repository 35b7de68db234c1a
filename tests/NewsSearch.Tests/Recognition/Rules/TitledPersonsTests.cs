using Recognition.Rules;

namespace NewsSearch.Tests.Recognition.Rules;

public sealed class TitledPersonsTests
{
    [Theory]
    [InlineData("Mr [al-Assad]L left", "Mr [al-Assad]P left")]
    [InlineData("Mr al-Assad left", "Mr [al-Assad]P left")]
    [InlineData("said Mrs. [Washington]L .", "said Mrs. [Washington]P .")]
    [InlineData("[Mr Ford]O spoke", "[Mr Ford]P spoke")]
    [InlineData("[Mr Ford]P met Ms [Paris]L in [Paris]L", "[Mr Ford]P met Ms [Paris]P in [Paris]L")]
    public void Whoever_has_a_title_is_a_person(string document, string expected) =>
        Assert.Equal(expected, MarkedNames.After(document, new TitledPersons()));

    [Theory]
    [InlineData("Miss [Universe]O was held in [Assad]L")]
    [InlineData("Mr Speaker , [Syria]L is near")]
    [InlineData("Mr left al-Hasakah")]
    public void Other_names_stay_what_they_are(string document) =>
        Assert.Equal(document, MarkedNames.After(document, new TitledPersons()));
}
