using System.Text.Json;
using Indexer.Fields;

namespace Indexer.Archives.Json;

/// <summary>
/// Where the records of a file lie in its JSON: each a value of its own, the items of a list inside the answer of an interface, or the
/// members of one object, under their ids.
/// </summary>
/// <param name="List">The member that holds the records; null when nothing does.</param>
/// <param name="Depth">Objects and lists that are open around a record; 0 where each is a value of its own.</param>
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

    /// <summary>The layout of a file of articles, as far as its first bytes tell; null when they hold none.</summary>
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
            // The first bytes end inside a value, or it is broken: what was read tells what it is.
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

    /// <summary>Pieces of a text rather than articles; see <see cref="ContentBlocks"/>.</summary>
    private static bool AreBlocks(string list, Container record, FieldMapping mapping) =>
        mapping.IsFullText(list) && mapping.ColumnsOf("headline", record.Names).Count == 0;

    /// <summary>An object or a list that is read.</summary>
    /// <param name="member">Of the object around it; null for an item of a list, and for a value of its own.</param>
    private sealed class Container(string? member, bool isList, Container? around)
    {
        public string? Member => member;

        public bool IsList => isList;

        public Container? Around => around;

        /// <summary>With those of objects that only hold its members.</summary>
        public List<string> Names { get; } = member is not null && JsonMembers.IsHolder(member) && around is { IsList: false }
            ? around.Names
            : [];

        /// <summary>Members that are articles themselves.</summary>
        public int Records { get; set; }

        /// <summary>It has two members at least, and each is an article; the last that was begun may be cut off.</summary>
        public bool HoldsRecords(bool isCutOff) => Names.Count > 1 && Records > 0 && Records >= Names.Count - (isCutOff ? 1 : 0);

        /// <summary>A text of an article stands in it, so that it is one itself.</summary>
        public bool HasText { get; set; }
    }
}
