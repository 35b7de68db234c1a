using NewsIndex.Queries;

namespace NewsIndex.Positions;

/// <summary>
/// What lists of intervals make together. Every list is in order of its starts. Two things that share a word are never near one another:
/// <c>oil NEAR/5 oil</c> asks for two of them.
/// </summary>
/// <remarks>After Clarke, Cormack and Burkowski, "An Algebra for Structured Text Search", 1995.</remarks>
internal static class IntervalAlgebra
{
    /// <summary>Each part at its distance from the first.</summary>
    /// <param name="parts">None without a place.</param>
    /// <param name="next">As long as the parts, all 0.</param>
    /// <param name="found">Where the results go; also below.</param>
    public static void SideBySide((List<Interval> Places, int Distance)[] parts, int[] next, List<Interval> found)
    {
        foreach (var first in parts[0].Places)
        {
            var end = first.End;
            var stands = true;
            for (var i = 1; i < parts.Length && stands; i++)
            {
                var (places, distance) = parts[i];
                var wanted = first.Start + distance;
                while (next[i] < places.Count && places[next[i]].Start < wanted)
                    next[i]++;
                if (next[i] == places.Count)
                    return;
                stands = places[next[i]].Start == wanted;
                end = Math.Max(end, wanted);
            }

            if (stands)
                found.Add(new Interval(first.Start, end));
        }
    }

    /// <summary>
    /// Each part near its distance from the first: the moves between the one that is most ahead and the one most behind are at most so
    /// many.
    /// </summary>
    /// <inheritdoc cref="SideBySide"/>
    public static void Sloppy((List<Interval> Places, int Distance)[] parts, int[] next, int slop, List<Interval> found)
    {
        while (TryWindow(out var window))
        {
            if (window is { } places)
                found.Add(places);
        }

        PutInOrder(found);

        // The next window, or null in one that is too wide or has too few places. False when a part has no place left.
        bool TryWindow(out Interval? window)
        {
            window = null;
            int behind = 0, least = int.MaxValue, most = int.MinValue;
            var (start, end, isDistinct) = (int.MaxValue, 0, true);
            for (var i = 0; i < parts.Length; i++)
            {
                if (next[i] == parts[i].Places.Count)
                    return false;
                var place = parts[i].Places[next[i]].Start;
                var moved = place - parts[i].Distance;
                (behind, least) = moved < least ? (i, moved) : (behind, least);
                most = Math.Max(most, moved);
                (start, end) = (Math.Min(start, place), Math.Max(end, place));
                for (var j = 0; j < i; j++)
                    isDistinct &= parts[j].Places[next[j]].Start != place;
            }

            if (most - least <= slop)
                window = isDistinct ? new Interval(start, end) : DistinctPlaces.In(parts, least, slop);
            next[behind]++;
            return true;
        }
    }

    /// <summary>For each on the left, it and the nearest on the right before and behind it that are near.</summary>
    /// <param name="starts">Of the sentences or paragraphs that both have to share.</param>
    public static void Near(List<Interval> left, List<Interval> right, Proximity proximity, IReadOnlyList<int> starts, List<Interval> found)
    {
        var candidates = Nearest(right, proximity);
        var byEnd = ByEnd(candidates);
        foreach (var each in left)
        {
            if (FirstFrom(candidates, each.End + 1) is { } next && IsNear(each, next, proximity, starts))
                found.Add(new Interval(each.Start, next.End));
            if (!proximity.IsOrdered && LastUpTo(byEnd, each.Start - 1) is { } before && IsNear(before, each, proximity, starts))
                found.Add(new Interval(before.Start, each.End));
        }

        PutInOrder(found);
    }

    /// <summary>One interval with each of the others that is near it, in no order.</summary>
    /// <param name="byStart">The others.</param>
    /// <param name="byEnd">The same, by <see cref="ByEnd"/>.</param>
    /// <inheritdoc cref="Near"/>
    public static void AllNear(
        Interval each, List<Interval> byStart, List<Interval> byEnd, Proximity proximity, IReadOnlyList<int> starts, List<Interval> found)
    {
        for (var i = CountUpTo(byStart, each.End, other => other.Start); i < byStart.Count && MayBeNear(each.End, byStart[i].Start); i++)
        {
            if (IsNear(each, byStart[i], proximity, starts))
                found.Add(new Interval(each.Start, byStart[i].End));
        }

        var last = proximity.IsOrdered ? -1 : CountUpTo(byEnd, each.Start - 1, other => other.End) - 1;
        for (var i = last; i >= 0 && MayBeNear(byEnd[i].End, each.Start); i--)
        {
            if (IsNear(byEnd[i], each, proximity, starts))
                found.Add(new Interval(byEnd[i].Start, each.End));
        }

        bool MayBeNear(int end, int start) => proximity.Unit == ProximityUnit.Words
            ? start - end <= proximity.Distance
            : UnitOf(end, starts) == UnitOf(start, starts);
    }

    /// <summary>Those on the left that have none on the right near them; one that overlaps is near.</summary>
    public static void NotNear(
        List<Interval> wanted, List<Interval> unwanted, Proximity proximity, IReadOnlyList<int> starts, List<Interval> found)
    {
        var candidates = Nearest(unwanted, proximity);
        var byEnd = ByEnd(candidates);
        foreach (var each in wanted)
        {
            if (!HasNear(each))
                found.Add(each);
        }

        bool HasNear(Interval each) =>
            (!proximity.IsOrdered && LastUpTo(byEnd, each.Start - 1) is { } before && IsNear(before, each, proximity, starts))
            || (FirstFrom(candidates, each.End + 1) is { } next && IsNear(each, next, proximity, starts))
            || unwanted.Exists(other => other.Overlaps(each));
    }

