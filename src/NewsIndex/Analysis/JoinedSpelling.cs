namespace NewsIndex.Analysis;

/// <summary>Words written with hyphens or joined: e-mail and email, covid-19 and covid19.</summary>
internal static class JoinedSpelling
{
    /// <summary>Maximum number of parts that are joined.</summary>
    public const int MaxParts = 4;

    /// <summary>Maximum length of all parts together, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>Letters and digits, and the apostrophe of a possessive; two numbers, as in 2-1 or 1980-81, are not joined.</summary>
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
