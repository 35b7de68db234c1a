using System.Collections;

namespace Enrichment.Languages;

/// <summary>The votes of the function words of a text. Languages are indexes into <see cref="FunctionWords.Languages"/>.</summary>
internal sealed class FunctionWordVotes
{
    private readonly double[] votes = new double[FunctionWords.Languages.Length];
    private readonly int[] different = new int[FunctionWords.Languages.Length];
    private readonly BitArray seen = new(FunctionWords.Count);

    public bool IsEmpty { get; private set; } = true;

    /// <summary>Counts a word, if it is a function word: one vote, shared equally among its languages.</summary>
    /// <param name="word">In any case.</param>
    public void Count(ReadOnlySpan<char> word)
    {
        if (word.Length > FunctionWords.MaxLength)
            return;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        if (FunctionWords.Find(lower) is not { } found)
            return;
        var isNew = !seen[found.Number];
        seen[found.Number] = true;
        IsEmpty = false;
        foreach (var language in found.Languages)
        {
            votes[language] += 1.0 / found.Languages.Length;
            different[language] += isNew ? 1 : 0;
        }
    }

    public double Of(int language) => votes[language];

    public int DifferentWordsOf(int language) => different[language];

    /// <summary>The language with most votes; of several, the first by its code.</summary>
    /// <param name="except">A language that is left out; -1 for none.</param>
    public int Leading(int except)
    {
        var best = -1;
        for (var i = 0; i < votes.Length; i++)
        {
            if (i != except && (best < 0 || votes[i] > votes[best] || (votes[i] == votes[best] && IsBefore(i, best))))
                best = i;
        }

        return best;
    }

    private static bool IsBefore(int one, int other) =>
        string.CompareOrdinal(FunctionWords.Languages[one], FunctionWords.Languages[other]) < 0;
}
