namespace NewsIndex.Results;

/// <summary>A range of text in UTF-16 code units: from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
public readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;
}
