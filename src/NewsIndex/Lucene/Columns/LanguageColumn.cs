using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// The language that each article of a segment is analyzed as, in memory: one byte an article, read when first needed and released with the
/// segment.
/// </summary>
internal sealed class LanguageColumn
{
    /// <summary>The number of a document that is no article, such as a replaced text. No language has it.</summary>
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
    }

    /// <summary>The languages of the segment's articles.</summary>
    public LanguageSet Present { get; }

    /// <summary>The number of an article's language.</summary>
    public int this[int doc] => numbers[doc];

    /// <summary>Adds the articles of each language to a count.</summary>
    /// <param name="counts">By number.</param>
    public void CountArticles(long[] counts)
    {
        foreach (var number in numbers)
            counts[number]++;
    }

    public static LanguageColumn Of(AtomicReader segment) => Made.Of(segment);
}
