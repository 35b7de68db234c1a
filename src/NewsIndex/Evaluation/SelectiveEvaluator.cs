namespace NewsIndex.Evaluation;

/// <summary>A part that scores only what it selects: parts of it have scores for other documents too.</summary>
internal abstract class SelectiveEvaluator(BitMemory memory) : Evaluator
{
    private long[]? matches;

    protected BitMemory Memory => memory;

    public sealed override void Score(ReadOnlySpan<int> docs, Span<float> into)
    {
        if (matches is null)
        {
            matches = memory.Rent();
            AddTo(matches.AsSpan(0, memory.Length));
        }

        ScoreMatches(docs, into);
        for (var i = 0; i < docs.Length; i++)
            into[i] = BitWords.Contains(matches, docs[i]) ? into[i] : 0;
    }

    public abstract override void ScoreMatches(ReadOnlySpan<int> docs, Span<float> into);
}
