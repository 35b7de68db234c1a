namespace NewsIndex.Positions;

/// <summary>A range of positions of <see cref="TextFields"/>, both ends included.</summary>
internal readonly record struct Interval(int Start, int End)
{
    public bool Overlaps(Interval other) => Start <= other.End && other.Start <= End;

    public bool Contains(Interval other) => Start <= other.Start && other.End <= End;
}
