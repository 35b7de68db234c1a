using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Generations;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>Translates filters on metadata.</summary>
internal static class ArticleFilters
{
    /// <summary>Matches articles whose whole period is in the range: an article dated "1987" does not match March 1987.</summary>
    public static DateFilter Published(DateRange range) => range.ComparesInstants
        ? new DateFilter(IndexFields.FirstSecond, range.FirstSecond, range.LastSecond)
        : new DateFilter(IndexFields.FirstDay, range.FirstDayNumber, range.LastDayNumber);

    public static TermQuery PublishedEvery(Query.PublishedEvery every) => new(new Term(
        IndexFields.DayOfYear,
        every.Day is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{every.Month:00}-{day:00}")
            : every.Month.ToString("00", CultureInfo.InvariantCulture)));

    public static DateFilter Indexed(DateRange range) => new(IndexFields.IndexedAt, range.FirstSecond, range.LastSecond);

    public static DateFilter ArrivedAfter(Generation generation) => new(IndexFields.ArrivedAs, generation.Number + 1, long.MaxValue);

    /// <summary>Matches an article and those of its copy group; nothing when there is no article with this id.</summary>
    public static LuceneQuery CopiesOf(string id, IndexReader reader)
    {
        var article = new Term(IndexFields.Id, id);
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader))
        {
            var docs = segment.GetTermDocsEnum(article);
            for (var doc = docs?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs!.NextDoc())
            {
                if (segment.LiveDocs?.Get(doc) == false)
                    continue;
                var group = new BytesRef();
                segment.GetSortedDocValues(IndexFields.CopyGroup)?.Get(doc, group);
                // A text that is too short to compare is in no group.
                return group.Length == 0 ? new TermQuery(article) : new TermQuery(new Term(IndexFields.CopyGroup, group));
            }
        }

        return new BooleanQuery();
    }

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
