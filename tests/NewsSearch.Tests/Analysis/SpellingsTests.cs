using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

/// <summary>Alternative spellings of acronyms, numbers and hyphenated words.</summary>
public sealed class SpellingsTests
{
    [Theory]
    [InlineData("U.S", "US")]
    [InlineData("N.A.T.O", "NATO")]
    [InlineData("a.m", "am")]
    [InlineData("US", null)]
    [InlineData("U.S.", null)]
    [InlineData("U..S", null)]
    [InlineData("1.2", null)]
    [InlineData("ab.c", null)]
    [InlineData("A.B.C.D.E.F.G.H.I.J.K.L.M.N.O.P.Q", null)]
    public void Single_letters_with_dots_are_an_acronym(string word, string? letters) =>
        Assert.Equal(letters, AcronymSpelling.Undotted(word));

    [Theory]
    [InlineData("US", "U.S")]
    [InlineData("UN", "U.N")]
    [InlineData("us", null)]
    [InlineData("Us", null)]
    [InlineData("USA", null)]
    [InlineData("U2", null)]
    public void Two_capitals_may_be_dotted(string word, string? dotted) => Assert.Equal(dotted, AcronymSpelling.Dotted(word));

    [Theory]
    [InlineData("10,000", '.', "10000")]
    [InlineData("1,000,000", '.', "1000000")]
    [InlineData("10.000", ',', "10000")]
    [InlineData("10'000", '.', "10000")]
    [InlineData("10,000m", '.', "10000m")]
    [InlineData("10,000", ',', null)]
    [InlineData("1.000.000", '.', "1000000")]
    [InlineData("10,00", '.', null)]
    [InlineData("10,0000", '.', null)]
    [InlineData("0,500", '.', null)]
    [InlineData("1234,567", '.', null)]
    [InlineData("1,000.500", '.', "1000.500")]
    [InlineData("10,000,00", '.', null)]
    [InlineData("ab,cde", '.', null)]
    public void Thousands_are_ungrouped_where_the_sign_is_no_decimal_sign(string word, char decimalSign, string? number) =>
        Assert.Equal(number, NumberSpelling.Ungrouped(word, decimalSign));

    [Theory]
    [InlineData("10", "000", true)]
    [InlineData("1", "234", true)]
    [InlineData("1000", "000", false)]
    [InlineData("10", "00", false)]
    [InlineData("a", "000", false)]
    public void Groups_with_a_space_between_them_are_one_number(string before, string next, bool isOne) =>
        Assert.Equal(isOne, NumberSpelling.Continues(before, next));

    [Theory]
    [InlineData("e", "mail", true)]
    [InlineData("covid", "19", true)]
    [InlineData("19", "year", true)]
    [InlineData("2", "1", false)]
    [InlineData("1980", "81", false)]
    [InlineData("a.b", "c", false)]
    [InlineData("mother", "in's", true)]
    public void Parts_with_a_hyphen_may_be_written_as_one_word(string left, string right, bool may) =>
        Assert.Equal(may, JoinedSpelling.MayJoin(left, right));
}
