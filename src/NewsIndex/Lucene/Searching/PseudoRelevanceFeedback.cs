using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Ranking;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Searching;

/// <summary>Expands a query with the words of its best hits. The added words score, and select nothing.</summary>
/// <remarks>RM3 of Abdul-Jaleel et al., "UMass at TREC 2004: Novelty and HARD", 2004, with idf against frequent words.</remarks>
internal sealed class PseudoRelevanceFeedback(IndexSnapshot snapshot, RankingOptions options)
{
    public const int BestHits = 10;
    private const int MaxWords = 25;

    /// <summary>Minimum document frequency of an expansion word; a word of one article finds no other.</summary>
    private const int MinArticles = 2;

    /// <param name="ranked">Query that ranked the hits.</param>
    /// <param name="best">First hits of that query, without near-duplicates.</param>
    public LuceneQuery Prefer(LuceneQuery ranked, IReadOnlyList<TopArticle> best)
    {
        var all = best.Sum(hit => (double)hit.Score);
        if (best.Count == 0 || all <= 0)
            return ranked;

        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var hit in best)
        {
            var article = StoredDocument.Read(snapshot.Reader.Leaves[hit.Segment].AtomicReader, hit.Doc, withHash: false).Article;
            var words = NewsAnalyzer.Instance.Stems(LanguageAnalysis.CodeOf(article.Language), article.Headline + "\n\n" + article.Body);
            foreach (var word in words)
                shares[word.Term] = shares.GetValueOrDefault(word.Term) + (hit.Score / all / words.Count);
        }

        var statistics = LanguageStatistics.Of(snapshot.Reader);
        var chosen = shares.Select(pair => (Term: new Term(IndexFields.Text, pair.Key), Share: pair.Value))
            .Where(each => snapshot.Reader.DocFreq(each.Term) >= MinArticles)
            .Select(each =>
                (Word: each.Term.Text, Weight: each.Share * statistics.Idf(each.Term, LanguageAnalysis.NumberOfTerm(each.Term.Bytes))))
            .OrderByDescending(each => each.Weight).ThenBy(each => each.Word, StringComparer.Ordinal).Take(MaxWords).ToList();
        if (chosen.Count == 0)
            return ranked;
        var preferred = new BooleanQuery { { ranked, Occur.MUST } };
        foreach (var (word, weight) in chosen)
        {
            var boost = (float)(options.FeedbackWeight * weight / chosen[0].Weight);
            preferred.Add(new TermQuery(new Term(IndexFields.Text, word)) { Boost = boost }, Occur.SHOULD);
        }

        return preferred;
    }
}
