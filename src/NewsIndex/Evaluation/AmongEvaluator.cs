namespace NewsIndex.Evaluation;

/// <summary>Matches what a part matches among some documents.</summary>
/// <param name="among">The documents, such as those of a language.</param>
internal sealed class AmongEvaluator(long[] among, Evaluator part, BitMemory memory) : Evaluator
{
    public override long Cost => part.Cost;

    public override bool OnlySelects => part.OnlySelects;

    public override void AddTo(Span<long> found)
    {
        var each = memory.Rent();
        var words = each.AsSpan(0, found.Length);
        part.AddTo(words);
        BitWords.And(words, among);
        BitWords.Or(found, words);
        memory.GiveBack(each);
    }

    public override void Keep(Span<long> found)
    {
        BitWords.And(found, among);
        part.Keep(found);
    }

    public override void Score(ReadOnlySpan<int> docs, Span<float> into)
    {
        part.Score(docs, into);
        for (var i = 0; i < docs.Length; i++)
            into[i] = BitWords.Contains(among, docs[i]) ? into[i] : 0;
    }
}
