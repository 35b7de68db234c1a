using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Evaluation;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Scoring;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Collects the first articles in the order of relevance. Offers those alone that can be among the first: blocks and words that cannot lift
/// an article over the last of them are skipped. Hits and scores are those of the scorers of Lucene, which visit each match.
/// </summary>
internal sealed class FirstArticles(IndexSearcher searcher, TopArticles top, CancellationToken cancellation)
{
    /// <summary>Returns false for queries that only scorers of Lucene can rank.</summary>
    /// <param name="query">Rewritten.</param>
    public static bool CanRank(IndexSearcher searcher, LuceneQuery query) =>
        searcher.Similarity is Bm25 && QueryTraits.CanScore(query);

    /// <param name="query">Rewritten.</param>
    /// <param name="found">Receives all hits; null where none is wanted.</param>
    public void Collect(LuceneQuery query, FoundHits? found)
    {
        var dependsOnLanguage = QueryTraits.DependsOnLanguage(query);
        var segments = searcher.IndexReader.Leaves;
        for (var number = 0; number < segments.Count; number++)
        {
            var segment = segments[number];
            top.SetNextReader(segment);
            using var evaluation = new SegmentEvaluation(searcher, segment, cancellation);
            found?.Enter(segment.Ord);
            var languages = LanguageColumn.Of(segment.AtomicReader);
            if (!dependsOnLanguage || languages.IsUniform)
            {
                Collect(evaluation.Of(query), segment, evaluation, null, found);
                continue;
            }

            // A word is another one in each language; the articles of one language have one form of it.
            foreach (var language in languages.Numbers.Members)
            {
                if (evaluation.Of(query, language) is var part and not NothingEvaluator)
                    Collect(part, segment, evaluation, LanguageSets.Of(segment.AtomicReader, language), found);
            }
        }
    }

    /// <param name="articles">Those to collect; null for all.</param>
    /// <param name="found">Receives all hits; null where none is wanted.</param>
    private void Collect(
        Evaluator evaluator, AtomicReaderContext segment, SegmentEvaluation evaluation, long[]? articles, FoundHits? found)
    {
        if (evaluator is NothingEvaluator)
            return;
        var reader = segment.AtomicReader;
        var scored = ScoringParts.LeadTo(evaluator);
        if (evaluator is AllEvaluator { AllScore: true } && ScoringParts.AllWordsOf(evaluator) is { } allWords
            && RareWordRanking.TryCollect(allWords, new HitOffers(top, LiveArticles.Of(reader)), found, cancellation))
            return;
        var anyWords = ScoringParts.AnyWordsOf(scored);
        var set = NeedNoSet(evaluator, scored, anyWords, articles) && (found is null || TryCount(scored, anyWords, reader, found))
            ? null
            : Select(evaluator, reader, evaluation, articles);
        var length = BitWords.LengthFor(reader.MaxDoc);
        if (set is not null)
            found?.Add(set.AsSpan(0, length));
        if (!float.IsPositiveInfinity(top.LeastScore))
            Rank(new SegmentHits(scored, anyWords, set, length, reader, top, cancellation));
    }

    /// <summary>Adds the hits of words by their number, as far as that is known without a set.</summary>
    private static bool TryCount(Evaluator scored, TermEvaluator[]? anyWords, AtomicReader reader, FoundHits found) =>
        LiveArticles.Of(reader) is null
        && (anyWords is null ? scored.Cost : UnionCount.Of(anyWords)) is { } count
        && found.TryAdd(count);

    /// <summary>Ranks the hits of a segment in the first way that fits them.</summary>
    private static void Rank(in SegmentHits hits) => _ =
        TermRanking.TryCollect(hits) // one word
        || ConstantRanking.TryCollect(hits) // equal scores
        || SetRanking.TryCollectFew(hits) // few hits beside the postings of their parts
        || AnyRanking.TryCollect(hits) // any of some words
        || AllRanking.TryCollect(hits) // all of some words
        || SetRanking.TryCollect(hits); // anything else

    /// <summary>
    /// Returns true for words: deleted articles apart, they match what they score, and articles of one language.
    /// </summary>
    private static bool NeedNoSet(Evaluator evaluator, Evaluator scored, TermEvaluator[]? anyWords, long[]? articles) =>
        scored == evaluator
        && (anyWords is not null || (scored is TermEvaluator word && (articles is null || word.Scoring.IsOfOneLanguage)));

    private static long[] Select(Evaluator evaluator, AtomicReader reader, SegmentEvaluation evaluation, long[]? articles)
    {
        var hits = evaluation.Memory.Rent();
        var words = hits.AsSpan(0, evaluation.Memory.Length);
        evaluator.AddTo(words);
        if (articles is not null)
            BitWords.And(words, articles);
        if (LiveArticles.Of(reader) is { } live)
            BitWords.And(words, live);
        return hits;
    }
}
