namespace NewsIndex.Evaluation;

/// <summary>Matches what any part matches, scored by the sum of the parts that do.</summary>
/// <param name="parts">At least two.</param>
internal sealed class AnyEvaluator(IReadOnlyList<Evaluator> parts, BitMemory memory) : Evaluator
{
    private readonly ScoreBuffer buffer = new();

    public IReadOnlyList<Evaluator> Parts => parts;

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

    /// <summary>Sums in double precision, as Lucene does.</summary>
    public override void Score(ReadOnlySpan<int> docs, Span<float> into)
    {
        var (sums, scores) = buffer.Rent(docs.Length);
        Array.Clear(sums);
        foreach (var part in parts)
        {
            if (part.OnlySelects)
                continue;
            part.Score(docs, scores);
            for (var i = 0; i < docs.Length; i++)
                sums[i] += scores[i];
        }

        for (var i = 0; i < docs.Length; i++)
            into[i] = (float)sums[i];
    }
}
