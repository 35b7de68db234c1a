namespace NewsIndex.NearDuplicates;

/// <summary>
/// Puts articles with nearly the same text into groups. A group is named after its first article, and every other resembles that one by
/// 0.8 or more: likeness is not passed on from copy to copy, so that a group never drifts.
/// </summary>
/// <remarks>
/// Linear in the number of articles. Which article comes first decides, so that the same archives in the same order give the same groups.
/// Memory is bounded: firsts are kept in spans of arrivals, the present one and the one before, and older ones are forgotten. Where the
/// spans begin depends on the arrivals alone, so that a run that was broken off goes on with the same firsts.
/// </remarks>
/// <param name="shinglesOf">The shingles of a group's first article, as its text is now; null when there is none any more.</param>
/// <param name="span">Arrivals of a span, at least 1: a first is found for one to two spans after it came.</param>
public sealed class CopyGroups(Func<string, ulong[]?> shinglesOf, long span)
{
    /// <summary>Two texts are copies from this resemblance on: see <see cref="TextShingles.Resemblance"/>.</summary>
    public const double Threshold = 0.8;

    private long present;
    private GroupFirsts before = new();
    private GroupFirsts now = new();

    /// <summary>The earliest arrival whose article is still compared with one that arrives as <paramref name="arrival"/>.</summary>
    public static long EarliestKnown(long arrival, long span) => Math.Max(0, (arrival / span) - 1) * span;

    /// <summary>Adds a group that is known already. Arrivals never go back.</summary>
    /// <param name="id">Its first article.</param>
    /// <param name="arrival">When that came into the index, as a count of all that came.</param>
    public void AddKnown(string id, ReadOnlySpan<uint> textBands, long arrival)
    {
        MoveTo(arrival);
        now.Add(id, textBands);
    }

    /// <summary>The group of an article: the one it resembles most, or a new one that it begins.</summary>
    public string Assign(string id, ReadOnlySpan<ulong> shingles, ReadOnlySpan<uint> textBands, long arrival)
    {
        MoveTo(arrival);
        string? best = null;
        var resemblance = Threshold;
        foreach (var candidate in before.Sharing(textBands).Concat(now.Sharing(textBands)))
        {
            if (candidate == id || shinglesOf(candidate) is not { } others)
                continue;
            var likeness = TextShingles.Resemblance(shingles, others);
            if (likeness < resemblance || (best is not null && likeness <= resemblance))
                continue;
            (best, resemblance) = (candidate, likeness);
        }

        if (best is not null)
            return best;
        now.Add(id, textBands);
        return id;
    }

    private void MoveTo(long arrival)
    {
        if (arrival / span == present)
            return;
        (before, now) = (arrival / span == present + 1 ? now : new GroupFirsts(), new GroupFirsts());
        present = arrival / span;
    }

    private sealed class GroupFirsts
    {
        private readonly BandTable bands = new();
        private readonly PackedIds ids = new();

        public void Add(string id, ReadOnlySpan<uint> textBands)
        {
            bands.Add(ids.Count, textBands);
            ids.Add(id);
        }

        /// <summary>The firsts that share a band with a text, the earliest first.</summary>
        public IEnumerable<string> Sharing(ReadOnlySpan<uint> textBands) => bands.Sharing(textBands).Select(text => ids[text]);
    }
}
