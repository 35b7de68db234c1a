using System.Numerics;
using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Matches articles in which something occurs, such as a phrase, scored by how often it does.</summary>
/// <param name="scores">Makes the scores; not called where the part only selects.</param>
/// <param name="memory">Outlives this object.</param>
internal abstract class FrequencyEvaluator(Func<TermScores> scores, BitMemory memory, CancellationToken cancellation) : Evaluator
{
    private const int ArticlesBetweenCancellationChecks = 1024;

    private TermScores? scoring;

    /// <summary>Articles that were found last.</summary>
    protected CountedArticles Found { get; } = new(memory);

    protected BitMemory Memory => memory;

    public sealed override void Score(ReadOnlySpan<int> docs, Span<float> into)
    {
        scoring ??= scores();
        BeginCounting([]);
        for (var i = 0; i < docs.Length; i++)
        {
            var freq = Found.Of(docs[i]) is var known and > 0 ? known : FreqIn(docs[i]);
            into[i] = freq == 0 ? 0 : scoring.Of(docs[i], freq);
        }
    }

    /// <summary>Removes the articles without an occurrence from a set.</summary>
    protected void KeepMatches(Span<long> found)
    {
        Found.Clear();
        BeginCounting(found);
        var looked = 0;
        for (var word = 0; word < found.Length; word++)
        {
            for (var left = (ulong)found[word]; left != 0; left &= left - 1)
            {
                if (++looked % ArticlesBetweenCancellationChecks == 0)
                    cancellation.ThrowIfCancellationRequested();
                var bit = BitOperations.TrailingZeroCount(left);
                var doc = (word * BitWords.Size) + bit;
                if (FreqIn(doc) is var freq and > 0)
                    Found.Add(doc, freq);
                else
                    found[word] &= ~(1L << bit);
            }
        }
    }

    /// <summary>Called before occurrences are counted, in articles in ascending order.</summary>
    /// <param name="among">All of these articles are looked at; empty where they are not known.</param>
    protected virtual void BeginCounting(ReadOnlySpan<long> among)
    {
    }

    /// <summary>Counts the occurrences in an article; 0 if it does not match.</summary>
    protected abstract int FreqIn(int doc);
}
