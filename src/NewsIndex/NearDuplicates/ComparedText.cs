namespace NewsIndex.NearDuplicates;

/// <summary>
/// The text by which an article is compared with others. Copies are often given another headline, so the body decides; but a short body is
/// often no text of the article at all ("summary", "Read more", a notice that a page has moved or is for subscribers), and then the
/// headline has to agree too.
/// </summary>
public static class ComparedText
{
    /// <summary>Words that a body needs to be compared without its headline.</summary>
    public const int MinBodyWords = 40;

    public static string Of(string headline, string body) => HasWords(TextShingles.Words(body)) ? body : Joined(headline, body);

    /// <summary>The shingles of that text, for which the body is cut into words once.</summary>
    public static ulong[] ShinglesOf(string headline, string body)
    {
        var words = TextShingles.Words(body);
        return TextShingles.Of(HasWords(words) ? words : TextShingles.Words(Joined(headline, body)));
    }

    private static bool HasWords(List<ulong> words) => words.Count >= MinBodyWords;

    private static string Joined(string headline, string body) => $"{headline}\n{body}";
}
