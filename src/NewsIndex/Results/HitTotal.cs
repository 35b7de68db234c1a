namespace NewsIndex.Results;

/// <summary>How much a query finds, exactly.</summary>
/// <param name="Texts">With articles of nearly the same text counted once.</param>
/// <param name="Sources">Different sources; articles without one count none.</param>
public sealed record HitTotal(long Articles, long Texts, long Sources);
