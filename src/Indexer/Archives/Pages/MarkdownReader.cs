using Indexer.Archives.Tables;
using Markdig;
using NewsIndex.Articles;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Indexer.Archives.Pages;

/// <summary>Markdown with front matter in YAML, as static sites (Hugo, Jekyll) keep their posts.</summary>
internal sealed class MarkdownReader : IArchiveReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().Build();

    public string Name => "markdown";

    public bool Recognises(ArchiveHead head) =>
        !head.IsBinary && head.Content.StartsWith("---", StringComparison.Ordinal) && FrontMatterEnd(head.Content) is not null;

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        if (!WholeFile.TryRead(source.Bytes, out var bytes))
            return [WholeFile.TooLarge(source, Name, bytes)];
        var text = EncodedText.Decode(bytes, source.Charset).TrimStart().ReplaceLineEndings("\n");
        var (begin, end) = FrontMatterEnd(text) ?? (0, 0);
        try
        {
            var fields = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object?>>(text[4..begin]) ?? [];
            var article = Read(fields, text[end..]);
            return article.Headline.Length == 0 && article.Body.Length == 0
                ? [Reject(source, text, "the post has neither a title nor a text")]
                : [new Reading.Read(source.Path, 0, Name, article, NoticeOf(fields, article))];
        }
        catch (ArgumentException e)
        {
            // Markdig stops where quotations in quotations would end the stack.
            return [Reject(source, text, $"the text is nested too deep to be Markdown ({e.Message})")];
        }
        catch (YamlException e)
        {
            return [Reject(source, text, $"the front matter is not valid YAML at line {e.Start.Line + 1} ({e.Message.Split('\n')[0]})")];
        }
    }

    private static Article Read(Dictionary<string, object?> fields, string markdown)
    {
        var body = HtmlText.Paragraphs(Markdown.ToHtml(Shortcodes.Remove(markdown), Pipeline));
        var headline = HtmlText.Line(Text(fields, "title", "headline", "Title") ?? "");
        return new Article
        {
            Id = "",
            Headline = headline,
            Body = body.Length > 0 ? body : HtmlText.Paragraphs(Text(fields, "summary", "deck", "description", "excerpt") ?? ""),
            Published = Published(fields),
            Source = Text(fields, "source", "publisher", "site"),
            Url = Text(fields, "source_url", "canonical_url", "canonical", "original_url", "url", "permalink") is { } url && url.StartsWith("http", StringComparison.Ordinal) ? url : null,
            Language = Text(fields, "language", "lang", "locale"),
            Section = Text(fields, "section", "category"),
            Authors = Texts(fields, "authors", "author", "byline"),
            Tags = [.. Texts(fields, "tags", "topics", "keywords", "categories").Distinct(StringComparer.Ordinal)],
        };
    }

    private static PublishedDate Published(Dictionary<string, object?> fields) =>
        MappedArticle.Published(Text(fields, "date", "published", "publishdate", "publishDate", "pubdate", "created"), null).Published;

    private static string? NoticeOf(Dictionary<string, object?> fields, Article article) =>
        article.Published.Date is null && Text(fields, "date", "published") is { } ? "a date cannot be read with certainty, and the article is kept without one" : null;

    private static string? Text(Dictionary<string, object?> fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (fields.GetValueOrDefault(name) is string text && !string.IsNullOrWhiteSpace(text))
                return text.Trim();
        }

        return null;
    }

    private static List<string> Texts(Dictionary<string, object?> fields, params ReadOnlySpan<string> names)
    {
        var texts = new List<string>();
        foreach (var name in names)
        {
            if (fields.GetValueOrDefault(name) is IEnumerable<object?> list)
                texts.AddRange(list.Select(item => item as string ?? ((item as Dictionary<object, object?>)?.GetValueOrDefault("name") as string)).OfType<string>().Where(text => text.Trim().Length > 0));
            else if (fields.GetValueOrDefault(name) is string text && text.Trim().Length > 0)
                texts.Add(text.Trim());
        }

        return texts;
    }

    /// <summary>Where the front matter ends and where the text begins; null when it does not end.</summary>
    private static (int Begin, int End)? FrontMatterEnd(string text)
    {
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        if (first < 0 || text[..first].Trim() != "---")
            return null;
        for (var line = first + 1; line < text.Length;)
        {
            var end = text.IndexOf('\n', line);
            var content = end < 0 ? text[line..] : text[line..end];
            if (content.TrimEnd() is "---" or "...")
                return (line, end < 0 ? text.Length : end + 1);
            if (end < 0)
                break;
            line = end + 1;
        }

        return null;
    }

    private Reading.Rejected Reject(ArchiveSource source, string text, string reason) => new(source.Path, 0, Name, reason, Reading.SnippetOf(text));
}
