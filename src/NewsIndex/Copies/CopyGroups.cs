namespace NewsIndex.Copies;

/// <summary>
/// Puts articles with nearly the same text into groups. A group is named after its first article, and every other resembles that one by
/// 0.8 or more: likeness is not passed on from copy to copy, so that a group never drifts.
/// </summary>
/// <remarks>Linear in the number of articles. Which article comes first decides, so that the same archives in the same order give the same groups.</remarks>
/// <param name="textOf">The text of a group's first article, as it is now; null when there is none any more.</param>
public sealed class CopyGroups(Func<string, string?> textOf)
{
    /// <summary>Two texts are copies from this resemblance on: see <see cref="TextShingles.Resemblance"/>.</summary>
    public const double Threshold = 0.8;

    private readonly BandTable bands = new();
    private readonly List<string> firsts = [];

    /// <summary>Adds a group that is known already.</summary>
    /// <param name="id">Its first article.</param>
    public void AddKnown(string id, ReadOnlySpan<uint> textBands)
    {
        bands.Add(firsts.Count, textBands);
        firsts.Add(id);
    }

    /// <summary>The group of an article: the one it resembles most, or a new one that it begins.</summary>
    public string Assign(string id, ReadOnlySpan<ulong> shingles, ReadOnlySpan<uint> textBands)
    {
        string? best = null;
        var resemblance = Threshold;
        foreach (var candidate in bands.Sharing(textBands))
        {
            if (firsts[candidate] == id || textOf(firsts[candidate]) is not { } text)
                continue;
            var likeness = TextShingles.Resemblance(shingles, TextShingles.Of(text));
            if (likeness < resemblance || (best is not null && likeness <= resemblance))
                continue;
            (best, resemblance) = (firsts[candidate], likeness);
        }

        if (best is not null)
            return best;
        AddKnown(id, textBands);
        return id;
    }
}
