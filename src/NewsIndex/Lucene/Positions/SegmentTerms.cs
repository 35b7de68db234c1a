using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Positions;

/// <summary>Finds those of some words that a segment has.</summary>
internal static class SegmentTerms
{
    /// <summary>A word that stands this close in the dictionary is stepped to; beyond, a seek is faster.</summary>
    private const int MaxSteps = 4;

    /// <param name="words">In the order of the dictionary.</param>
    /// <returns>One enumerator, which stands at each word in turn.</returns>
    public static IEnumerable<TermsEnum> Of(AtomicReader segment, string field, IReadOnlyList<BytesRef> words)
    {
        if (words.Count == 0 || segment.GetTerms(field) is not { } terms)
            yield break;
        var each = terms.GetEnumerator();
        if (words.Count == 1)
        {
            if (each.SeekExact(words[0]))
                yield return each;
            yield break;
        }

        if (each.SeekCeil(words[0]) == TermsEnum.SeekStatus.END)
            yield break;
        for (var i = 0; i < words.Count; i++)
        {
            for (var steps = 0; each.Term.CompareTo(words[i]) < 0; steps++)
            {
                if (steps < MaxSteps ? !each.MoveNext() : each.SeekCeil(words[i]) == TermsEnum.SeekStatus.END)
                    yield break;
            }

            if (each.Term.BytesEquals(words[i]))
                yield return each;
        }
    }
}
