using NewsIndex.Articles;

namespace NewsIndex.Hits;

public enum TimelineInterval
{
    Year,
    Month,
    Day,
}

/// <param name="Start">The period, as precise as its interval.</param>
public sealed record TimelineBucket(PartialDate Start, long Articles);

/// <param name="Buckets">In order, without gaps from the first that has articles to the last.</param>
/// <param name="Imprecise">Articles whose date is less precise than the interval, and so in no bucket.</param>
public sealed record Timeline(IReadOnlyList<TimelineBucket> Buckets, long Undated, long Imprecise);
