namespace NewsIndex.Analysis;

/// <summary>Acronyms with dots: U.S, N.A.T.O.</summary>
internal static class AcronymSpelling
{
    /// <summary>Maximum length in characters, including dots.</summary>
    private const int MaxLength = 31;

    /// <summary>The letters; null for another word.</summary>
    public static string? Undotted(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > MaxLength || word.Length % 2 == 0)
            return null;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return null;
        }

        Span<char> letters = stackalloc char[(word.Length + 1) / 2];
        for (var i = 0; i < letters.Length; i++)
            letters[i] = word[2 * i];
        return letters.ToString();
    }

    /// <summary>Two capitals with a dot between them; null for any other word.</summary>
    /// <remarks>Two lower-case letters are mostly another word, such as us. So US is searched as U.S, but us is not.</remarks>
    public static string? Dotted(ReadOnlySpan<char> word) =>
        word is [var first, var second] && char.IsUpper(first) && char.IsUpper(second) ? $"{first}.{second}" : null;
}
