namespace Indexer.Dates;

/// <summary>What is known of whoever wrote a date, to read what is ambiguous by itself.</summary>
/// <param name="Language">BCP 47; decides whether 4/5/2019 is April or May. Null when unknown.</param>
/// <param name="Since">
/// The first year from which there is anything of this kind, such as 1991 for pages of the web: two digits are the one year of the hundred
/// after it. Null when nothing tells, and then two digits are no year.
/// </param>
/// <param name="Order">True where months are known to come before days; null where the language has to tell.</param>
internal readonly record struct DateContext(string? Language = null, int? Since = null, bool? Order = null)
{
    /// <summary>The year that two digits stand for; -1 where that is not known.</summary>
    public int YearOf(int lastDigits) => Since is { } since ? since + ((lastDigits - (since % 100) + 100) % 100) : -1;

    /// <summary>The language is this one, of whatever country.</summary>
    /// <param name="language">Two letters.</param>
    public bool IsIn(string language) =>
        Language is { } known && known.StartsWith(language, StringComparison.OrdinalIgnoreCase)
            && (known.Length == language.Length || known[language.Length] is '-' or '_');

    /// <summary>Null where nothing decides: English is written both ways.</summary>
    public bool? MonthFirst => Order ?? Language switch
    {
        null or "en" => null,
        "en-US" or "en-us" or "en_US" => true,
        _ => false,
    };
}
