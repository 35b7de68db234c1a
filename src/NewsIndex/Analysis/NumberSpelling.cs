namespace NewsIndex.Analysis;

/// <summary>Numbers in groups of thousands: 10,000 and 10000.</summary>
internal static class NumberSpelling
{
    /// <summary>
    /// The number without the signs that group it; null when there are none. A sign that stands once may be that of the decimals, and then
    /// groups only where the language writes decimals with the other one; a sign that stands twice groups in any language.
    /// </summary>
    /// <param name="decimalSign">Of the language: <c>.</c> or <c>,</c>.</param>
    /// <returns>Letters behind it are kept: 10,000m as 10000m.</returns>
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

    /// <summary>Whether two groups of digits, with a space but no line end between them, are one number.</summary>
    public static bool Continues(ReadOnlySpan<char> before, ReadOnlySpan<char> next) =>
        before.Length is >= 1 and <= 3 && AreDigits(before) && next.Length == 3 && AreDigits(next);

    public static bool AreDigits(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsNoDigitNext(ReadOnlySpan<char> rest, char separator) =>
        rest.IsEmpty || (!char.IsAsciiDigit(rest[0]) && rest[0] != separator);
}
