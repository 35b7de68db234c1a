namespace NewsIndex.NearDuplicates;

/// <summary>
/// Groups near-duplicates. A group is named after its first article, and each member resembles that article by at least 0.8; members are
/// not compared with each other, so groups do not drift.
/// </summary>
/// <remarks>
/// Linear in the number of articles, and deterministic: the same archives in the same order give the same groups. Memory is bounded: first
/// articles are kept for the current span of arrivals and the previous one. Spans depend on arrival numbers only, so a resumed run has the
/// same first articles.
/// </remarks>
/// <param name="shinglesOf">
/// Returns the shingles of a group's first article in its current text; null when there is no such article.
/// </param>
/// <param name="span">Arrivals per span, at least 1; a first article is kept for one to two spans.</param>
public sealed class CopyGroups(Func<string, ulong[]?> shinglesOf, long span)
{
    /// <summary>Minimum resemblance of near-duplicates: see <see cref="TextShingles.Resemblance"/>.</summary>
    public const double Threshold = 0.8;

    private readonly HashSet<int> changed = [];
    private long present;
    private GroupFirsts before = new();
    private GroupFirsts now = new();

    /// <summary>Returns the earliest arrival that is compared with an article that arrives as <paramref name="arrival"/>.</summary>
    public static long EarliestKnown(long arrival, long span) => Math.Max(0, (arrival / span) - 1) * span;

    /// <summary>Adds a known group. Arrivals must not decrease.</summary>
    /// <param name="id">Id of its first article.</param>
    /// <param name="arrival">Arrival number of its first article in the index.</param>
    public void AddKnown(string id, ReadOnlySpan<uint> textBands, long arrival)
    {
        MoveTo(arrival);
        now.Add(id, textBands, default);
    }

    /// <summary>To be called before the next assignment when an article has got another text since it was assigned.</summary>
    public void MarkChanged(string id) => changed.Add(id.GetHashCode(StringComparison.Ordinal));

    /// <summary>Assigns an article to the group that it resembles most, or to a new one.</summary>
    public string Assign(string id, ReadOnlySpan<ulong> shingles, ReadOnlySpan<uint> textBands, long arrival)
    {
        MoveTo(arrival);
        string? best = null;
        var resemblance = Threshold;
        var counts = ShingleCounts.Of(shingles);
        for (var (i, firsts) = (0, before); i < 2; (i, firsts) = (i + 1, now))
        {
            foreach (var number in firsts.Sharing(textBands))
            {
                var isOther = firsts.MaxResemblance(number, counts) < resemblance;
                if (isOther && changed.Count == 0)
                    continue;
                var candidate = firsts.IdOf(number);
                // Counts are those of the text that it had when it was assigned.
                if ((isOther && !HasChanged(candidate)) || candidate == id || shinglesOf(candidate) is not { } others)
                    continue;
                var likeness = TextShingles.Resemblance(shingles, others);
                if (likeness < resemblance || (best is not null && likeness <= resemblance))
                    continue;
                (best, resemblance) = (candidate, likeness);
            }
        }

        if (best is not null)
            return best;
        now.Add(id, textBands, counts);
        return id;
    }

    /// <summary>True for articles that were marked, and by their hash for a few others.</summary>
    private bool HasChanged(string id) => changed.Contains(id.GetHashCode(StringComparison.Ordinal));

    private void MoveTo(long arrival)
    {
        if (arrival / span == present)
            return;
        (before, now) = (arrival / span == present + 1 ? now : new GroupFirsts(), new GroupFirsts());
        present = arrival / span;
    }

    private sealed class GroupFirsts
    {
        private const int CountsPerPage = 1 << 12;

        private readonly BandTable bands = new();
        private readonly PackedIds ids = new();

        /// <summary>Pages of them, so that growing copies nothing.</summary>
        private readonly List<ShingleCounts[]> counts = [];

        /// <param name="textCounts">The default for a text whose shingles are not known.</param>
        public void Add(string id, ReadOnlySpan<uint> textBands, ShingleCounts textCounts)
        {
            if (ids.Count == counts.Count * CountsPerPage)
                counts.Add(new ShingleCounts[CountsPerPage]);
            counts[ids.Count / CountsPerPage][ids.Count % CountsPerPage] = textCounts;
            bands.Add(ids.Count, textBands);
            ids.Add(id);
        }

        /// <summary>Returns the numbers of the first articles that share a band with a text, oldest first.</summary>
        public IReadOnlyList<int> Sharing(ReadOnlySpan<uint> textBands) => bands.Sharing(textBands);

        public string IdOf(int number) => ids[number];

        /// <summary>The most that a text can resemble a first article, as that was when it was added.</summary>
        public double MaxResemblance(int number, ShingleCounts textCounts) =>
            counts[number / CountsPerPage][number % CountsPerPage].MaxResemblance(textCounts);
    }
}
