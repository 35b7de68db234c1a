using Recognition.Rules;

namespace NewsSearch.Tests.Recognition.Rules;

public sealed class PersonBoundsTests
{
    [Theory]
    [InlineData("[Mushtaq Ahmed 46 M. Atherton]P 30", "[Mushtaq Ahmed]P 46 [M. Atherton]P 30")]
    [InlineData("[Ijaz Ahmed 79]P ;", "[Ijaz Ahmed]P 79 ;")]
    [InlineData("[Thomas * Harold Baines]P and", "[Thomas]P * [Harold Baines]P and")]
    [InlineData("( [Lindsay ) Davenport]P", "( [Lindsay]P ) [Davenport]P")]
    [InlineData("[Alan ( A.J.P. ) Taylor]P died", "[Alan ( A.J.P. ) Taylor]P died")]
    [InlineData("met [Jose Miguel Insulza Monday]P for talks", "met [Jose Miguel Insulza]P Monday for talks")]
    [InlineData("[50 Cent]P sang with [8-Ball]P and [Ann Lee 3]P", "[50 Cent]P sang with [8-Ball]P and [Ann Lee]P 3")]
    [InlineData("[Rick Monday]P singled", "[Rick]P Monday singled")]
    [InlineData("the [Tuesday 3]O and [Area 51]L", "the [Tuesday 3]O and [Area 51]L")]
    public void Numbers_stars_half_parentheses_and_days_are_no_part_of_a_person(string document, string expected) =>
        Assert.Equal(expected, MarkedNames.After(document, new PersonBounds()));

    [Theory]
    [InlineData("[Glenn Somerville WASHINGTON]P 1996-08-30", "[Glenn Somerville]P [WASHINGTON]L 1996-08-30")]
    [InlineData("[Rolf Soderlind LONGYEAR]P , Norway 1996-08-30", "[Rolf Soderlind]P [LONGYEAR]L , Norway 1996-08-30")]
    [InlineData("[Vera Haller NEW YORK]P , Aug 30", "[Vera Haller]P [NEW YORK]L , Aug 30")]
    [InlineData("[Kofi Atta ANNAN]P said", "[Kofi Atta ANNAN]P said")]
    [InlineData("[Kofi ANNAN]P 1996-08-30", "[Kofi ANNAN]P 1996-08-30")]
    [InlineData("[GLENN SOMERVILLE WASHINGTON]P 1996-08-30", "[GLENN SOMERVILLE WASHINGTON]P 1996-08-30")]
    public void A_place_in_capitals_with_a_date_behind_it_begins_a_report(string document, string expected) =>
        Assert.Equal(expected, MarkedNames.After(document, new PersonBounds()));
}
