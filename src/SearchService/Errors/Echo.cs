namespace SearchService.Errors;

/// <summary>
/// Bounds how much of a caller's own text an error quotes. Errors travel in trailers, which clients accept up to a size only; beyond it
/// they drop the connection with every other call on it.
/// </summary>
internal static class Echo
{
    /// <summary>MaxLength quotation, in UTF-16 code units.</summary>
    public const int MaxLength = 100;

    /// <summary>The beginning of a caller's text, followed by an ellipsis if it was cut.</summary>
    public static string Of(string text) => Cut(text, MaxLength);

    /// <summary>Cuts every long quotation of a caller's text in a sentence; the rest of the sentence stays.</summary>
    public static string Within(string sentence, string text)
    {
        if (text.Length <= MaxLength)
            return sentence;
        for (var start = 0; start + MaxLength < sentence.Length; start++)
        {
            var at = text.AsSpan().IndexOf(sentence.AsSpan(start, MaxLength + 1), StringComparison.Ordinal);
            if (at < 0)
                continue;
            var quoted = sentence.AsSpan(start).CommonPrefixLength(text.AsSpan(at));
            sentence = $"{sentence[..start]}{Of(sentence.Substring(start, quoted))}{sentence[(start + quoted)..]}";
            start += MaxLength;
        }

        return sentence;
    }

    /// <summary>Cuts a text, without splitting a surrogate pair, and marks the cut with an ellipsis.</summary>
    /// <param name="maxLength">UTF-16 code units that stay; 1 or more.</param>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        var end = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return text[..end] + "…";
    }
}
