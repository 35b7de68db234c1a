using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Selects articles that have any of some terms, by the union of their postings. Bitmaps of recent filters of at most 256 terms are kept:
/// see <see cref="KnownBitmaps"/>.
/// </summary>
/// <param name="terms">In ascending order, without repeats; not changed afterwards.</param>
/// <param name="cancellation">Of the query; a kept bitmap is read on, whoever has asked for it.</param>
internal sealed class WordsFilter(string field, IReadOnlyList<BytesRef> terms, CancellationToken cancellation) : BitmapFilter
{
    private const int MostTermsKept = 256;
    private const int TermsBetweenCancellationChecks = 64;

    private readonly string name = field;
    private readonly IReadOnlyList<BytesRef> terms = terms;

    public IEnumerable<Term> Terms => terms.Select(term => new Term(name, term));

    /// <summary>Number of terms.</summary>
    public int Count => terms.Count;

    public override Bitmap Of(AtomicReader segment)
    {
        // All terms of the segment, so that a kept bitmap serves every scope.
        var whole = SegmentView.Of(segment).Whole;
        return terms.Count <= MostTermsKept
            ? KnownBitmaps.Of(whole, this, (each, filter) => filter.Unite(each, CancellationToken.None))
            : Unite(whole, cancellation);
    }

    public override string ToString() => $"{name}:({string.Join(' ', terms.Select(term => term.Utf8ToString()))})";

    public override bool Equals(object? obj) => obj is WordsFilter other && other.name == name
        && other.terms.Count == terms.Count && other.terms.SequenceEqual(terms);

    public override int GetHashCode() => HashCode.Combine(name, terms.Count, terms.Count == 0 ? null : terms[0]);

    private Bitmap Unite(AtomicReader segment, CancellationToken stop)
    {
        var found = new FixedBitSet(segment.MaxDoc);
        var words = segment.GetTerms(name)?.GetEnumerator();
        DocsEnum? docs = null;
        for (var i = 0; i < terms.Count && words is not null; i++)
        {
            if (i % TermsBetweenCancellationChecks == 0)
                stop.ThrowIfCancellationRequested();
            if (!words.SeekExact(terms[i]))
                continue;
            docs = words.Docs(null, docs, DocsFlags.NONE);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                found.Set(doc);
        }

        return Bitmap.Of(found);
    }
}
