namespace NewsIndex.Evaluation;

/// <summary>Matches what any part matches.</summary>
internal abstract class UnionEvaluator(Evaluator[] parts, BitMemory memory) : Evaluator
{
    protected ScoreBuffer Buffer { get; } = new();

    public Evaluator[] Parts => parts;

    public override long Cost { get; } = parts.Sum(part => part.Cost);

    public override bool OnlySelects { get; } = parts.All(part => part.OnlySelects);

    public override void AddTo(Span<long> found)
    {
        foreach (var part in parts)
            part.AddTo(found);
    }

    public override void Keep(Span<long> found)
    {
        var (any, each) = (memory.Rent(), memory.Rent());
        var words = any.AsSpan(0, found.Length);
        var kept = each.AsSpan(0, found.Length);
        foreach (var part in parts)
        {
            found.CopyTo(kept);
            part.Keep(kept);
            BitWords.Or(words, kept);
        }

        words.CopyTo(found);
        memory.GiveBack(any);
        memory.GiveBack(each);
    }
}
