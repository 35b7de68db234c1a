using Lucene.Net.Index;
using NewsIndex.Evaluation;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Scoring;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>The hits of a query in a segment, which are to be ranked.</summary>
/// <param name="scored">Scores each hit.</param>
/// <param name="anyWords">The words that scored consists of, if a hit has any of them; null for other queries.</param>
/// <param name="set">The hits; null for words that are not selected before they are ranked.</param>
/// <param name="length">Words of the set.</param>
internal readonly ref struct SegmentHits(
    Evaluator scored, TermEvaluator[]? anyWords, long[]? set, int length, AtomicReader reader, TopArticles top,
    CancellationToken cancellation)
{
    public Evaluator Scored { get; } = scored;

    public TermEvaluator[]? AnyWords { get; } = anyWords;

    /// <summary>False for words that are not selected before they are ranked.</summary>
    public bool AreSelected { get; } = set is not null;

    /// <summary>The selected hits.</summary>
    public ReadOnlySpan<long> Set { get; } = set.AsSpan(0, set is null ? 0 : length);

    public AtomicReader Reader { get; } = reader;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Offers that leave out what is no hit.</summary>
    public HitOffers Offers() => new(top, set ?? LiveArticles.Of(Reader));

    /// <summary>Offers for articles that are known to be hits.</summary>
    public HitOffers OffersOfHits() => new(top, null);
}
