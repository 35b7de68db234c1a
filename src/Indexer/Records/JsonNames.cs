using System.Text.Json;

namespace Indexer.Records;

/// <summary>Lists the member names of the first JSON object in a file, as far as its first bytes have them.</summary>
internal static class JsonNames
{
    public static IReadOnlySet<string> Of(ReadOnlySpan<byte> head)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (head.StartsWith("\uFEFF"u8))
            head = head[3..];
        if (!head.TrimStart(" \t\r\n"u8).StartsWith("{"u8) && !head.TrimStart(" \t\r\n"u8).StartsWith("["u8))
            return names;

        var json = new Utf8JsonReader(head, isFinalBlock: false, default);
        try
        {
            var depth = -1;
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.StartObject && depth < 0)
                    depth = json.CurrentDepth;
                else if (json.TokenType == JsonTokenType.EndObject && json.CurrentDepth == depth)
                    break;
                else if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == depth + 1)
                    names.Add(json.GetString()!);
                else if (depth < 0 && json.TokenType != JsonTokenType.StartArray)
                    break;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A broken record still has told what it is.
        }

        return names;
    }
}
