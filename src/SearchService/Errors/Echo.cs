namespace SearchService.Errors;

/// <summary>
/// What is sent back of a caller's own text: at most 100 characters of it in one piece. Sentences about a text travel in trailers, which
/// clients accept up to a size only; past it they drop the connection with every other call on it.
/// </summary>
internal static class Echo
{
    /// <summary>UTF-16 code units.</summary>
    public const int Longest = 100;

    /// <summary>The beginning of a caller's text, with an ellipsis where that is not all of it.</summary>
    public static string Of(string text) => Cut(text, Longest);

    /// <summary>A sentence that may quote a caller's text, with every long quotation of it cut.</summary>
    public static string Within(string sentence, string text)
    {
        if (text.Length <= Longest)
            return sentence;
        for (var start = 0; start + Longest < sentence.Length; start++)
        {
            var at = text.AsSpan().IndexOf(sentence.AsSpan(start, Longest + 1), StringComparison.Ordinal);
            if (at < 0)
                continue;
            var quoted = sentence.AsSpan(start).CommonPrefixLength(text.AsSpan(at));
            sentence = $"{sentence[..start]}{Of(sentence.Substring(start, quoted))}{sentence[(start + quoted)..]}";
            start += Longest;
        }

        return sentence;
    }

    /// <param name="longest">Characters that stay; 1 or more.</param>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end] + "…";
    }
}
