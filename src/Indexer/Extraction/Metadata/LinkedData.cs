using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Extraction.Elements;

namespace Indexer.Extraction.Metadata;

/// <summary>What a page says of its article in JSON-LD, as search engines ask for it (schema.org NewsArticle and its kin).</summary>
internal sealed partial class LinkedData
{
    private const int Deepest = 64;

    private readonly List<JsonElement> articles = [];
    private readonly List<JsonElement> all = [];

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

    /// <summary>How many articles are described, once each.</summary>
    public int Articles =>
        articles.Select(article => article.TryGetProperty("headline", out var headline) ? TextOf(headline) : null).Distinct().Count();

    /// <summary>The first of the fields that an article of the page has as text; null when none has.</summary>
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

    /// <summary>As <see cref="Text"/>, of what the page says of itself rather than of an article.</summary>
    public string? PageText(string field)
    {
        foreach (var node in all)
        {
            if (node.TryGetProperty("@type", out var type) && TextOf(type) is "WebPage" or "VideoObject" or "ItemPage" or "HowTo" or "QAPage" && node.TryGetProperty(field, out var value) && TextOf(value) is { Length: > 0 } text)
                return text;
        }

        return null;
    }

    /// <summary>Names of people or organisations, or words, in a field: a text, an object with a name, or a list of either.</summary>
    public IReadOnlyList<string> Names(string field)
    {
        foreach (var article in articles)
        {
            if (article.TryGetProperty(field, out var value) && NamesOf(value) is { Count: > 0 } names)
                return names;
        }

        return [];
    }

    /// <summary>People whom the page describes beside its article, as WordPress does with its writers.</summary>
    public IReadOnlyList<string> Persons() =>
        [.. all.Where(node => node.TryGetProperty("@type", out var type) && TextOf(type) == "Person" && node.TryGetProperty("name", out _)).SelectMany(NamesOf).Distinct()];

    /// <summary>JSON-LD points from an article to its author by <c>@id</c>.</summary>
    private JsonElement Resolve(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("name", out _) && value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String
            ? all.Find(node => node.TryGetProperty("name", out _) && node.TryGetProperty("@id", out var other) && other.ValueKind == JsonValueKind.String && other.GetString() == id.GetString()) is { ValueKind: JsonValueKind.Object } found ? found : value
            : value;

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
        return types.Any(name => name is not null && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal) || name is "Report" or "Review" or "Recipe" or "CreativeWork" or "NewsItem"));
    }

    /// <summary>
    /// Pages describe the articles that they link to as well: where one of several is known to be the page's own, the others are not.
    /// </summary>
    private void KeepOwn(IDocument page)
    {
        var shown = HeadlineWords.Fold(string.Join(' ', page.QuerySelectorAll("title, h1").Select(element => element.TextContent)));
        var own = articles.FindAll(article => article.TryGetProperty("headline", out var headline) && TextOf(headline) is { } text
            && HeadlineWords.Fold(Texts.PageText.Clean(text)) is { Length: >= LeastHeadline } letters
            && shown.Contains(letters, StringComparison.Ordinal));
        if (own.Count > 0 && own.Count < articles.Count)
            articles.RemoveAll(article => article.TryGetProperty("headline", out _) && !own.Contains(article));
    }

    /// <summary>In letters: what is shorter stands in other texts by chance.</summary>
    private const int LeastHeadline = 10;

    /// <summary>A script should hold one value; some hold several, side by side. What follows one that is broken is lost.</summary>
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
                        MaxDepth = Deepest,
                        AllowMultipleValues = true
                    });
                roots.Add(JsonDocument.ParseValue(ref reader).RootElement);
                json = json[(int)reader.BytesConsumed..];
            }
        }
        catch (JsonException)
        {
            // What was read before is as good as if it stood alone.
        }

        return roots;
    }

    /// <summary>
    /// Publishers paste texts with line ends into JSON, wrap it in comments and CDATA, and escape it as if it were text of the page.
    /// </summary>
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

    /// <summary>Half of a surrogate pair is valid JSON and no text.</summary>
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfOfAPair();
}
