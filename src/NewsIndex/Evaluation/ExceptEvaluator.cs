namespace NewsIndex.Evaluation;

/// <summary>Matches what a part matches and none of others does.</summary>
internal sealed class ExceptEvaluator(Evaluator wanted, IReadOnlyList<Evaluator> unwanted, BitMemory memory) : SelectiveEvaluator(memory)
{
    public Evaluator Wanted => wanted;

    public override long Cost => wanted.Cost;

    public override bool OnlySelects => wanted.OnlySelects;

    public override void AddTo(Span<long> found)
    {
        var kept = Memory.Rent();
        var words = kept.AsSpan(0, found.Length);
        wanted.AddTo(words);
        Remove(words);
        BitWords.Or(found, words);
        Memory.GiveBack(kept);
    }

    public override void Keep(Span<long> found)
    {
        wanted.Keep(found);
        Remove(found);
    }

    public override void ScoreMatches(ReadOnlySpan<int> docs, Span<float> into) => wanted.ScoreMatches(docs, into);

    private void Remove(Span<long> found)
    {
        foreach (var part in unwanted)
        {
            // Only what is found yet has to be looked up.
            var removed = Memory.Rent();
            var words = removed.AsSpan(0, found.Length);
            found.CopyTo(words);
            part.Keep(words);
            BitWords.AndNot(found, words);
            Memory.GiveBack(removed);
        }
    }
}
