namespace NewsIndex.Words;

/// <summary>A word of a text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="MayHaveSigns">
/// True when the characters between it and the word before may be among those of <see cref="Analysis.WordSigns"/>.
/// </param>
internal readonly record struct PlacedWord(KnownWord Word, int Start, bool MayHaveSigns);
