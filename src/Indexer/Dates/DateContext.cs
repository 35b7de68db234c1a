namespace Indexer.Dates;

/// <summary>What is known of whoever wrote a date, to read what is ambiguous by itself.</summary>
/// <param name="Language">BCP 47; decides whether 4/5/2019 is April or May. Null when unknown.</param>
/// <param name="Century">The years that two digits belong to: 2000 makes 19 the year 2019. Null when nothing tells, and then two digits are no year.</param>
internal readonly record struct DateContext(string? Language = null, int? Century = null)
{
    /// <summary>Null where the language does not decide: English is written both ways.</summary>
    public bool? MonthFirst => Language switch
    {
        null or "en" => null,
        "en-US" or "en-us" or "en_US" => true,
        _ => false,
    };
}
