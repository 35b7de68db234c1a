using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Generations;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>Translates filters on metadata.</summary>
internal static class ArticleFilters
{
    /// <summary>Matches articles whose whole period is in the range: an article dated "1987" does not match March 1987.</summary>
    public static BooleanQuery Published(DateRange range) => range.ComparesInstants
        ? new BooleanQuery
        {
            { NumericRangeQuery.NewInt64Range(IndexFields.FirstSecond, range.FirstSecond, null, true, true), Occur.MUST },
            { NumericRangeQuery.NewInt64Range(IndexFields.LastSecond, null, range.LastSecond, true, true), Occur.MUST },
        }
        : new BooleanQuery
        {
            { NumericRangeQuery.NewInt32Range(IndexFields.FirstDay, range.FirstDayNumber, range.LastDayNumber, true, true), Occur.MUST },
            { NumericRangeQuery.NewInt32Range(IndexFields.LastDay, range.FirstDayNumber, range.LastDayNumber, true, true), Occur.MUST },
        };

    public static TermQuery PublishedEvery(Query.PublishedEvery every) => new(new Term(
        IndexFields.DayOfYear,
        every.Day is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{every.Month:00}-{day:00}")
            : every.Month.ToString("00", CultureInfo.InvariantCulture)));

    public static NumericRangeQuery<long> Indexed(DateRange range) =>
        NumericRangeQuery.NewInt64Range(IndexFields.IndexedAt, range.FirstSecond, range.LastSecond, true, true);

    public static NumericRangeQuery<long> ArrivedAfter(Generation generation) =>
        NumericRangeQuery.NewInt64Range(IndexFields.ArrivedAs, generation.Number, null, false, true);

    public static LuceneQuery Labelled(Query.Labelled label)
    {
        if (label.Value is null)
            return new TermQuery(new Term(IndexFields.Has, label.Label.ToString()));
        var (indexed, _) = LabelFields.Of(label.Label);
        var value = new Term(indexed, LabelFields.Normalise(label.Label, label.Value));
        if (label.Label != ArticleLabel.Language)
            return new TermQuery(value);
        // A language without a region matches all of its regions; normalisation separates the parts of a tag by a space.
        return new BooleanQuery
        {
            { new TermQuery(value), Occur.SHOULD },
            { new PrefixQuery(new Term(indexed, value.Text + " ")), Occur.SHOULD },
        };
    }
}
