namespace NewsIndex.Evaluation;

/// <summary>Matches what any part matches, scored by the part with the highest score.</summary>
internal sealed class BestEvaluator(IReadOnlyList<Evaluator> parts, BitMemory memory) : Evaluator
{
    private readonly ScoreBuffer buffer = new();

    public override long Cost { get; } = parts.Sum(part => part.Cost);

    public override bool OnlySelects { get; } = parts.All(part => part.OnlySelects);

    public override void AddTo(Span<long> found)
    {
        foreach (var part in parts)
            part.AddTo(found);
    }

    public override void Keep(Span<long> found)
    {
        var any = memory.Rent();
        AddTo(any.AsSpan(0, found.Length));
        BitWords.And(found, any);
        memory.GiveBack(any);
    }

    public override void Score(ReadOnlySpan<int> docs, Span<float> into)
    {
        var (_, scores) = buffer.Rent(docs.Length);
        into[..docs.Length].Clear();
        foreach (var part in parts)
        {
            part.Score(docs, scores);
            for (var i = 0; i < docs.Length; i++)
                into[i] = Math.Max(into[i], scores[i]);
        }
    }
}
