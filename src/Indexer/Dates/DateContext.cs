namespace Indexer.Dates;

/// <summary>Facts about the author of a date that resolve ambiguous forms.</summary>
/// <param name="Language">BCP 47 tag of the text; decides whether 4/5/2019 is in April or in May. Null if unknown.</param>
/// <param name="Since">
/// First possible year, such as 1991 for web pages. A year of two digits is the one within the 100 years from there. Null if unknown; then
/// two digits are not read as a year.
/// </param>
/// <param name="Order">True if the month comes before the day, false if it comes after; null to decide by the language.</param>
internal readonly record struct DateContext(string? Language = null, int? Since = null, bool? Order = null)
{
    /// <summary>Completes a year of two digits; returns -1 if <see cref="Since"/> is null.</summary>
    public int YearOf(int lastDigits) => Since is { } since ? since + ((lastDigits - (since % 100) + 100) % 100) : -1;

    /// <summary>Returns true if the text is in this language, in any country.</summary>
    /// <param name="language">Two-letter code.</param>
    public bool IsIn(string language) =>
        Language is { } known && known.StartsWith(language, StringComparison.OrdinalIgnoreCase)
            && (known.Length == language.Length || known[language.Length] is '-' or '_');

    /// <summary>True if the month comes before the day; null if unknown: English is written in both ways.</summary>
    public bool? MonthFirst => Order ?? Language switch
    {
        null or "en" => null,
        "en-US" or "en-us" or "en_US" => true,
        _ => false,
    };
}
