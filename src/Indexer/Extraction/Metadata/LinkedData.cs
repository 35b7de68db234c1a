using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Extraction.Elements;

namespace Indexer.Extraction.Metadata;

/// <summary>JSON-LD of a page: the articles (schema.org NewsArticle and related types) and other items that it describes.</summary>
internal sealed partial class LinkedData
{
    /// <summary>Maximum depth of nested JSON values.</summary>
    private const int MaxDepth = 64;

    /// <summary>
    /// Minimum length of a headline, in letters and digits, that is looked for on the page; shorter ones occur by chance.
    /// </summary>
    private const int MinHeadline = 10;

    private readonly List<JsonElement> articles = [];
    private readonly List<JsonElement> all = [];

    /// <summary>Reads all JSON-LD of a page. Invalid JSON is skipped.</summary>
    public static LinkedData Of(IDocument page)
    {
        var data = new LinkedData();
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            foreach (var root in Roots(script.TextContent))
                data.Collect(root);
        }

        data.KeepOwn(page);
        return data;
    }

    /// <summary>Number of described articles with different headlines.</summary>
    public int Articles =>
        articles.Select(article => article.TryGetProperty("headline", out var headline) ? TextOf(headline) : null).Distinct().Count();

    /// <summary>Text of the first of the fields that an article has; null if no article has any of them.</summary>
    public string? Text(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            foreach (var article in articles)
            {
                if (article.TryGetProperty(field, out var value) && TextOf(value) is { Length: > 0 } text)
                    return text;
            }
        }

        return null;
    }

    /// <summary>As <see cref="Text"/>, for items that describe the page rather than an article.</summary>
    public string? PageText(string field)
    {
        foreach (var node in all)
        {
            if (node.TryGetProperty("@type", out var type)
                && TextOf(type) is "WebPage" or "VideoObject" or "ItemPage" or "HowTo" or "QAPage"
                && node.TryGetProperty(field, out var value) && TextOf(value) is { Length: > 0 } text)
                return text;
        }

        return null;
    }

    /// <summary>
    /// Names in a field of the first article that has any. The value is a text, an object with a name, or a list of these; empty if
    /// missing.
    /// </summary>
    public IReadOnlyList<string> Names(string field)
    {
        foreach (var article in articles)
        {
            if (article.TryGetProperty(field, out var value) && NamesOf(value) is { Count: > 0 } names)
                return names;
        }

        return [];
    }

    /// <summary>Names of persons that the page describes as separate items, as WordPress does with authors.</summary>
    public IReadOnlyList<string> Persons() =>
        [.. all.Where(IsNamedPerson).SelectMany(NamesOf).Distinct()];

    private static bool IsNamedPerson(JsonElement node) =>
        node.TryGetProperty("@type", out var type) && TextOf(type) == "Person" && node.TryGetProperty("name", out _);

    /// <summary>Follows a reference by <c>@id</c> to the item with a name; returns other values unchanged.</summary>
    private JsonElement Resolve(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("name", out _) && IdOf(value) is { } id
            && all.Find(node => node.TryGetProperty("name", out _) && IdOf(node) == id) is { ValueKind: JsonValueKind.Object } found
                ? found
                : value;

    private static string? IdOf(JsonElement item) =>
        item.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    private List<string> NamesOf(JsonElement value)
    {
        value = Resolve(value);
        return value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(NamesOf)],
            JsonValueKind.Object when value.TryGetProperty("name", out var name) => NamesOf(name),
            JsonValueKind.String when Texts.PageText.Clean(value.GetString()!) is { Length: > 0 } text => [text],
            _ => [],
        };
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Array => value.EnumerateArray().Select(TextOf).FirstOrDefault(text => text is { Length: > 0 }),
        JsonValueKind.Object when value.TryGetProperty("@value", out var inner) => TextOf(inner),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => TextOf(name),
        JsonValueKind.Object when value.TryGetProperty("@id", out var id) => TextOf(id),
        _ => null,
    };

    private void Collect(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
                Collect(item);
            return;
        }

        if (node.ValueKind != JsonValueKind.Object)
            return;
        all.Add(node);
        if (IsArticle(node))
            articles.Add(node);
        foreach (var name in (string[])["@graph", "mainEntity", "mainEntityOfPage", "author"])
        {
            if (node.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                Collect(inner);
        }
    }

    private static bool IsArticle(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type))
            return false;
        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(TextOf) : [TextOf(type)];
        return types.OfType<string>().Any(IsArticleType);
    }

    private static bool IsArticleType(string name) =>
        name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal)
        || name is "Report" or "Review" or "Recipe" or "CreativeWork" or "NewsItem";

    /// <summary>
    /// Drops described articles that the page only links to, if the headline of another one is in its title or main heading.
    /// </summary>
    private void KeepOwn(IDocument page)
    {
        var shown = HeadlineWords.Fold(string.Join(' ', page.QuerySelectorAll("title, h1").Select(element => element.TextContent)));
        var own = articles.FindAll(article => article.TryGetProperty("headline", out var headline) && TextOf(headline) is { } text
            && HeadlineWords.Fold(Texts.PageText.Clean(text)) is { Length: >= MinHeadline } letters
            && shown.Contains(letters, StringComparison.Ordinal));
        if (own.Count > 0 && own.Count < articles.Count)
            articles.RemoveAll(article => article.TryGetProperty("headline", out _) && !own.Contains(article));
    }

    /// <summary>JSON values of a script. Some scripts hold several; those after an invalid value are skipped.</summary>
    private static List<JsonElement> Roots(string script)
    {
        var roots = new List<JsonElement>();
        var json = Encoding.UTF8.GetBytes(Repair(script)).AsSpan();
        try
        {
            for (var begin = 0; begin >= 0; begin = json.IndexOfAny((byte)'{', (byte)'['))
            {
                json = json[begin..];
                var reader = new Utf8JsonReader(json,
                    new JsonReaderOptions
                    {
                        AllowTrailingCommas = true,
                        CommentHandling = JsonCommentHandling.Skip,
                        MaxDepth = MaxDepth,
                        AllowMultipleValues = true
                    });
                roots.Add(JsonDocument.ParseValue(ref reader).RootElement);
                json = json[(int)reader.BytesConsumed..];
            }
        }
        catch (JsonException)
        {
            // The values before the invalid one are kept.
        }

        return roots;
    }

    /// <summary>Repairs common errors: line breaks in strings, comments and CDATA around the JSON, HTML escapes in it.</summary>
    private static string Repair(string script)
    {
        script = Wrapping().Replace(script, " ");
        if (script.Contains("&quot;", StringComparison.Ordinal) && !script.Contains('"', StringComparison.Ordinal))
            script = System.Net.WebUtility.HtmlDecode(script);
        var begin = script.AsSpan().IndexOfAny('{', '[');
        var end = script.AsSpan().LastIndexOfAny('}', ']');
        if (begin < 0 || end < begin)
            return script;
        var repaired = new StringBuilder(script, begin, end - begin + 1, end - begin + 1);
        for (var i = 0; i < repaired.Length; i++)
        {
            if (repaired[i] < ' ')
                repaired[i] = ' ';
        }

        return HalfOfAPair().Replace(repaired.ToString(), "\\ufffd");
    }

    [GeneratedRegex(@"(//|/\*)?\s*(<!\[CDATA\[|\]\]>)\s*(\*/)?")]
    private static partial Regex Wrapping();

    /// <summary>Half of an escaped surrogate pair: valid JSON, but not valid text.</summary>
    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})"
        + @"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfOfAPair();
}
