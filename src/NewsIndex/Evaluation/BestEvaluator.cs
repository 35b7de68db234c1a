namespace NewsIndex.Evaluation;

/// <summary>Matches what any part matches, scored by the part with the highest score.</summary>
internal sealed class BestEvaluator(Evaluator[] parts, BitMemory memory) : UnionEvaluator(parts, memory)
{
    public override void Score(ReadOnlySpan<int> docs, Span<float> into)
    {
        var (_, scores) = Buffer.Rent(docs.Length);
        into[..docs.Length].Clear();
        foreach (var part in Parts)
        {
            part.Score(docs, scores);
            for (var i = 0; i < docs.Length; i++)
                into[i] = Math.Max(into[i], scores[i]);
        }
    }
}
