using System.Text.RegularExpressions;

namespace NewsIndex.Queries;

/// <summary>Reads URLs, whose punctuation would otherwise be operators.</summary>
internal static partial class AddressTokens
{
    /// <summary>Maximum length of a URL, in characters.</summary>
    private const int MaxAddressLength = 2048;

    /// <summary>Returns true for a text that starts with a URL.</summary>
    public static bool IsAddress(string text) => Read(text, 0, QueryTokenKind.Field, []) is not null;

    /// <summary>Reads a URL as a phrase of its words; null for other text.</summary>
    public static QueryToken? Read(string text, int start, QueryTokenKind before, List<string> notices)
    {
        var match = AddressForm().Match(text, start, Math.Min(MaxAddressLength, text.Length - start));
        if (!match.Success || match.Length == MaxAddressLength || match.Value.Contains('*', StringComparison.Ordinal))
            return null;
        var address = match.Value[..^match.Groups["end"].Length];
        if (before != QueryTokenKind.Field)
            notices.Add($"\"{address}\" at {start} was read as an address: its words side by side.");
        return new QueryToken(QueryTokenKind.Quoted, address, start, match.Length);
    }

    /// <summary>A URL with its scheme or with a query string, up to punctuation that ends a sentence.</summary>
    [GeneratedRegex(
        @"\G(?:(?i:https?|ftp)://[^\s""()\\]*[^\s""()\\.,;:!?]"
        + @"|(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::[0-9]+)?/?[^\s""()?*\\]*\?[^\s""()\\]*=[^\s""()\\]*[^\s""()\\.,;:!?])"
        + @"(?<end>[.,;:!?]*)(?=[\s""()]|\z)")]
    private static partial Regex AddressForm();
}
