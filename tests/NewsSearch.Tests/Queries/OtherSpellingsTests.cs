using CsCheck;
using NewsIndex.Queries;
using NewsIndex.QueryText;

namespace NewsSearch.Tests.Queries;

/// <summary>
/// Signs and words that mean something in other systems: read as there, or told in a notice, and never dropped in silence.
/// </summary>
public sealed class OtherSpellingsTests
{
    [Theory]
    [InlineData("who is paul volcker?", "who AND is AND paul AND volcker", "/volcker./")]
    [InlineData("(fox? OR cat?!) barn", "(fox OR cat) AND barn", "read as punctuation")]
    [InlineData("headline:fox?", "headline:fox", "read as punctuation")]
    [InlineData("qui est volcker ?", "qui AND est AND volcker", "read as punctuation")]
    [InlineData("stop !", "stop", "read as punctuation")]
    [InlineData("fox !barn", "fox AND NOT barn", "read as NOT")]
    [InlineData("fox !(barn OR cat)", "fox AND NOT (barn OR cat)", "read as NOT")]
    [InlineData("elect! fraud", "elect* AND fraud", "as Lexis has it")]
    [InlineData("fox | cat", "fox OR cat", "read as OR")]
    [InlineData("fox Or cat", "fox AND Or AND cat", "the operator is OR")]
    [InlineData("fox And cat", "fox AND And AND cat", "the operator is AND")]
    [InlineData("fox Not cat", "fox AND Not AND cat", "the operator is NOT")]
    [InlineData("oil N5 price", "oil AND N5 AND price", "NEAR/5")]
    [InlineData("oil w5 price", "oil AND w5 AND price", "PRE/5")]
    [InlineData("oil +5 price", "oil AND 5 AND price", "PRE/5")]
    [InlineData("oil +s price", "oil AND s AND price", "PRE/S")]
    [InlineData("oil adj price", "oil AND adj AND price", "PRE/5")]
    [InlineData("oil adj3 price", "oil PRE/3 price", "PRE/3: in this order")]
    [InlineData("oil XOR price", "oil AND XOR AND price", "the operators are")]
    [InlineData("oil within5 price", "oil AND within5 AND price", "NEAR/5")]
    [InlineData("oil NEAR price", "oil AND NEAR AND price", "NEAR/5")]
    [InlineData("source: Reuters", "source:\"Reuters\"", "read as the field")]
    [InlineData("Title : storm", "headline:storm", "read as the field")]
    [InlineData("source :\"Set A\"", "source:\"Set A\"", "read as the field")]
    [InlineData("sorce: Reuters", "sorce\\: AND Reuters", "the field is source:")]
    [InlineData("[1987 TO 1988]", "\\[1987 AND TO AND 1988\\]", "date:[1987 TO 1988]")]
    [InlineData("storm --florida", "storm AND florida", "read as a dash")]
    [InlineData("storm \u2014florida", "storm AND florida", "read as a dash")]
    [InlineData("'prime minister' speaks", "'prime AND minister' AND speaks", "make no phrase")]
    [InlineData("storm * coast", "storm AND coast", "every article")]
    [InlineData("C++", "C++", "exact:\"C++\"")]
    [InlineData("C# code", "C# AND code", "exact:\"C#\"")]
    [InlineData("headline:#MeToo", "headline:#MeToo", "The sign \"#\"")]
    [InlineData("@user", "@user", "The sign \"@\"")]
    [InlineData("$5", "$5", "The sign \"$\"")]
    [InlineData("50%", "50%", "The sign \"%\"")]
    [InlineData(".NET", ".NET", "The sign \".\"")]
    [InlineData("\"the #MeToo movement\"", "\"the #MeToo movement\"", "exact:\"the #MeToo movement\"")]
    [InlineData("/anti-semit.*/", "/anti-semit.*/", "fits single words")]
    [InlineData("\"elect! fraud\"", "\"elect! fraud\"", "in a phrase")]
    [InlineData("https://a.b/c?id=7", "\"https://a.b/c?id=7\"", "read as an address")]
    [InlineData("www.example.com/page.html?id=7", "\"www.example.com/page.html?id=7\"", "read as an address")]
    [InlineData("stocks crash??", "stocks AND crash", "exactly 2 more letters write /crash../")]
    [InlineData("-5 degrees", "NOT 5 AND degrees", "the sign of a number is not searched")]
    [InlineData("storm \u2013florida", "storm AND NOT florida", "was read as NOT")]
    [InlineData("storm,coast", "storm,coast", "side by side")]
    [InlineData("storm;coast...cliff", "storm;coast...cliff", "side by side")]
    [InlineData("`prime minister` speaks", "`prime AND minister` AND speaks", "make no phrase")]
    [InlineData("-", "*", "every article is found")]
    public void Reads_with_a_notice(string typed, string canonical, string notice)
    {
        var reading = QueryReader.Read(typed);
        Assert.Equal(canonical, reading.Query?.ToString());
        Assert.Contains(reading.Notices, each => each.Contains(notice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wom?n", "wom?n")]
    [InlineData("wom?n?", "wom?n?")]
    [InlineData("fox?*", "fox?*")]
    [InlineData("what\\?", "what\\?")]
    [InlineData("fox && barn", "fox AND barn")]
    [InlineData("fox&&barn", "fox AND barn")]
    [InlineData("fox || barn", "fox OR barn")]
    [InlineData("storm - coast", "storm AND coast")]
    [InlineData("oil /5 price", "oil NEAR/5 price")]
    [InlineData("oil /p price", "oil W/P price")]
    [InlineData("oil ADJ price", "oil PRE/1 price")]
    [InlineData("oil Near/5 price", "oil NEAR/5 price")]
    [InlineData("storm not w/5 coast", "storm NOT NEAR/5 coast")]
    [InlineData("Brexit: what now", "Brexit\\: AND what AND now")]
    [InlineData("_exists_:date", "NOT date:none")]
    [InlineData("AT&T", "AT&T")]
    [InlineData("\"M & S\"", "\"M & S\"")]
    [InlineData("well-being", "well-being")]
    [InlineData("don't U.S. 1,000", "don't AND U.S. AND 1,000")]
    [InlineData("exact:\"C++\" exact:#MeToo", "exact:\"C++\" AND exact:\"#MeToo\"")]
    [InlineData("exact:\"elect*\"", "exact:\"elect\\*\"")]
    [InlineData("\"who is paul volcker?\"", "\"who is paul volcker?\"")]
    [InlineData("\"www.example.com/page.html?id=7\"", "\"www.example.com/page.html?id=7\"")]
    [InlineData("near20:\"oil pric*\"", "oil NEAR/20 pric*")]
    [InlineData("repeat3:\"oil pric*\"", "ATLEAST/3 \"oil pric*\"")]
    [InlineData("quote:\"new tax*\"", "quote:(\"new tax*\")")]
    [InlineData("source:Yahoo!", "source:\"Yahoo!\"")]
    public void Reads_without_a_notice(string typed, string canonical)
    {
        var reading = QueryReader.Read(typed);
        Assert.Equal(canonical, reading.Query?.ToString());
        Assert.Empty(reading.Notices);
    }

    private static readonly string[] Words =
        ["storm", "oil", "N5", "Volcker", "fox-it", "AT&T", "C++", "#MeToo", "elect*", "wom?n", "*-semitic", "U.S.", "don't", "7",
        "source"];

    private static readonly string[] Signs =
        [" ", " ", " ", " AND ", " OR ", " | ", " || ", " && ", "?", "!", " !", " ! ", "? ", " -- ", " --", "- ", ": ", " : ", "; ", ", ",
            "'", " /5 ", " +5 ", " ADJ ", " @", "$", "%", "(", ")", "\"", "*", "=", "/", "&"];

    private static readonly Gen<string> Typed = Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Signs.Length - 1])
        .Select((word, sign) => Words[word] + Signs[sign]).Array[1, 6].Select(string.Concat);

    /// <summary>What is typed is in what was read, is told of in a notice, or is refused.</summary>
    [Fact]
    public void No_word_is_dropped_in_silence() => Typed.Sample(
        typed =>
        {
            var reading = QueryTextReader.Read(typed, QueryOptions.Default with { IsForgiving = true });
            if (reading.Query is not { } query)
                return true;
            var kept = LettersOf(query.ToString());
            return reading.Notices.Count > 0
                || Words.All(word => !typed.Contains(word, StringComparison.Ordinal)
                || kept.Contains(LettersOf(word), StringComparison.Ordinal));
        },
        iter: 50_000);

    private static string LettersOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
