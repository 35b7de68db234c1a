namespace NewsIndex.Evaluation;

/// <summary>Matches a set of documents that is computed on first use, with a constant score.</summary>
/// <param name="score">0 for a filter.</param>
/// <param name="compute">
/// Adds the matches to an empty set; the candidates that it is given beside it may limit its work, and are empty for all documents.
/// </param>
internal sealed class SetEvaluator(BitMemory memory, long cost, float score, SetEvaluator.Selection compute) : Evaluator
{
    private long[]? all;

    internal delegate void Selection(Span<long> found, ReadOnlySpan<long> candidates);

    public override long Cost => cost;

    public override bool OnlySelects => score == 0;

    /// <summary>The score of each match.</summary>
    public float ConstantScore => score;

    public override void AddTo(Span<long> found) => BitWords.Or(found, All(found.Length));

    public override void Keep(Span<long> found)
    {
        if (all is not null)
        {
            BitWords.And(found, all);
            return;
        }

        var kept = memory.Rent();
        compute(kept.AsSpan(0, found.Length), found);
        BitWords.And(found, kept);
        memory.GiveBack(kept);
    }

    public override void Score(ReadOnlySpan<int> docs, Span<float> into)
    {
        var set = All(memory.Length);
        for (var i = 0; i < docs.Length; i++)
            into[i] = BitWords.Contains(set, docs[i]) ? score : 0;
    }

    private long[] All(int length)
    {
        if (all is null)
        {
            all = memory.Rent();
            compute(all.AsSpan(0, length), default);
        }

        return all;
    }
}
