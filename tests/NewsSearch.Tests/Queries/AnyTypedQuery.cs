using CsCheck;

namespace NewsSearch.Tests.Queries;

/// <summary>What people type, and what they should not: pieces of the query language in any order.</summary>
internal static class AnyTypedQuery
{
    private static readonly string[] Pieces =
    [
        "storm", "flood", "the", "U.S.", "well-being", "\"prime minister\"", "\"\"", "\"", "(", ")", " ", " ", " ", " AND ", " OR ", " NOT ", " ANDMAYBE ",
        "-", "+", "headline:", "body:", "source:", "person:", "date:", "hedline:", "1987", "1987-10", "[1987 TO 1988]", "{1987-01 TO *]", "none", "[", "]",
        ">=1987", "*", "?", "elect*", "\\", "\\*", "\\\"", ":", "~1", "^2", "é", "\u201C", "\u2014", "\U0001F600", "AND", "\t", "\n",
    ];

    public static Gen<string> Text { get; } = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Select(string.Concat);
}
