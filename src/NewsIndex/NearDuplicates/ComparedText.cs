namespace NewsIndex.NearDuplicates;

/// <summary>
/// Selects the text of an article for near-duplicate detection. The body alone, because copies often have another headline; but a short
/// body is often a placeholder ("summary", "Read more", a notice for subscribers), so for those the headline counts too.
/// </summary>
public static class ComparedText
{
    /// <summary>Minimum words of a body that is compared without its headline.</summary>
    public const int MinBodyWords = 40;

    public static string Of(string headline, string body) => HasWords(TextShingles.Words(body)) ? body : Joined(headline, body);

    /// <summary>Returns the shingles of that text; tokenises the body once.</summary>
    public static ulong[] ShinglesOf(string headline, string body) =>
        ShinglesOf(TextShingles.Words(body), () => TextShingles.Words(headline));

    /// <param name="body">Hashes from <see cref="TextShingles.Words"/>.</param>
    /// <param name="headline">Asked for a short body only.</param>
    internal static ulong[] ShinglesOf(List<ulong> body, Func<List<ulong>> headline) =>
        TextShingles.Of(HasWords(body) ? body : [.. headline(), .. body]);

    private static bool HasWords(List<ulong> words) => words.Count >= MinBodyWords;

    private static string Joined(string headline, string body) => $"{headline}\n{body}";
}
