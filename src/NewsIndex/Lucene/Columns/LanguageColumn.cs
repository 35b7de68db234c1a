using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Analysis language of each article of a segment. Takes one byte per article; loaded on first use and released with the segment.
/// </summary>
internal sealed class LanguageColumn
{
    /// <summary>Number of a document that is not a current article, such as an old revision. No language has it.</summary>
    private const byte NoArticle = LanguageSet.Capacity - 1;

    private static readonly PerSegment<LanguageColumn> Made = new(segment => new LanguageColumn(segment));

    private readonly byte[] numbers;

    private LanguageColumn(AtomicReader segment)
    {
        numbers = new byte[segment.MaxDoc];
        Array.Fill(numbers, NoArticle);
        var codes = segment.GetTerms(IndexFields.Language)?.GetEnumerator();
        while (codes?.MoveNext() == true)
        {
            var number = LanguageAnalysis.NumberOf(codes.Term.Utf8ToString());
            Present = Present.With(number);
            var docs = codes.Docs(null, null, DocsFlags.NONE);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                numbers[doc] = (byte)number;
        }

        IsUniform = !numbers.AsSpan().ContainsAnyExcept(numbers.FirstOrDefault());
    }

    /// <summary>Languages of the articles in the segment.</summary>
    public LanguageSet Present { get; }

    /// <summary>True if no two documents have different numbers.</summary>
    public bool IsUniform { get; }

    /// <summary>Numbers that documents of the segment can have: those of languages, and that of documents that are no current articles.
    /// </summary>
    public LanguageSet Numbers => Present.With(NoArticle);

    /// <summary>Returns the language number of an article.</summary>
    public int this[int doc] => numbers[doc];

    /// <summary>Adds the number of articles per language to given counts.</summary>
    /// <param name="counts">Counts by language number.</param>
    /// <param name="visible">Documents to count; null for all.</param>
    public void CountArticles(long[] counts, IBits? visible)
    {
        for (var doc = 0; doc < numbers.Length; doc++)
            counts[numbers[doc]] += visible?.Get(doc) == false ? 0 : 1;
    }

    public static LanguageColumn Of(AtomicReader segment) => Made.Of(segment);
}
