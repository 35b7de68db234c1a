namespace Indexer.Extraction;

/// <summary>A title in which signs may part headline, section and site, as that of a window does.</summary>
internal sealed record PartedTitle(string Text)
{
    /// <summary>The title, and its two halves: with more parts it names a section too.</summary>
    private const int PartsWithSite = 3;

    public static IReadOnlyList<string> Signs { get; } = [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " / ", " « ", " ‹ ", " < ", " > ", " · ", "|"];

    public bool NamesSection => Parts.Skip(PartsWithSite).Any();

    /// <summary>A sign at the end parts the site from a headline that the page forgot to put there.</summary>
    public bool LacksHeadline => Signs.Any(sign => Text.EndsWith(sign.TrimEnd(), StringComparison.Ordinal)) && !Parts.Skip(1).Any();

    /// <summary>The title itself, then what lies between signs, the longest first.</summary>
    public IEnumerable<string> Parts
    {
        get
        {
            yield return Text;
            foreach (var sign in Signs.Where(sign => Text.Contains(sign, StringComparison.Ordinal)))
            {
                foreach (var part in Text.Split(sign).Select(part => part.Trim()).Where(part => part.Length > 0).OrderByDescending(part => part.Length))
                    yield return part;
            }
        }
    }
}
