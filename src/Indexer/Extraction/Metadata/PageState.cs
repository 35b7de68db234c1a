using System.Runtime.InteropServices;
using System.Text.Json;
using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Fields;
using NewsIndex.Articles;

namespace Indexer.Extraction.Metadata;

/// <summary>
/// What a page keeps for its program (<c>__NEXT_DATA__</c> and its like), from which a browser would make the article that the page itself
/// does not show.
/// </summary>
internal static class PageState
{
    private const int Deepest = 64;

    /// <summary>8 Mi characters: what a page keeps is a hundredth of it.</summary>
    private const int Largest = 8 * 1024 * 1024;

    /// <summary>In bytes; texts that are shorter are those of teasers and labels.</summary>
    private const int LeastText = 400;

    /// <summary>Without removing them: they can be read when the page has none of them any more.</summary>
    public static IReadOnlyList<IElement> Of(IDocument page) => [.. page.QuerySelectorAll("script[type='application/json']")];

    /// <summary>The article with that headline and the longest text; null where there is none.</summary>
    /// <param name="readPage">Reads a member that is a whole HTML page, given its address or null.</param>
    public static Article? Article(IReadOnlyList<IElement> state, string headline, Func<string, string?, Article?> readPage)
    {
        var articles = new List<Article>();
        foreach (var text in state.Select(script => script.TextContent).Where(text => text.Length <= Largest))
        {
            try
            {
                using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Deepest });
                articles.AddRange(Objects(document.RootElement).Select(value => Read(value, readPage)).OfType<Article>());
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // A program may keep what is no JSON, or no text: the page is read by what it shows.
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

    private static bool IsLongText((string Name, JsonElement Value) member) => FieldMapping.ByName.IsFullText(member.Name) && JsonMarshal.GetRawUtf8Value(member.Value).Length >= LeastText;

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
