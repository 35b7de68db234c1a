using System.Text.RegularExpressions;

namespace Indexer.Fields;

/// <summary>Splits a field with several names.</summary>
internal static partial class ListedText
{
    /// <summary>
    /// Splits a list as Python and JSON write it (<c>['Jane Doe', 'John Roe']</c>), or else at semicolons or bars, or else at commas:
    /// <c>Doe, Jane; Roe, John</c> are two names.
    /// </summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        if (text.StartsWith('[') && text.EndsWith(']'))
            return [.. Quoted()
                .Matches(text)
                .Select(item => item.Groups["single"].Success ? item.Groups["single"].Value : item.Groups["double"].Value)];
        return text.Split(text.AsSpan().ContainsAny(';', '|') ? [';', '|'] : [','], StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"'(?<single>[^']*(?:'(?![,\]])[^']*)*)'|""(?<double>[^""]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
