namespace Recognition.Transformer;

/// <summary>A word as the transformer reads it.</summary>
/// <param name="Pieces">Ids of its pieces, at least one.</param>
/// <param name="CaseClass">See <see cref="Transformer.CaseClass"/>.</param>
internal sealed record EncodedWord(int[] Pieces, int CaseClass);
