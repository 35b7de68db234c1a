namespace NewsIndex.Evaluation;

/// <summary>Matches with one part among the articles of each language.</summary>
/// <param name="parts">Each with the documents of its languages; none is in two of them.</param>
internal sealed class ByLanguageEvaluator(IReadOnlyList<(long[] Articles, Evaluator Part)> parts, BitMemory memory) : Evaluator
{
    private readonly ScoreBuffer buffer = new();

    public IReadOnlyList<(long[] Articles, Evaluator Part)> Parts => parts;

    public override long Cost { get; } = parts.Sum(part => part.Part.Cost);

    public override bool OnlySelects { get; } = parts.All(part => part.Part.OnlySelects);

    public override void AddTo(Span<long> found)
    {
        foreach (var (articles, part) in parts)
        {
            var each = memory.Rent();
            var words = each.AsSpan(0, found.Length);
            part.AddTo(words);
            BitWords.And(words, articles);
            BitWords.Or(found, words);
            memory.GiveBack(each);
        }
    }

    public override void Keep(Span<long> found)
    {
        var any = memory.Rent();
        var words = any.AsSpan(0, found.Length);
        foreach (var (articles, part) in parts)
        {
            var each = memory.Rent();
            var kept = each.AsSpan(0, found.Length);
            found.CopyTo(kept);
            BitWords.And(kept, articles);
            part.Keep(kept);
            BitWords.Or(words, kept);
            memory.GiveBack(each);
        }

        words.CopyTo(found);
        memory.GiveBack(any);
    }

    public override void Score(ReadOnlySpan<int> docs, Span<float> into)
    {
        var (_, scores) = buffer.Rent(docs.Length);
        into[..docs.Length].Clear();
        foreach (var (articles, part) in parts)
        {
            part.Score(docs, scores);
            for (var i = 0; i < docs.Length; i++)
                into[i] = BitWords.Contains(articles, docs[i]) ? scores[i] : into[i];
        }
    }
}