    /// <param name="words">Null for whole quotations.</param>
    /// <param name="marks">Where quotations begin and end in turn.</param>
    public static List<Interval> Quoted(
        List<Interval>? words, List<Interval>? speakers, IReadOnlyList<int> marks, IReadOnlyList<int> paragraphs)
    {
        var inside = words is null
            ? Quotations(marks)
            : words.Where(each => IsQuoted(each.Start, marks) && UnitOf(each.Start, marks) == UnitOf(each.End, marks));
        if (speakers is null)
            return [.. inside];
        var outside = speakers.Where(each => !IsQuoted(each.Start, marks)).ToList();
        List<Interval> found = [.. inside.SelectMany(each => outside
            .Where(speaker => UnitOf(speaker.Start, paragraphs) == UnitOf(each.Start, paragraphs))
            .Take(1)
            .Select(speaker => new Interval(Math.Min(each.Start, speaker.Start), Math.Max(each.End, speaker.End))))];
        PutInOrder(found);
        return found;
    }

    /// <summary>The quotations that have words. One that is open at the end has no second mark.</summary>
    private static IEnumerable<Interval> Quotations(IReadOnlyList<int> marks)
    {
        for (var i = 0; i + 1 < marks.Count; i += 2)
        {
            if (marks[i + 1] > marks[i])
                yield return new Interval(marks[i], marks[i + 1] - 1);
        }
    }

    private static bool IsQuoted(int position, IReadOnlyList<int> marks) => UnitOf(position, marks) % 2 == 1;

    /// <summary>Of two that do not overlap, the first before the second.</summary>
    private static bool IsNear(Interval first, Interval second, Proximity proximity, IReadOnlyList<int> starts) =>
        proximity.Unit == ProximityUnit.Words
        ? second.Start - first.End <= proximity.Distance
        : UnitOf(first.Start, starts) == UnitOf(second.End, starts);

    /// <summary>
    /// The intervals among which the next one by start, and the one before by end, are near if any is. For words those are all. A sentence
    /// may hold an interval and not a wider one that begins earlier, so that only intervals without another inside count there.
    /// </summary>
    private static List<Interval> Nearest(List<Interval> intervals, Proximity proximity) =>
        proximity.Unit == ProximityUnit.Words ? intervals : Innermost(intervals);

    /// <summary>Without the intervals that contain another.</summary>
    private static List<Interval> Innermost(List<Interval> intervals)
    {
        var innermost = new List<Interval>(intervals.Count);
        foreach (var each in intervals)
        {
            // In order of start and then end, so that one with the same start as the last contains it.
            if (innermost.Count > 0 && innermost[^1].Start == each.Start)
                continue;
            while (innermost.Count > 0 && innermost[^1].End >= each.End)
                innermost.RemoveAt(innermost.Count - 1);
            innermost.Add(each);
        }

        return innermost;
    }

    /// <summary>How many units have begun at a position.</summary>
    private static int UnitOf(int position, IReadOnlyList<int> starts)
    {
        var (low, high) = (0, starts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (starts[middle] <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The intervals in order of their ends.</summary>
    public static List<Interval> ByEnd(List<Interval> intervals)
    {
        for (var i = 1; i < intervals.Count; i++)
        {
            if (intervals[i].End < intervals[i - 1].End)
                return [.. intervals.OrderBy(each => each.End)];
        }

        return intervals;
    }

    private static Interval? FirstFrom(List<Interval> byStart, int position) =>
        CountUpTo(byStart, position - 1, each => each.Start) is var behind && behind < byStart.Count ? byStart[behind] : null;

    private static Interval? LastUpTo(List<Interval> byEnd, int position) =>
        CountUpTo(byEnd, position, each => each.End) is var before and > 0 ? byEnd[before - 1] : null;

    /// <summary>How many intervals have a place up to a position, this included.</summary>
    /// <param name="placeOf">By which the intervals are in order.</param>
    private static int CountUpTo(List<Interval> intervals, int position, Func<Interval, int> placeOf)
    {
        var (low, high) = (0, intervals.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (placeOf(intervals[middle]) <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Sorts by start and end, and takes out doubles.</summary>
    public static void PutInOrder(List<Interval> intervals)
    {
        var isInOrder = true;
        for (var i = 1; i < intervals.Count && isInOrder; i++)
            isInOrder = Compare(intervals[i - 1], intervals[i]) < 0;
        if (isInOrder)
            return;
        intervals.Sort(Compare);
        var distinct = 0;
        for (var i = 0; i < intervals.Count; i++)
        {
            if (i == 0 || intervals[i] != intervals[distinct - 1])
                intervals[distinct++] = intervals[i];
        }

        intervals.RemoveRange(distinct, intervals.Count - distinct);
    }

    /// <summary>Takes out of those that begin together all but the longest.</summary>
    /// <param name="intervals">In order.</param>
    public static void KeepLongest(List<Interval> intervals)
    {
        var kept = 0;
        for (var i = 0; i < intervals.Count; i++)
        {
            var each = intervals[i];
            if (kept > 0 && intervals[kept - 1].Start == each.Start)
                kept--;
            intervals[kept++] = each;
        }

        intervals.RemoveRange(kept, intervals.Count - kept);
    }

    private static int Compare(Interval a, Interval b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End);
}
