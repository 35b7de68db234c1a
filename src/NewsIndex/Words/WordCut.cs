namespace NewsIndex.Words;

/// <summary>Where a word was cut out of a text.</summary>
/// <param name="MayHaveSigns">See <see cref="PlacedWord"/>.</param>
internal readonly record struct WordCut(WordKey Key, int Start, bool MayHaveSigns);
