using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Counting;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Searching;

/// <summary>
/// Finds background reading for an article: others with its rare words and its entities, similar in embedding and close in time.
/// </summary>
internal sealed class SimilarArticles(IndexSnapshot snapshot, RankingOptions options)
{
    private const int Words = 30;
    private const int Entities = 8;

    /// <summary>Articles with the best lexical scores, which embeddings and dates then rank.</summary>
    private const int Candidates = 1000;

    /// <summary>
    /// Maximum boost for a close publication date, as a share of the score; halves every <see cref="HalfLifeDays"/> days.
    /// </summary>
    private const double SameTime = 0.15;
    private const double HalfLifeDays = 30;

    /// <summary>Weight of the rarest entity, as a multiple of the maximum score of all words.</summary>
    private const float EntityWeight = 1.5f;

    public HitPage Find(AtomicReader segment, int doc, int count, CancellationToken cancellation)
    {
        var stored = StoredDocument.Read(segment, doc, withHash: false);
        var related = new BooleanQuery();
        var weight = AddWords(related, stored.Article);
        AddEntities(related, stored);
        if (related.Clauses.Count == 0)
            return new HitPage([], new HitTotal(0, 0, 0), null, snapshot.Generation, []);
        related.Add(new TermQuery(new Term(IndexFields.CopyGroup, stored.CopyGroup)), Occur.MUST_NOT);
        related.Add(new TermQuery(new Term(IndexFields.Id, stored.Article.Id)), Occur.MUST_NOT);

        var top = new TopArticles(
            snapshot.Reader, HitOrder.Relevance, Candidates, null, RankingParts.None, copiesOnce: true, cancellation);
        using var found = new ArticleSet(snapshot.Reader);
        snapshot.Searcher.Search(related, new RecordingCollector(top, found));
        var meaning = Meaning(stored.Article, weight * (options.Bm25K1 + 1));
        var hits = top.InOrder()
            .Select(hit => (Hit: hit, Score: Score(hit, meaning) * (float)(1 + (SameTime * TimeShared(stored.Article, hit)))))
            .OrderByDescending(each => each.Score).ThenBy(each => top.IdOf(each.Hit), StringComparer.Ordinal).Take(count)
            .Select(each => new Hit(top.IdOf(each.Hit), Read(each.Hit), each.Score, []));
        return new HitPage([.. hits], TotalCounter.Count(snapshot.Reader, found, TotalKinds.All), null, snapshot.Generation, []);
    }

    /// <summary>Adds the characteristic words of the article: frequent in it and rare elsewhere.</summary>
    /// <returns>The maximum score of all words together.</returns>
    private float AddWords(BooleanQuery related, Article article)
    {
        var language = LanguageAnalysis.CodeOf(article.Language);
        var ofLanguage = LanguageStatistics.Of(snapshot.Reader).Articles(LanguageAnalysis.NumberOf(language));
        var counts = NewsAnalyzer.Instance.Analyse(IndexFields.Text, language,
            article.Headline + "\n\n" + article.Headline + "\n\n" + article.Body)
            .GroupBy(word => word.Term, StringComparer.Ordinal);
        var chosen = counts
            .Select(
                group => (Word: group.Key, Count: group.Count(), Articles: snapshot.Reader.DocFreq(new Term(IndexFields.Text, group.Key))))
            .Where(each => each.Articles > 1)
            .Select(each => (each.Word, Weight: Math.Sqrt(each.Count), Idf: OkapiBm25.Idf(ofLanguage, each.Articles)))
            .OrderByDescending(each => each.Weight * each.Idf).ThenBy(each => each.Word, StringComparer.Ordinal).Take(Words).ToList();
        var maxWeight = chosen.Count == 0 ? 1 : chosen.Max(each => each.Weight);
        foreach (var (word, weight, _) in chosen)
            related.Add(new TermQuery(new Term(IndexFields.Text, word)) { Boost = (float)(weight / maxWeight) }, Occur.SHOULD);
        return (float)chosen.Sum(each => each.Weight / maxWeight * each.Idf);
    }

    private static void AddEntities(BooleanQuery related, StoredArticle stored)
    {
        var mentioned = stored.Mentions.Where(mention => mention.Entity.IsResolved).GroupBy(mention => mention.Entity)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Id, StringComparer.Ordinal).Take(Entities).ToList();
        foreach (var group in mentioned)
        {
            var share = group.Count() / (float)mentioned[0].Count();
            var mentions = new Term(IndexFields.Mentions, MentionTerm.OfEntity(group.Key));
            related.Add(new TermQuery(mentions) { Boost = EntityWeight * share }, Occur.SHOULD);
        }
    }

    private StoredArticle Read(TopArticle hit) => StoredDocument.Read(SegmentOf(hit), hit.Doc, withHash: false);

    private AtomicReader SegmentOf(TopArticle hit) => snapshot.Reader.Leaves[hit.Segment].AtomicReader;

    private float Score(TopArticle hit, SemanticBoost? meaning) => meaning is null
        ? hit.Score
        : hit.Score + meaning.Of(
            EmbeddingColumn.Of(SegmentOf(hit)).Cosine(hit.Doc, meaning.Direction, meaning.InverseLength, meaning.Passages), hit.Score);

    /// <param name="maxScore">Maximum score of all words together.</param>
    private SemanticBoost? Meaning(Article article, float maxScore) =>
        LanguageAnalysis.CodeOf(article.Language) == EnglishTerms.Code && options.MeaningWeight > 0
        && WordVectors.ToBytes(WordVectors.Of(article.Headline + " " + article.Body)) is { } embedding
            ? new SemanticBoost(embedding, options.MeaningWeight, maxScore, passages: 0)
            : null;

    /// <summary>Returns 1 for the same day; 0 far apart or when a date is unknown.</summary>
    private double TimeShared(Article article, TopArticle hit)
    {
        var second = SegmentColumns.Of(SegmentOf(hit)).SortSeconds(SegmentOf(hit))[hit.Doc];
        if (second == long.MinValue || article.Published.SortMoment is not { } published)
            return 0;
        return Math.Pow(0.5, Math.Abs((published - DateTimeOffset.FromUnixTimeSeconds(second)).TotalDays) / HalfLifeDays);
    }
}
