namespace NewsIndex.Lucene.Evaluation;

/// <summary>Counts the articles that have any of some words without a set of them.</summary>
internal static class UnionCount
{
    /// <returns>Null for more than two words, and for two of which neither or both are frequent.</returns>
    public static long? Of(ReadOnlySpan<TermEvaluator> words) => words switch
    {
        [{ Set: { } set } frequent, { Set: null } rare] => frequent.Cost + rare.CountOutside(set),
        [{ Set: null } rare, { Set: { } set } frequent] => frequent.Cost + rare.CountOutside(set),
        _ => null,
    };
}
