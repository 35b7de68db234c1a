using CsCheck;

namespace NewsSearch.Tests.Queries;

/// <summary>What people type, and what they should not: pieces of the query language in any order.</summary>
internal static class AnyTypedQuery
{
    private static readonly string[] Pieces =
    [
        "storm", "flood", "the", "U.S.", "well-being", "\"prime minister\"", "\"\"", "\"", "(", ")", " ", " ", " ", " AND ", " OR ",
        " NOT ", " ANDMAYBE ",
        "-", "+", "headline:", "body:", "source:", "person:", "date:", "hedline:", "1987", "1987-10", "[1987 TO 1988]", "{1987-01 TO *]",
        "none", "[", "]",
        " NEAR/3 ", " W/S ", " NOT W/5 ", " PRE/P ", "ATLEAST/2 ", "FIRST/50 ", "/F50/", "hlead:", "hlead(", "exact:", "=", "person:~",
        "section:", "tag:", "language:",
        "indexed:", "since:", "since:11000-5be2c19f0a6b7d31", "date.reliable:", "true", "dup:", "first", "only",
        "copies:", "quote:(", "quote:(* BY ",
        " BY ",
        "*-04-13", "last-week", "now-7d/d", "near20:", "repeat3:", "~", "~2", "^3",
        "terror!", "/sto[rn]m/", " SAME ", " w/5 ", " not ", " or ",
        "!", "!fox", " && ", " || ", " | ", "&", "C++", "#MeToo", "AT&T", "fox-it", "anti-semit*", "*-semitic", "\"oil pric*\"",
        "\"stock * rules\"", "\"a*", "who?", "??",
        " N5 ", " /5 ", " /s ", " +5 ", " ADJ ", " P/3 ", " Or ", "source: ", " : ", "title :", "_exists_:", "https://a.b/c?d=1",
        "www.a.com/b?c=1", "--", "'", "[a TO b]", "]",
        ">=1987", "*", "?", "elect*", "\\", "\\*", "\\\"", ":", "~1", "^2", "é", "\u201C", "\u2014", "\U0001F600", "AND", "\t", "\n",
    ];

    public static Gen<string> Text { get; } = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Select(string.Concat);
}
