namespace NewsIndex.Evaluation;

/// <summary>Matches nothing, such as a word that the segment does not have.</summary>
internal sealed class NothingEvaluator : Evaluator
{
    public override long Cost => 0;

    public override void AddTo(Span<long> found)
    {
    }

    public override void Keep(Span<long> found) => found.Clear();

    public override void Score(ReadOnlySpan<int> docs, Span<float> into) => into[..docs.Length].Clear();
}
