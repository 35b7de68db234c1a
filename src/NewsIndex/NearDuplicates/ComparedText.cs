namespace NewsIndex.NearDuplicates;

/// <summary>
/// The text by which an article is compared with others. Copies are often given another headline, so the body decides; but a short body is
/// often no text of the article at all ("summary", "Read more", a notice that a page has moved or is for subscribers), and then the
/// headline has to agree too.
/// </summary>
public static class ComparedText
{
    /// <summary>Words that a body needs to be compared without its headline.</summary>
    public const int FewestBodyWords = 40;

    public static string Of(string headline, string body) =>
        TextShingles.HasWords(body, FewestBodyWords) ? body : $"{headline}\n{body}";
}
