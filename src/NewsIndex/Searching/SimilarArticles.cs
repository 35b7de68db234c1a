using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Entities;
using NewsIndex.Positions;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>
/// Finds background reading for an article: others with its rare words and its entities, similar in embedding and close in time.
/// </summary>
/// <param name="corrections">Those of the view.</param>
internal sealed class SimilarArticles(
    IIndexView view, EntityCorrections corrections, RankingOptions options, CancellationToken cancellation)
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

    /// <summary>See <see cref="SemanticBoost"/>.</summary>
    private const float SemanticWeight = 0.9f;

    /// <summary>Weight of the rarest entity, as a multiple of the maximum score of all words.</summary>
    private const float EntityWeight = 1.5f;

    /// <param name="article">Article to find others for.</param>
    public async Task<RankedPage<Hit>> FindAsync(RankedHit article, RankingPage page)
    {
        var stored = (await view.FetchAsync([article], ArticleDetail.Mentions, cancellation))[0];
        var (words, maxScore) = await WordsOfAsync(stored.Article);
        var mentions = MentionsOf(stored);
        if (words.Count + mentions.Count == 0)
            return new RankedPage<Hit>([], null, view.Generation);
        var meaning = Meaning(stored.Article, maxScore * (options.Bm25K1 + 1));
        var found = await view.FindSimilarAsync(
            new SimilarRequest(words, mentions, article, meaning, Candidates), cancellation);
        var ranked = found
            .Select(each => (Candidate: each, Score: Score(each, meaning) * (float)(1 + (SameTime * TimeShared(stored.Article, each)))))
            .OrderByDescending(each => each.Score).ThenBy(each => each.Candidate.Id, StringComparer.Ordinal);
        var best = RankedPage.Of(ranked, page, view.Generation, corrections.LastNumber);
        var articles = await view.FetchAsync([.. best.Entries.Select(each => each.Candidate.Hit)], ArticleDetail.Heading, cancellation);
        return best.With<Hit>([.. best.Entries.Zip(articles, (each, read) => new Hit(each.Candidate.Id, read, each.Score, []))]);
    }

    /// <summary>Returns the characteristic words of the article: frequent in it and rare elsewhere.</summary>
    /// <returns>Stems with their boosts, and the maximum score of all of them together.</returns>
    private async ValueTask<(IReadOnlyList<(string Term, float Boost)> Words, float MaxScore)> WordsOfAsync(Article article)
    {
        var counts = NewsAnalyzer.Instance.Analyse(TextFields.Stems, LanguageAnalysis.CodeOf(article.Language),
            article.Headline + "\n\n" + article.Headline + "\n\n" + article.Body)
            .GroupBy(word => word.Term, StringComparer.Ordinal).Select(group => (Word: group.Key, Count: group.Count())).ToList();
        var chosen = counts.Zip(await view.CountStemsAsync(counts.ConvertAll(each => each.Word), cancellation))
            .Where(each => each.Second.With > 1)
            .Select(each => (
                each.First.Word, Weight: Math.Sqrt(each.First.Count), Idf: OkapiBm25.Idf(each.Second.Articles, each.Second.With)))
            .OrderByDescending(each => each.Weight * each.Idf).ThenBy(each => each.Word, StringComparer.Ordinal).Take(Words).ToList();
        var maxWeight = chosen.Count == 0 ? 1 : chosen.Max(each => each.Weight);
        return (
            chosen.ConvertAll(each => (each.Word, (float)(each.Weight / maxWeight))),
            (float)chosen.Sum(each => each.Weight / maxWeight * each.Idf));
    }

    private static List<(string Term, float Boost)> MentionsOf(StoredArticle stored)
    {
        var mentioned = stored.Mentions.Where(mention => mention.Entity.IsResolved).GroupBy(mention => mention.Entity)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Id, StringComparer.Ordinal).Take(Entities).ToList();
        return mentioned.ConvertAll(
            group => (MentionTerm.OfEntity(group.Key), EntityWeight * (group.Count() / (float)mentioned[0].Count())));
    }

    private static float Score(SimilarCandidate candidate, SemanticBoost? meaning) =>
        candidate.Hit.Score + (meaning?.Of(candidate.Cosine, candidate.Hit.Score) ?? 0);

    /// <param name="maxScore">Maximum score of all words together.</param>
    private SemanticBoost? Meaning(Article article, float maxScore) =>
        LanguageAnalysis.CodeOf(article.Language) == EnglishTerms.Code && options.MeaningWeight > 0
        && EmbeddingDirection.Of(WordVectors.Of(article.Headline + " " + article.Body)) is { } direction
            ? new SemanticBoost(direction, SemanticWeight, maxScore)
            : null;

    /// <summary>Returns 1 for the same day; 0 far apart or when a date is unknown.</summary>
    private static double TimeShared(Article article, SimilarCandidate candidate) =>
        candidate.Published is { } date && article.Published.SortMoment is { } published
            ? Math.Pow(0.5, Math.Abs((published - date).TotalDays) / HalfLifeDays)
            : 0;
}
