using System.Text.Json;
using System.Text.RegularExpressions;

namespace Indexer.Fields;

/// <summary>
/// Reads texts from JSON leniently: a number is its digits, a list its items, an object its name. Lists of numbers are references to rows
/// elsewhere, not texts.
/// </summary>
internal static partial class JsonText
{
    /// <summary>The first member with a text that is not blank; null if there is none.</summary>
    public static string? Of(JsonElement value, params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(member, out var inner) && All(inner) is [var first, ..])
                return first;
        }

        return null;
    }

    /// <summary>All texts of a member: the items of a list, or a single text.</summary>
    public static IReadOnlyList<string> List(JsonElement value, string member) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(member, out var inner) ? All(inner) : [];

    public static IReadOnlyList<string> All(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) => [text.Trim()],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array =>
            value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number) ? [] : [.. value.EnumerateArray().SelectMany(All)],
        JsonValueKind.Object when Of(value, "name", "literal", "value", "title", "rendered", "main", "original", "text", "$date",
            "$numberLong", "$oid", "#text", "content", "html", "href", "@id") is { } name =>
            [name],
        JsonValueKind.Object when ByLocale(value) is { } text => All(text),
        _ => [],
    };

    /// <summary>The first text of an object with texts by locale (<c>{"en-US": …}</c>), as in Contentful; null for other objects.</summary>
    public static JsonElement? ByLocale(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            && value.EnumerateObject().ToList() is [var first, ..] members
            && members.TrueForAll(member => Locale().IsMatch(member.Name))
            ? first.Value
            : null;

    [GeneratedRegex(@"\A[a-z]{2}[-_][A-Z]{2}\z")]
    private static partial Regex Locale();
}
