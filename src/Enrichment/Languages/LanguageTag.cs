namespace Enrichment.Languages;

/// <summary>Formats language tags as BCP 47 (RFC 5646, section 2.1.1) recommends: <c>en-US</c>, <c>zh-Hant-TW</c>.</summary>
internal static class LanguageTag
{
    /// <summary>Formats a tag in any case, with hyphens or underscores.</summary>
    /// <returns>Null if the text is null or not a tag; names such as "English" are not translated.</returns>
    public static string? Of(string? written)
    {
        var parts = (written ?? "").Trim().Replace('_', '-').Split('-');
        if (parts[0].Length is < 2 or > 3 || !parts[0].All(char.IsAsciiLetter))
            return null;
        return string.Join('-', parts.Select((part, i) => (i, part.Length) switch
        {
            (0, _) => part.ToLowerInvariant(),
            (_, 2) => part.ToUpperInvariant(),
            (_, 4) when part.All(char.IsAsciiLetter) => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
            _ => part.ToLowerInvariant(),
        }).Where(part => part.Length > 0));
    }
}
