namespace NewsIndex.Analysis;

/// <summary>Words that are written with hyphens and in one: e-mail and email, covid-19 and covid19.</summary>
internal static class JoinedSpelling
{
    /// <summary>The most parts that are written as one word.</summary>
    public const int MaxParts = 4;

    /// <summary>The most characters of all parts together.</summary>
    public const int MaxLength = 100;

    /// <summary>Letters and digits, and the apostrophe of a possessive; two numbers, as in 2-1 or 1980-81, are no word.</summary>
    public static bool MayJoin(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        !(char.IsDigit(left[^1]) && char.IsDigit(right[0])) && IsPlain(left) && IsPlain(right);

    private static bool IsPlain(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            if (!char.IsLetterOrDigit(c) && c != '\'' && CharacterForms.Of(c) != CharacterForm.Composing)
                return false;
        }

        return true;
    }
}
