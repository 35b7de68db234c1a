using Indexer.Authors;
using Indexer.Dates;
using Indexer.Fields;
using Indexer.Html;
using Indexer.Records;
using Indexer.Texts;
using Markdig;
using Markdig.Parsers;
using NewsIndex.Articles;

namespace Indexer.Archives.Documents;

/// <summary>
/// Markdown with front matter in YAML or TOML (Hugo, Jekyll), or with a heading, optionally followed by a byline and a date.
/// </summary>
internal sealed class MarkdownReader : WholeFileReader
{
    private static readonly MarkdownPipeline Pipeline = WithoutIndentedCode(new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes())
        .Build();

    private static readonly string[] Dates =
        ["date", "published", "publishdate", "pubdate", "datepublished", "publishedat", "publishedon", "created", "createdat"];

    private static readonly string[] Names = ["name", "display_name", "title"];

    public override string Name => "markdown";

    public override bool Recognises(ArchiveHead head) =>
        !head.IsBinary && (FrontMatter.Of(head.Content) is not null || MarkdownStory.Recognises(head.Content));

    protected override IEnumerable<Reading> Read(ArchiveSource source, byte[] bytes)
    {
        var text = EncodedText.Decode(bytes, source.Charset).TrimStart().ReplaceLineEndings("\n");
        try
        {
            if (FrontMatter.Of(text) is not { } matter)
            {
                return MarkdownStory.Recognises(text)
                    ? [new Reading.Read(source.Path, 0, Name, MarkdownStory.Read(text, Paragraphs, source.Path))]
                    : [Reject(source, text, "the front matter does not end; expected a line like its first")];
            }

            var fields = ByPlainName(matter.Read());
            if (IsDraft(fields))
                return [new Reading.PassedOver(source.Path, 0, Name, "a post that is not published (draft)")];
            var article = Read(fields, text[matter.End..]);
            if (article.Published.Date is null && Text(fields, Dates) is null)
                article = article with { Published = FileNameDate.Of(source.Path) };
            return article.Headline.Length == 0 && article.Body.Length == 0
                ? [Reject(source, text, "the post has neither a title nor a text")]
                : [new Reading.Read(source.Path, 0, Name, article, NoticeOf(fields, article))];
        }
        catch (ArgumentException e)
        {
            // Markdig stops at deeply nested quotations, which would overflow the stack.
            return [Reject(source, text, $"the text is nested too deep to be Markdown ({e.Message})")];
        }
        catch (FrontMatterException e)
        {
            return [Reject(source, text, e.Message)];
        }
    }

    private static bool IsDraft(IReadOnlyDictionary<string, object?> fields) =>
        Text(fields, "draft")?.ToLowerInvariant() is "true" or "yes" || Text(fields, "published")?.ToLowerInvariant() is "false" or "no";

    /// <summary>Systems differ in spelling (<c>pubDate</c>, <c>pub_date</c>). The first spelling in the file wins.</summary>
    private static Dictionary<string, object?> ByPlainName(IReadOnlyDictionary<string, object?> fields) =>
        fields.DistinctBy(field => PlainName(field.Key))
            .ToDictionary(field => PlainName(field.Key), field => field.Value, StringComparer.Ordinal);

    private static string PlainName(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static Article Read(IReadOnlyDictionary<string, object?> fields, string markdown)
    {
        var body = Paragraphs(markdown);
        var headline = HtmlText.Line(Text(fields, "title", "headline") ?? "");
        return new Article
        {
            Id = "",
            Headline = headline,
            Body = body.Length > 0 ? body : HtmlText.Paragraphs(Text(fields, "summary", "deck", "description", "excerpt") ?? ""),
            Published = Published(fields),
            Source = Text(fields, "source", "publisher", "site"),
            Url = Text(fields, "sourceurl", "canonicalurl", "canonical", "originalurl", "url", "permalink") is { } url
                && url.StartsWith("http", StringComparison.Ordinal) ? url : null,
            Language = Text(fields, "language", "lang", "locale"),
            Section = Text(fields, "section", "category"),
            Authors = [.. Texts(fields, "authors", "author", "byline").SelectMany(AuthorsOf).Distinct(StringComparer.Ordinal)],
            Tags = [.. Texts(fields, "tags", "topics", "keywords", "categories").Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Turns indented code blocks off: in posts, indented lines are pasted HTML, whose tags would stay in the text.</summary>
    private static MarkdownPipelineBuilder WithoutIndentedCode(MarkdownPipelineBuilder builder)
    {
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder;
    }

    private static string Paragraphs(string markdown) => HtmlText.Paragraphs(Markdown.ToHtml(Shortcodes.Remove(markdown), Pipeline));

    private static PublishedDate Published(IReadOnlyDictionary<string, object?> fields) =>
        MetadataDate.Read(Text(fields, Dates), null).Published;

    /// <summary>Linked notes have the names of authors in brackets: <c>[[Jane Doe]]</c>.</summary>
    private static IReadOnlyList<string> AuthorsOf(string text) =>
        text.Trim('[', ']') is var author && ByLine.Is(author) ? ByLine.Names(author) : ByLine.People(author);

    private static string? NoticeOf(IReadOnlyDictionary<string, object?> fields, Article article) =>
        article.Published.Date is null && Text(fields, Dates) is not null ? MetadataDate.Unreadable : null;

    private static string? Text(IReadOnlyDictionary<string, object?> fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (fields.GetValueOrDefault(name) is string text && !string.IsNullOrWhiteSpace(text))
                return text.Trim();
        }

        return null;
    }

    private static List<string> Texts(IReadOnlyDictionary<string, object?> fields, params ReadOnlySpan<string> names)
    {
        var texts = new List<string>();
        foreach (var name in names)
        {
            var value = fields.GetValueOrDefault(name);
            texts.AddRange((value is List<object?> list ? list : [value]).Select(TextOf).OfType<string>());
        }

        return texts;
    }

    /// <summary>A string, or the name in a map (<c>{name: …, url: …}</c>); null for anything else.</summary>
    private static string? TextOf(object? value) => value switch
    {
        string text when text.Trim().Length > 0 => text.Trim(),
        IDictionary<object, object?> map =>
            Array.Find(Names, map.ContainsKey) is { } name && map[name] is string { Length: > 0 } text ? text : null,
        _ => null,
    };
}
