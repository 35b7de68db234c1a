using Recognition.Rules;

namespace NewsSearch.Tests.Recognition.Rules;

public sealed class CarriedSurnamesTests
{
    [Theory]
    [InlineData("[MaliVai Washington]P won .|[Washington]L found the net", "[MaliVai Washington]P won .|[Washington]P found the net")]
    [InlineData(
        "[Billie Jean King]P spoke .|both matches and King is ready",
        "[Billie Jean King]P spoke .|both matches and [King]P is ready")]
    [InlineData("[Billie Jean King]P spoke .|King said so", "[Billie Jean King]P spoke .|[King]P said so")]
    [InlineData("[Sammy Davis Jr.]P sang .|[Davis]O sang", "[Sammy Davis Jr.]P sang .|[Davis]P sang")]
    [InlineData("[Moqtada al-Sadr]P spoke .|[Al-Sadr]O said so", "[Moqtada al-Sadr]P spoke .|[Al-Sadr]P said so")]
    [InlineData("[Moqtada al-Sadr]P spoke .|then [Sadr]L left", "[Moqtada al-Sadr]P spoke .|then [Sadr]P left")]
    [InlineData("[Bashar Assad]P spoke .|then al-Assad left", "[Bashar Assad]P spoke .|then [al-Assad]P left")]
    public void The_surname_of_a_person_named_in_full_is_that_person(string document, string expected) =>
        Assert.Equal(expected, MarkedNames.After(document, new CarriedSurnames()));

    [Theory]
    [InlineData("[MaliVai Washington]P won in [Washington]L .|[Washington]L slept")]
    [InlineData("[MaliVai Washington]P won .|[Washington Post]O wrote .|[Washington]L slept")]
    [InlineData("[WASHINGTON]L ( AP ) .|[MaliVai Washington]P won .|[Washington]L slept")]
    [InlineData("[Anna Price]P spoke .|Price cuts came")]
    [InlineData("[Billie Jean King]P met King [Hussein]P")]
    [InlineData("[Billie Jean King]P met a king")]
    [InlineData("[Kim]P met the [Kim]O")]
    public void Other_names_places_and_words_stay_what_they_are(string document) =>
        Assert.Equal(document, MarkedNames.After(document, new CarriedSurnames()));
}
