using Recognition.Rules;

namespace NewsSearch.Tests.Recognition.Rules;

public sealed class DatelinePlacesTests
{
    [Theory]
    [InlineData(
        "[OAK BROOK]P , Ill. , March 3 - A firm moved .|[Oak Brook]P is near .",
        "[OAK BROOK]L , Ill. , March 3 - A firm moved .|[Oak Brook]L is near .")]
    [InlineData(
        "[OAK BROOK]P , March 3 ( Reuters ) - A firm moved .|[Oak Brook]P is near .",
        "[OAK BROOK]L , March 3 ( Reuters ) - A firm moved .|[Oak Brook]L is near .")]
    [InlineData(
        "[OAK BROOK]P , who was born on March 3 , spoke .|[Oak Brook]P said so .",
        "[OAK BROOK]P , who was born on March 3 , spoke .|[Oak Brook]P said so .")]
    [InlineData(
        "[OAK BROOK]P met Ann on March 3 - said Ann .|[Oak Brook]P said so .",
        "[OAK BROOK]P met Ann on March 3 - said Ann .|[Oak Brook]P said so .")]
    public void What_a_report_is_dated_from_is_a_place_throughout(string document, string expected) =>
        Assert.Equal(expected, MarkedNames.After(document, new DatelinePlaces()));
}
