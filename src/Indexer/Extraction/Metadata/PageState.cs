using System.Runtime.InteropServices;
using System.Text.Json;
using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Fields;
using NewsIndex.Articles;

namespace Indexer.Extraction.Metadata;

/// <summary>
/// JSON data that a page carries for its scripts (<c>__NEXT_DATA__</c> and similar). Scripts build from it the article that the HTML lacks.
/// </summary>
internal static class PageState
{
    /// <summary>Maximum depth of nested JSON values.</summary>
    private const int MaxDepth = 64;

    /// <summary>Maximum length of a script, in characters; typical ones are a hundredth of it.</summary>
    private const int MaxLength = 8 * 1024 * 1024;

    /// <summary>Minimum length of an article's text, in bytes of JSON; shorter texts are teasers and labels.</summary>
    private const int MinText = 400;

    /// <summary>Elements with JSON data. They can still be read after they are removed from the page.</summary>
    public static IReadOnlyList<IElement> Of(IDocument page) => [.. page.QuerySelectorAll("script[type='application/json']")];

    /// <summary>Article with a headline equal to the page's and the longest text; null if there is none.</summary>
    /// <param name="readPage">Reads a value that is a whole HTML page, given its address or null.</param>
    public static Article? Article(IReadOnlyList<IElement> state, string headline, Func<string, string?, Article?> readPage)
    {
        var articles = new List<Article>();
        foreach (var text in state.Select(script => script.TextContent).Where(text => text.Length <= MaxLength))
        {
            try
            {
                using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
                articles.AddRange(Objects(document.RootElement).Select(value => Read(value, readPage)).OfType<Article>());
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // A script may hold something else than JSON; the article is then read from the HTML alone.
            }
        }

        return articles.Where(article => HeadlineWords.Same(article.Headline, headline)).MaxBy(article => article.Body.Length);
    }

    private static IEnumerable<JsonElement> Objects(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Objects(member.Value)).Prepend(value),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    private static bool IsLongText((string Name, JsonElement Value) member) =>
        FieldMapping.ByName.IsFullText(member.Name) && JsonMarshal.GetRawUtf8Value(member.Value).Length >= MinText;

    private static Article? Read(JsonElement value, Func<string, string?, Article?> readPage)
    {
        var members = JsonMembers.Of(value);
        var names = members.ConvertAll(member => member.Name);
        if (FieldMapping.ByName.ColumnsOf("headline", names).Count == 0 || !members.Exists(IsLongText))
            return null;
        try
        {
            return new MappedArticle(names, FieldMapping.ByName, readPage).Read(column => TextsOf(members[column].Value)).Article;
        }
        catch (ArticleRecordException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> TextsOf(JsonElement value) =>
        ContentBlocks.Text(value) is { Length: > 0 } text ? [text] : JsonText.All(value);
}
