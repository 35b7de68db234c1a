using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// The terms of the headline of each article of a segment, by number. Rescoring asks 200 articles for a few terms, which posting lists
/// answer by 200 skips each. Takes some 50 bytes per article, 4 of them per word of the headline, and 12 per distinct term;
/// loaded on first use.
/// </summary>
internal sealed class HeadlineColumn
{
    private static readonly PerSegment<HeadlineColumn> Made = new(segment => new HeadlineColumn(segment));

    /// <summary>UTF-8 of all terms, one behind the other, in ascending order.</summary>
    private readonly byte[] texts;

    /// <summary>Start of each term in <see cref="texts"/>, with one more entry for the end of the last.</summary>
    private readonly int[] textStarts;

    /// <summary>Numbers of the terms of all articles, one article behind the other.</summary>
    private readonly int[] numbers;

    /// <summary>Start of each article in <see cref="numbers"/>, with one more entry for the end of the last.</summary>
    private readonly int[] starts;

    /// <summary>For each article the union of <see cref="SignatureOf"/> of its terms.</summary>
    private readonly ulong[] signatures;

    private HeadlineColumn(AtomicReader segment)
    {
        signatures = new ulong[segment.MaxDoc];
        starts = new int[segment.MaxDoc + 1];
        var (allTexts, allStarts) = (new List<byte>(), new List<int> { 0 });
        foreach (var (term, docs) in PostingsOf(segment))
        {
            allTexts.AddRange(term.Bytes.AsSpan(term.Offset, term.Length));
            allStarts.Add(allTexts.Count);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                starts[doc + 1]++;
        }

        (texts, textStarts) = ([.. allTexts], [.. allStarts]);
        for (var doc = 0; doc + 1 < starts.Length; doc++)
            starts[doc + 1] += starts[doc];
        numbers = new int[starts[^1]];
        Fill(segment);
    }

    public static HeadlineColumn Of(AtomicReader segment) => Made.Of(segment);

    /// <summary>Returns the numbers of the terms of an article's headline, each once, in ascending order.</summary>
    public ReadOnlySpan<int> Of(int doc) => numbers.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);

    /// <summary>Returns one of 64 bits for a term, by its number.</summary>
    public static ulong SignatureOf(int number) => 1UL << (int)((uint)number * 2654435769 >> 26);

    /// <summary>
    /// Reads something of an article, so that it is in the caches of the processor when it is needed: the processor waits for many articles
    /// at once where it has nothing else to do for them, and need not guess what it will do with what it reads.
    /// </summary>
    /// <returns>A number without meaning.</returns>
    public int Approach(int doc) => (int)signatures[doc] + starts[doc];

    /// <summary>Reads from the terms of an article that may have some, after <see cref="Approach"/>.</summary>
    /// <param name="signature">As for <see cref="MayHave"/>.</param>
    public int ApproachTerms(int doc, ulong signature) =>
        MayHave(doc, signature) && starts[doc] is var start && start < numbers.Length ? numbers[start] : 0;

    /// <summary>Returns false for an article whose headline has none of some terms; true, by chance, for some of those too.</summary>
    /// <param name="signature">The union of <see cref="SignatureOf"/> of the terms.</param>
    public bool MayHave(int doc, ulong signature) => (signatures[doc] & signature) != 0;

    /// <summary>Returns the number of a term; -1 when no headline has it.</summary>
    public int Find(BytesRef term)
    {
        var wanted = term.Bytes.AsSpan(term.Offset, term.Length);
        for (var (low, high) = (0, textStarts.Length - 2); low <= high;)
        {
            var middle = (low + high) >>> 1;
            var compared = texts.AsSpan(textStarts[middle], textStarts[middle + 1] - textStarts[middle]).SequenceCompareTo(wanted);
            if (compared == 0)
                return middle;
            (low, high) = compared < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private void Fill(AtomicReader segment)
    {
        var next = starts.AsSpan(0, segment.MaxDoc).ToArray();
        var number = 0;
        foreach (var (_, docs) in PostingsOf(segment))
        {
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                numbers[next[doc]++] = number;
                signatures[doc] |= SignatureOf(number);
            }

            number++;
        }
    }

    /// <summary>Terms in ascending order; each is valid until the next.</summary>
    private static IEnumerable<(BytesRef Term, DocsEnum Docs)> PostingsOf(AtomicReader segment)
    {
        var terms = segment.GetTerms(IndexFields.Headline)?.GetEnumerator();
        DocsEnum? docs = null;
        while (terms?.MoveNext() == true)
            yield return (terms.Term, docs = terms.Docs(null, docs, DocsFlags.NONE));
    }
}
