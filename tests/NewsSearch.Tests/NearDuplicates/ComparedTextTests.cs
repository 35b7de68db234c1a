using NewsIndex.NearDuplicates;

namespace NewsSearch.Tests.NearDuplicates;

public sealed class ComparedTextTests
{
    private const string Story =
        "The harbour was closed on Friday morning after a ship ran aground in thick fog near the northern pier, the port said. Nobody was "
        + "hurt, and tugs will try to free her at high water tonight, when the wind is expected to fall.";
    private const string Paywall =
        "You have reached your limit of free articles for this month. To continue reading, subscribe or log in. Subscribers have access "
        + "to the whole archive.";
    private const string Chinese = "北京大学的学生昨天在图书馆前举行了一次关于城市交通问题的公开讨论会，市长和三名教授回答了他们的提问。";

    [Theory]
    [InlineData("The Weekly Ship", "summary", "Why vote.gov supports multiple languages", "summary", false)]
    [InlineData("Senior Executives Part 4", "x", "The Weekly Ship of the Whole Fleet", "x", false)]
    [InlineData("A guide to plain language for offices", "Read more", "How a ship is launched in the north", "Read more", false)]
    [InlineData("A guide to plain language for offices", "This page has moved. Please update your bookmarks.",
        "How a ship is launched in the north", "This page has moved. Please update your bookmarks.", false)]
    [InlineData("A guide to plain language for offices", "Read more", "A guide to plain language for offices", "Read more", true)]
    [InlineData("A guide to plain language for offices", "", "A GUIDE TO PLAIN LANGUAGE FOR OFFICES", "", true)]
    [InlineData("A guide to plain language for offices", Paywall, "How a ship is launched in the north", Paywall, false)]
    [InlineData("A guide to plain language for offices", Paywall, "UPDATE 1 A guide to plain language for offices", Paywall, true)]
    [InlineData("Weather", "", "Weather", "", false)]
    [InlineData("Weather", "Blah blah blah.", "Weather", "Blah blah blah.", false)]
    [InlineData("", "", "", "", false)]
    [InlineData("Harbour closed", Story, "Ship aground", Story, true)]
    [InlineData("大学讨论会", Chinese, "学生讨论交通", Chinese, true)]
    [InlineData("大学", "更多", "交通", "更多", false)]
    [InlineData("学生讨论城市交通问题", "更多", "学生讨论城市交通问题", "更多", true)]
    public void Articles_are_copies_by_their_text_and_short_ones_by_their_headline_too(string headline, string body, string other,
        string otherBody, bool copies) =>
        Assert.Equal(copies, TextShingles.Resemblance(ShinglesOf(headline, body), ShinglesOf(other, otherBody)) >= CopyGroups.Threshold);

    [Theory]
    [InlineData("", "")]
    [InlineData("Harbour closed", Story)]
    [InlineData("Harbour closed", Paywall)]
    [InlineData("大学讨论会", Chinese)]
    public void The_shingles_are_those_of_the_text(string headline, string body) =>
        Assert.Equal(TextShingles.Of(ComparedText.Of(headline, body)), ShinglesOf(headline, body));

    private static ulong[] ShinglesOf(string headline, string body) => ComparedText.ShinglesOf(headline, body);
}
