using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Lucene.Schema;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Looks at the first hits once more, with words that are related to those of the query: each word scores again by BM25, a related one
/// counting as much of it as the cosine between the two. An article that says "monks" and "monasteries" as well is about "buddhist" more than
/// one that only has the word. It adds no article, and takes nothing from a score, so that the order of all others stays.
/// </summary>
/// <remarks>After the generalised translation models of Zuccon et al., "Integrating and Evaluating Neural Word Embeddings in Information Retrieval", 2015, and of Rekabsaz et al., 2016.</remarks>
internal sealed class RelatedRanking
{
    /// <summary>English hits that are looked at again. The next ones could not come before those of a first page by it.</summary>
    public const int Window = 50;

    private readonly List<(Bm25.TextWeight Weight, List<(Term Term, float Share)> Words)> groups;
    private readonly Bm25 similarity;

    private RelatedRanking(List<(Bm25.TextWeight, List<(Term, float)>)> groups, Bm25 similarity) => (this.groups, this.similarity) = (groups, similarity);

    /// <summary>
    /// Null when related words have no say: where meaning has none, no word of the query has any, or no article is in English.
    /// </summary>
    public static RelatedRanking? Of(QueryMeaning? meaning, IndexSearcher searcher, NewsIndexOptions options)
    {
        if (meaning is null || options.RelatedWeight <= 0
            || LanguageStatistics.Of(searcher.IndexReader).Articles(EnglishWord.Language) == 0)
            return null;
        var groups = meaning.Words.Select(word => GroupOf(word, searcher.IndexReader)).Where(group => group.Words.Count > 0)
            .Select(group =>
                (new Bm25.TextWeight(IndexFields.Text, EnglishWord.Language, _ => group.Rarity, options.RelatedWeight * meaning.Share),
                group.Words)).ToList();
        return groups.Count == 0 ? null : new RelatedRanking(groups, (Bm25)searcher.Similarity);
    }

    /// <summary>The hits with what related words add to their scores, in no order.</summary>
    /// <param name="parts">Age takes from what is added as from the rest.</param>
    public List<TopArticle> Rescored(IReadOnlyList<TopArticle> hits, IndexReader reader, RankingParts parts)
    {
        var rescored = new List<TopArticle>(hits.Count);
        foreach (var inSegment in hits.GroupBy(hit => hit.Segment))
        {
            var segment = reader.Leaves[inSegment.Key];
            parts.Recency?.Enter(segment.AtomicReader);
            var ordered = inSegment.OrderBy(hit => hit.Doc).ToList();
            var added = Added([.. ordered.Select(hit => hit.Doc)], segment);
            rescored.AddRange(ordered.Select((hit, i) => hit.WithScore(hit.Score + (added[i] * (parts.Recency?.Of(hit.Doc) ?? 1)))));
        }

        return rescored;
    }

    private static (float Rarity, List<(Term Term, float Share)> Words) GroupOf(string word, IndexReader reader)
    {
        var own = EnglishWord.TermsOf(word).Distinct().ToList();
        var shares = own.ToDictionary(term => term, _ => 1f);
        foreach (var (related, cosine) in RelatedWords.Of(word))
        {
            foreach (var term in EnglishWord.TermsOf(related))
                shares.TryAdd(term, cosine);
        }

        return (EnglishWord.Rarity(own, reader), [.. shares.Select(pair => (pair.Key, pair.Value))]);
    }

    /// <param name="docs">In order.</param>
    private float[] Added(int[] docs, AtomicReaderContext segment)
    {
        var added = new float[docs.Length];
        var frequencies = new float[docs.Length];
        foreach (var (weight, words) in groups)
        {
            Array.Clear(frequencies);
            foreach (var (term, share) in words)
                Count(segment.AtomicReader.GetTermDocsEnum(term), share, docs, frequencies);
            var score = similarity.GetSimScorer(weight, segment);
            for (var i = 0; i < docs.Length; i++)
                added[i] += frequencies[i] > 0 ? score.Score(docs[i], frequencies[i]) : 0;
        }

        return added;
    }

    private static void Count(DocsEnum? postings, float share, int[] docs, float[] frequencies)
    {
        for (var (i, at) = (0, -1); postings is not null && i < docs.Length; i++)
        {
            if (at < docs[i])
                at = postings.Advance(docs[i]);
            if (at == docs[i])
                frequencies[i] += share * postings.Freq;
        }
    }
}
