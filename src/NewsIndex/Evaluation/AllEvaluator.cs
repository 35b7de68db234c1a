namespace NewsIndex.Evaluation;

/// <summary>Matches what all parts match, scored by their sum.</summary>
/// <param name="parts">At least two.</param>
internal sealed class AllEvaluator(IReadOnlyList<Evaluator> parts, BitMemory memory) : SelectiveEvaluator(memory)
{
    private readonly ScoreBuffer buffer = new();
    private readonly Evaluator[] byCost = [.. parts.OrderBy(part => part.Cost)];

    public IReadOnlyList<Evaluator> Parts => parts;

    public override long Cost => byCost[0].Cost;

    public override bool OnlySelects { get; } = parts.All(part => part.OnlySelects);

    public override void AddTo(Span<long> found)
    {
        var all = Memory.Rent();
        var words = all.AsSpan(0, found.Length);
        byCost[0].AddTo(words);
        foreach (var part in byCost.AsSpan(1))
            part.Keep(words);
        BitWords.Or(found, words);
        Memory.GiveBack(all);
    }

    public override void Keep(Span<long> found)
    {
        foreach (var part in byCost)
            part.Keep(found);
    }

    /// <summary>Sums in double precision.</summary>
    public override void ScoreMatches(ReadOnlySpan<int> docs, Span<float> into)
    {
        var (sums, scores) = buffer.Rent(docs.Length);
        Array.Clear(sums);
        foreach (var part in parts)
        {
            if (part.OnlySelects)
                continue;
            part.ScoreMatches(docs, scores);
            for (var i = 0; i < docs.Length; i++)
                sums[i] += scores[i];
        }

        for (var i = 0; i < docs.Length; i++)
            into[i] = (float)sums[i];
    }
}
