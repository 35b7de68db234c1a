namespace Recognition.Text;

/// <summary>
/// A word or a punctuation mark, split as in the Penn Treebank: <c>did n't</c>, <c>Smith 's</c>, a full stop by itself, <c>U.S.</c> whole.
/// </summary>
/// <param name="Text">The characters of the token, at least one.</param>
/// <param name="Start">Offset of the first character in the text, in UTF-16 code units.</param>
/// <param name="End">Offset after the last character.</param>
public readonly record struct Token(string Text, int Start, int End);
