using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
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
    /// <summary>Postings that are read through in the time that one article is looked up.</summary>
    private const int PostingsPerLookUp = 10;

    /// <summary>Returns false for queries that only scorers of Lucene can rank.</summary>
    /// <param name="query">Rewritten.</param>
    public static bool CanRank(IndexSearcher searcher, LuceneQuery query) =>
        searcher.Similarity is Bm25 && SegmentEvaluation.CanScore(query);

    /// <param name="query">Rewritten.</param>
    /// <param name="found">Returns the set of a segment by its number, to which all hits are added; null where none is wanted.</param>
    public void Collect(LuceneQuery query, Func<int, FixedBitSet>? found)
    {
        var dependsOnLanguage = SegmentEvaluation.DependsOnLanguage(query);
        foreach (var segment in searcher.IndexReader.Leaves)
        {
            top.SetNextReader(segment);
            using var evaluation = new SegmentEvaluation(searcher, segment, cancellation);
            var hits = found?.Invoke(segment.Ord).GetBits();
            var languages = LanguageColumn.Of(segment.AtomicReader);
            if (!dependsOnLanguage || languages.IsUniform)
            {
                Collect(evaluation.Of(query), segment, evaluation, null, hits);
                continue;
            }

            // A word is another one in each language; the articles of one language have one form of it.
            foreach (var language in languages.Numbers.Members)
            {
                if (evaluation.Of(query, language) is var part and not NothingEvaluator)
                    Collect(part, segment, evaluation, LanguageSets.Of(segment.AtomicReader, language), hits);
            }
        }
    }

    /// <param name="articles">Those to collect; null for all.</param>
    /// <param name="found">The set to which all hits are added; null where none is wanted.</param>
    private void Collect(
        Evaluator evaluator, AtomicReaderContext segment, SegmentEvaluation evaluation, long[]? articles, long[]? found)
    {
        var scored = Scored(evaluator);
        // Words need no set: deleted articles apart, they match what they score, and articles of one language.
        var isOfWords = scored == evaluator
            && (TermsOfAny(scored) is not null || (scored is TermEvaluator word && (articles is null || word.Scoring.IsOfOneLanguage)));
        var hits = found is null && isOfWords ? null : Select(evaluator, segment, evaluation, articles);
        if (hits is not null && found is not null)
            BitWords.Or(found.AsSpan(0, evaluation.Memory.Length), hits);
        if (float.IsPositiveInfinity(top.LeastScore))
            return;

        var offers = new HitOffers(top, hits ?? LiveArticles.Of(segment.AtomicReader));
        if (scored is TermEvaluator term)
            TermRanking.Collect(term, offers);
        else if (hits is not null && ConstantOf(scored) is { } constant
            && ConstantRanking.TryCollect(constant, hits.AsSpan(0, evaluation.Memory.Length), segment.AtomicReader, offers))
            return;
        else if (hits is not null && ArePreselected(hits, scored, evaluation))
            SetRanking.Collect(scored, hits.AsSpan(0, evaluation.Memory.Length), top, cancellation);
        else if (TermsOfAny(scored) is { } any)
            AnyRanking.Collect(any, offers, segment.AtomicReader.MaxDoc, cancellation);
        else if (scored is AllEvaluator all && TermsOf([.. all.Parts.Where(part => !part.OnlySelects)]) is { } terms)
            AllRanking.Collect(terms, offers, evaluation.Memory.Length, cancellation);
        else if (hits is not null)
            SetRanking.Collect(evaluator, hits.AsSpan(0, evaluation.Memory.Length), top, cancellation);
    }

    private static long[] Select(Evaluator evaluator, AtomicReaderContext segment, SegmentEvaluation evaluation, long[]? articles)
    {
        var hits = evaluation.Memory.Rent();
        var words = hits.AsSpan(0, evaluation.Memory.Length);
        evaluator.AddTo(words);
        if (articles is not null)
            BitWords.And(words, articles);
        if (LiveArticles.Of(segment.AtomicReader) is { } live)
            BitWords.And(words, live);
        return hits;
    }

    /// <summary>Returns true if hits are so few beside the postings of their words that they are looked up one by one.</summary>
    private static bool ArePreselected(long[] hits, Evaluator scored, SegmentEvaluation evaluation) =>
        scored is AnyEvaluator && BitWords.Count(hits.AsSpan(0, evaluation.Memory.Length)) * PostingsPerLookUp < scored.Cost;

    private static TermEvaluator[]? TermsOfAny(Evaluator evaluator) => evaluator is AnyEvaluator any ? TermsOf(any.Parts) : null;

    /// <summary>Returns the score of all matches; null if scores may differ.</summary>
    private static float? ConstantOf(Evaluator scored) =>
        scored.OnlySelects ? 0 : scored is SetEvaluator set ? set.ConstantScore : null;

    /// <summary>Returns the part that scores, where others only select.</summary>
    private static Evaluator Scored(Evaluator evaluator) => evaluator switch
    {
        ExceptEvaluator except => Scored(except.Wanted),
        AllEvaluator all when all.Parts.Where(part => !part.OnlySelects).ToList() is [var only] => Scored(only),
        _ => evaluator,
    };

    /// <summary>Returns words with a score above 0 wherever they match; null if others are among the parts.</summary>
    private static TermEvaluator[]? TermsOf(IReadOnlyList<Evaluator> parts)
    {
        var terms = parts.Where(part => part is not NothingEvaluator).ToArray();
        return terms.Length > 0 && terms.All(part => part is TermEvaluator { Scoring: { IsOfOneLanguage: true, ScoresEachMatch: true } })
            ? Array.ConvertAll(terms, part => (TermEvaluator)part)
            : null;
    }
}
