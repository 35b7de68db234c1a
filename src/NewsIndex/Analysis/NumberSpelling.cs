namespace NewsIndex.Analysis;

/// <summary>Numbers with thousands separators: 10,000 and 10000.</summary>
internal static class NumberSpelling
{
    /// <summary>
    /// Removes thousands separators; null if there are none. A separator that occurs once may be a decimal separator, and groups thousands
    /// only if the language uses the other one for decimals; one that occurs twice groups in any language.
    /// </summary>
    /// <param name="decimalSign">Decimal separator of the language:</param>
    /// <returns>Letters after the number are kept: 10,000m as 10000m.</returns>
    public static string? Ungrouped(ReadOnlySpan<char> word, char decimalSign)
    {
        var sign = word.IndexOfAny(",.'");
        if (sign is < 1 or > 3 || word[0] is < '1' or > '9' || !AreDigits(word[..sign]))
            return null;
        var (separator, end, groups) = (word[sign], sign, 0);
        while (end + 3 < word.Length && word[end] == separator && AreDigits(word.Slice(end + 1, 3)))
            (end, groups) = (end + 4, groups + 1);
        var rest = word[end..];
        var isGrouped = groups > 1 || (groups == 1 && separator != decimalSign);
        if (!isGrouped || !IsNoDigitNext(rest, separator))
            return null;
        return word[..end].ToString().Replace(separator.ToString(), "", StringComparison.Ordinal) + rest.ToString();
    }

    /// <summary>Returns true if two groups of digits, with a space but no line end between them, are one number.</summary>
    public static bool Continues(ReadOnlySpan<char> before, ReadOnlySpan<char> next) =>
        before.Length is >= 1 and <= 3 && AreDigits(before) && next.Length == 3 && AreDigits(next);

    public static bool AreDigits(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsNoDigitNext(ReadOnlySpan<char> rest, char separator) =>
        rest.IsEmpty || (!char.IsAsciiDigit(rest[0]) && rest[0] != separator);
}
