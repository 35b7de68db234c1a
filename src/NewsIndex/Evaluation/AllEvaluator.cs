namespace NewsIndex.Evaluation;

/// <summary>Matches what all parts match, scored by their sum.</summary>
/// <param name="parts">At least two.</param>
internal sealed class AllEvaluator(Evaluator[] parts, BitMemory memory) : SelectiveEvaluator(memory)
{
    private readonly ScoreBuffer buffer = new();
    private readonly Evaluator[] byCost = ByCost(parts);

    /// <summary>The parts that do not only select.</summary>
    public Evaluator[] Scoring { get; } = Array.FindAll(parts, part => !part.OnlySelects);

    /// <summary>True where no part only selects: what has all scoring parts is a hit.</summary>
    public bool AllScore => Scoring.Length == byCost.Length;

    public override long Cost => byCost[0].Cost;

    public override bool OnlySelects => Scoring.Length == 0;

    private static Evaluator[] ByCost(Evaluator[] parts)
    {
        var sorted = (Evaluator[])parts.Clone();
        Array.Sort(sorted, static (one, other) => one.Cost.CompareTo(other.Cost));
        return sorted;
    }

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

    public override void ScoreMatches(ReadOnlySpan<int> docs, Span<float> into) =>
        buffer.Sum(Scoring, docs, into, static (part, docs, into) => part.ScoreMatches(docs, into));
}
