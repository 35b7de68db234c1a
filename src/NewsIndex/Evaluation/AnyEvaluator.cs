namespace NewsIndex.Evaluation;

/// <summary>Matches what any part matches, scored by the sum of the parts that do.</summary>
/// <param name="parts">At least two.</param>
internal sealed class AnyEvaluator(Evaluator[] parts, BitMemory memory) : UnionEvaluator(parts, memory)
{
    public override void Score(ReadOnlySpan<int> docs, Span<float> into) =>
        Buffer.Sum(Parts, docs, into, static (part, docs, into) => part.Score(docs, into));
}
