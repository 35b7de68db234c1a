using System.Collections.Frozen;

namespace Recognition.Text;

/// <summary>Creates case-sensitive sets of words.</summary>
internal static class WordSet
{
    /// <param name="words">Words separated by single spaces.</param>
    public static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
