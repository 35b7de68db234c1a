using NewsIndex.Analysis;
using NewsIndex.Ranking;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>Expands a query with the words of its best hits. The added words score, and select nothing.</summary>
/// <remarks>RM3 of Abdul-Jaleel et al., "UMass at TREC 2004: Novelty and HARD", 2004, with idf against frequent words.</remarks>
internal sealed class PseudoRelevanceFeedback(IIndexView view, RankingOptions options, CancellationToken cancellation)
{
    public const int BestHits = 10;
    private const int MaxWords = 25;

    /// <summary>Minimum document frequency of an expansion word; a word of one article finds no other.</summary>
    private const int MinArticles = 2;

    /// <param name="ranked">Query that ranked the hits.</param>
    /// <param name="best">First hits of that query, without near-duplicates.</param>
    public async ValueTask<ITranslatedQuery> PreferAsync(ITranslatedQuery ranked, IReadOnlyList<RankedHit> best)
    {
        var all = best.Sum(hit => (double)hit.Score);
        if (best.Count == 0 || all <= 0)
            return ranked;

        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (hit, read) in best.Zip(await view.FetchAsync(best, ArticleDetail.Body, cancellation)))
        {
            var article = read.Article;
            var words = NewsAnalyzer.Instance.Stems(LanguageAnalysis.CodeOf(article.Language), article.Headline + "\n\n" + article.Body);
            foreach (var word in words)
                shares[word.Term] = shares.GetValueOrDefault(word.Term) + (hit.Score / all / words.Count);
        }

        var stems = shares.Keys.ToList();
        var chosen = stems.Zip(await view.CountStemsAsync(stems, cancellation))
            .Where(each => each.Second.With >= MinArticles)
            .Select(each => (Word: each.First, Weight: shares[each.First] * OkapiBm25.Idf(each.Second.Articles, each.Second.With)))
            .OrderByDescending(each => each.Weight).ThenBy(each => each.Word, StringComparer.Ordinal).Take(MaxWords).ToList();
        return chosen.Count == 0
            ? ranked
            : view.Prefer(ranked, chosen.ConvertAll(each => (each.Word, (float)(options.FeedbackWeight * each.Weight / chosen[0].Weight))));
    }
}
