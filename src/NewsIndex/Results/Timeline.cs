using NewsIndex.Articles;

namespace NewsIndex.Results;

/// <param name="Start">The period, as precise as its interval: the Monday of a week, the first moment of an hour.</param>
/// <param name="Occurrences">Occurrences of the query in the articles; 0 unless asked for.</param>
/// <param name="ArchiveArticles">All articles of the archive in the period that the dates of the query allow; 0 unless asked for.</param>
/// <param name="ArchiveWords">Words of those; 0 unless asked for.</param>
/// <param name="IsPartial">Whether the dates of the query leave out a part of the period: its count is not that of the whole.</param>
public sealed record TimelineBucket(PartialDate Start, long Articles, long Occurrences, long ArchiveArticles, long ArchiveWords,
    bool IsPartial);

/// <param name="Buckets">In order, without gaps: from the first day that the query asks for, or that has articles, to the last.</param>
/// <param name="Imprecise">Articles whose date is less precise than the interval, and so in no bucket.</param>
public sealed record Timeline(IReadOnlyList<TimelineBucket> Buckets, long Undated, long Imprecise);
