namespace Recognition.Text;

/// <summary>A word or a sign, split as the Penn Treebank splits: <c>did n't</c>, <c>Smith 's</c>, a full stop apart, <c>U.S.</c> whole.</summary>
/// <param name="Start">Offset into the text it was cut from, in UTF-16 code units.</param>
/// <param name="End">The offset after its last character.</param>
public readonly record struct Token(string Text, int Start, int End);
