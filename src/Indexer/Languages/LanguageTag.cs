namespace Indexer.Languages;

/// <summary>Tags of languages by the conventions of BCP 47, section 2.1.1: <c>en-US</c>, however an archive writes it.</summary>
internal static class LanguageTag
{
    /// <summary>Null for what is no tag: a name such as "English" is not guessed at.</summary>
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
