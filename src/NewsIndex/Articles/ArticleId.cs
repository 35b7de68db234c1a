using System.Security.Cryptography;
using System.Text;

namespace NewsIndex.Articles;

/// <summary>
/// Ids for articles that come without one: the same on every machine and run. An article with a URL is that URL's, so that a changed text
/// replaces its older self; one without is known by its source, date and text.
/// </summary>
public static class ArticleId
{
    public const int MaximumLength = 512;

    public static string Derive(Article article) => article.Url is { Length: > 0 } url ? Digest("url", url) : DeriveFromText(article);

    /// <summary>The id of an article that shares its address with others.</summary>
    public static string DeriveFromText(Article article) => Digest(
        "text",
        article.Source ?? "",
        article.Published.Date?.ToString() ?? "",
        article.Published.TimeOfDayText ?? "",
        article.Headline,
        article.Body);

    /// <summary>The id of an article that its source names, such as the guid of a feed item.</summary>
    /// <param name="source">Names of different sources may be equal; null when the source is not known.</param>
    public static string DeriveFromName(string? source, string name) => Digest("name", source ?? "", name);

    private static string Digest(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            // A zero byte after each part keeps "ab" + "c" and "a" + "bc" apart.
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
