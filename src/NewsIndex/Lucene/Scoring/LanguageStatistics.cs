using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Article count, average length and document frequencies by language, so that scores in one language do not depend on the articles of
/// others. Summed over the segments once per generation. Like Lucene's statistics, it includes deleted articles until their segment is
/// merged; under a scope, it has the visible articles alone.
/// </summary>
internal sealed class LanguageStatistics
{
    private static readonly PerGeneration<LanguageStatistics> Made = new(reader => new LanguageStatistics(reader));

    /// <summary>Maximum cached document frequencies, of about 150 bytes each.</summary>
    private const int MaxCached = 50_000;

    /// <summary>Articles by language number.</summary>
    private static readonly PerScope<long[]> ArticlesOfSegment = new(CountArticles);

    /// <summary>Words by field and language number.</summary>
    private static readonly PerScope<ConcurrentDictionary<string, long[]>> WordsOfSegment = new(_ => []);

    private readonly List<AtomicReader> segments;
    private readonly IndexReader reader;
    private readonly long[] articles = new long[LanguageSet.Capacity];
    private readonly ConcurrentDictionary<string, long[]> words = new(StringComparer.Ordinal);

    /// <summary>Document frequencies of words that were asked for: a look-up in each segment allocates 10 KB.</summary>
    private readonly ConcurrentDictionary<(Term, int Language), long> frequencies = new();

    private LanguageStatistics(IndexReader reader)
    {
        this.reader = reader;
        segments = [.. reader.Leaves.Select(leaf => leaf.AtomicReader)];
        foreach (var segment in segments)
            Add(articles, ArticlesOfSegment.Of(segment));
    }

    public static LanguageStatistics Of(IndexReader reader) => Made.Of(reader);

    /// <param name="language">See <see cref="LanguageAnalysis.NumberOf"/>.</param>
    public long Articles(int language) => articles[language];

    /// <summary>Returns the average length of a field in articles of a language, in words; more than 0.</summary>
    public float AverageLength(string field, int language)
    {
        var all = words.GetOrAdd(field, CountWords)[language];
        return all > 0 && articles[language] > 0 ? (float)(all / (double)articles[language]) : 1;
    }

    /// <summary>Returns the idf of a term among the articles of a language; more than 0.</summary>
    public float Idf(Term term, int language) => OkapiBm25.Idf(articles[language], DocFreq(term, language));

    /// <summary>Returns the only language whose articles can have a term; null when all can.</summary>
    public static int? LanguageOf(string field, global::Lucene.Net.Util.BytesRef term) =>
        field is IndexFields.Text or IndexFields.Headline ? LanguageAnalysis.NumberOfTerm(term) : null;

    private long DocFreq(Term term, int language)
    {
        if (frequencies.TryGetValue((term, language), out var known))
            return known;
        if (frequencies.Count >= MaxCached)
            frequencies.Clear();
        return frequencies[(term, language)] = CountArticles(term, language);
    }

    private long CountArticles(Term term, int language)
    {
        if (LanguageOf(term.Field, term.Bytes) is { } only)
            return only == language ? reader.DocFreq(term) : 0;
        return segments.Sum(segment => DocFreq(segment, term, language));
    }

    private static long DocFreq(AtomicReader segment, Term term, int language)
    {
        var column = LanguageColumn.Of(segment);
        if (!column.Present.Contains(language))
            return 0;
        if (column.Present.IsSingle)
            return segment.DocFreq(term);
        var count = 0;
        var docs = segment.GetTermDocsEnum(term);
        for (var doc = docs?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs!.NextDoc())
            count += column[doc] == language ? 1 : 0;
        return count;
    }

    private long[] CountWords(string field)
    {
        var counts = new long[LanguageSet.Capacity];
        foreach (var segment in segments)
            Add(counts, WordsOfSegment.Of(segment).GetOrAdd(field, CountWords, segment));
        return counts;
    }

    private static long[] CountArticles(AtomicReader segment)
    {
        var counts = new long[LanguageSet.Capacity];
        LanguageColumn.Of(segment).CountArticles(counts, SegmentView.Of(segment).Visible);
        return counts;
    }

    private static long[] CountWords(string field, AtomicReader segment)
    {
        var counts = new long[LanguageSet.Capacity];
        var column = LanguageColumn.Of(segment);
        var (lengths, visible) = (segment.GetNormValues(field), SegmentView.Of(segment).Visible);
        for (var doc = 0; doc < segment.MaxDoc && lengths is not null; doc++)
            counts[column[doc]] += visible?.Get(doc) == false ? 0 : lengths.Get(doc);
        return counts;
    }

    private static void Add(long[] sums, long[] counts)
    {
        for (var language = 0; language < sums.Length; language++)
            sums[language] += counts[language];
    }
}
