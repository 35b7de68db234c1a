using System.Text.RegularExpressions;

namespace Indexer.Fields;

/// <summary>Several names in one field of a table.</summary>
internal static partial class ListedText
{
    /// <summary>
    /// The items of a list as Python and JSON write it (<c>['Jane Doe', 'John Roe']</c>); otherwise what semicolons or bars part, and where
    /// there are none of them, commas: <c>Doe, Jane; Roe, John</c> are two.
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
