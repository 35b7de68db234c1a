using System.Text.Json;
using Indexer.Fields;

namespace Indexer.Archives.Json;

/// <summary>
/// Location of the records in a JSON file: each record a value of its own, an item of a list in the response of an API, or a member of one
/// object, by id.
/// </summary>
/// <param name="List">The member with the list of records; null if there is none.</param>
/// <param name="Depth">Number of objects and lists around a record; 0 if each record is a value of its own.</param>
internal sealed record JsonLayout(string? List, int Depth)
{
    /// <summary>
    /// Names that APIs give to their result lists. A list of another name, such as related articles, is part of a record.
    /// </summary>
    private static readonly HashSet<string> Lists = new(StringComparer.OrdinalIgnoreCase)
    {
        "articles", "results", "result", "docs", "documents", "hits", "items", "entries", "news", "stories", "posts", "records", "rows",
        "objects", "data", "value", "list", "content", "response", "feed",
    };

    private static readonly JsonLayout OneByOne = new(null, 0);

    private static readonly JsonLayout UnderIds = new(null, 1);

    /// <summary>The layout, as far as the first bytes show it; null if they have no articles.</summary>
    public static JsonLayout? Of(ReadOnlySpan<byte> head, FieldMapping mapping)
    {
        if (head.StartsWith("\uFEFF"u8))
            head = head[3..];
        var open = new List<Container>();
        var json = new Utf8JsonReader(head, new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            string? name = null;
            while (json.Read())
            {
                switch (json.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = json.GetString()!;
                        open[^1].Names.Add(name);
                        continue;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Add(new Container(name, json.TokenType == JsonTokenType.StartArray, open.Count == 0 ? null : open[^1]));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        if (Found(open, mapping, isCutOff: false) is { } layout)
                            return layout;
                        if (open is [var file, { IsList: false, Member: not null } member] && mapping.FitsTable(member.Names))
                            file.Records++;
                        open.RemoveAt(open.Count - 1);
                        break;
                    case JsonTokenType.String when open is [.., { IsList: false } container]
                        && name is not null
                        && mapping.IsFullText(name):
                        container.HasText = true;
                        break;
                    default:
                        break;
                }

                name = null;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The first bytes end inside a value, or it is malformed: what precedes decides.
        }

        for (; open.Count > 0; open.RemoveAt(open.Count - 1))
        {
            if (Found(open, mapping, isCutOff: true) is { } layout)
                return layout;
        }

        return null;
    }

    private static JsonLayout? Found(List<Container> open, FieldMapping mapping, bool isCutOff)
    {
        var record = open[^1];
        if (record.IsList)
            return null;
        if (open.Count == 1 && record.HoldsRecords(isCutOff))
            return UnderIds;
        if (record.Around is { IsList: true, Member: { } list } && Lists.Contains(list)
            && !open.Exists(around => around != record && around.HasText) && !AreBlocks(list, record, mapping))
            return mapping.FitsTable(record.Names) ? new JsonLayout(list, open.Count - 1) : null;
        return open.TrueForAll(around => around == record || (around.IsList && around.Member is null)) && mapping.FitsArticles(record.Names)
            ? OneByOne
            : null;
    }

    /// <summary>Blocks of one text rather than articles; see <see cref="ContentBlocks"/>.</summary>
    private static bool AreBlocks(string list, Container record, FieldMapping mapping) =>
        mapping.IsFullText(list) && mapping.ColumnsOf("headline", record.Names).Count == 0;

    /// <summary>An object or a list being read.</summary>
    /// <param name="member">The member's name in the outer object; null for an item of a list and for a value of its own.</param>
    private sealed class Container(string? member, bool isList, Container? around)
    {
        public string? Member => member;

        public bool IsList => isList;

        public Container? Around => around;

        /// <summary>Includes the members of objects that only wrap its members.</summary>
        public List<string> Names { get; } = member is not null && JsonMembers.IsHolder(member) && around is { IsList: false }
            ? around.Names
            : [];

        /// <summary>Number of members that are articles.</summary>
        public int Records { get; set; }

        /// <summary>True for at least two members that are all articles; the last one may be truncated.</summary>
        public bool HoldsRecords(bool isCutOff) => Names.Count > 1 && Records > 0 && Records >= Names.Count - (isCutOff ? 1 : 0);

        /// <summary>The object has the text of an article, so it is an article itself.</summary>
        public bool HasText { get; set; }
    }
}
