namespace NewsIndex.Evaluation;

/// <summary>Matches what a part matches; another part only adds to scores.</summary>
internal sealed class PreferringEvaluator(Evaluator required, Evaluator preferred, BitMemory memory) : SelectiveEvaluator(memory)
{
    private readonly ScoreBuffer buffer = new();

    public override long Cost => required.Cost;

    public override bool OnlySelects => required.OnlySelects && preferred.OnlySelects;

    public override void AddTo(Span<long> found) => required.AddTo(found);

    public override void Keep(Span<long> found) => required.Keep(found);

    /// <summary>Adds in single precision, as Lucene does.</summary>
    public override void ScoreMatches(ReadOnlySpan<int> docs, Span<float> into)
    {
        required.ScoreMatches(docs, into);
        var (_, scores) = buffer.Rent(docs.Length);
        preferred.Score(docs, scores);
        for (var i = 0; i < docs.Length; i++)
            into[i] += scores[i];
    }
}
