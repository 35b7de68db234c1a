using System.Collections.Frozen;

namespace Recognition.Text;

/// <summary>Words that a rule looks for, as they are written.</summary>
internal static class WordSet
{
    /// <param name="words">Parted by single spaces.</param>
    public static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
