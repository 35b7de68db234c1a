using System.Text.Json;
using Indexer.Fields;
using Indexer.Html;
using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>Output of the crawler news-please: an article per file or per line.</summary>
internal sealed class NewsPleaseReader : JsonReader
{
    public override string Name => "news-please";

    protected override bool RecognisesNames(ArchiveHead head) =>
        (head.JsonNames.Contains("date_publish") || head.JsonNames.Contains("date_download"))
            && (head.JsonNames.Contains("source_domain") || head.JsonNames.Contains("maintext") || head.JsonNames.Contains("text"));

    protected override JsonReading ReadValue(JsonElement value)
    {
        var headline = HtmlText.Line(JsonText.Of(value, "title", "title_page", "title_rss") ?? "");
        var body = PlainText.Paragraphs(JsonText.Of(value, "maintext", "text") ?? "");
        if (headline.Length == 0 && body.Length == 0)
            throw new ArticleRecordException("neither \"title\" nor \"maintext\" or \"text\" has text; expected at least one of them");

        // Times have no offset; midnight stands for the whole day.
        var language = JsonText.Of(value, "language");
        var (published, notice) = MetadataDate.Read(JsonText.Of(value, "date_publish"), language);
        var url = JsonText.Of(value, "url");
        return new JsonReading(
        [
            new Article
            {
                Id = "",
                Headline = headline,
                Body = body,
                Published = published,
                Source = JsonText.Of(value, "source_domain"),
                Url = url,
                Language = language,
                Authors = [.. JsonText.List(value, "authors")
                    .Where(author => IsAuthor(author, JsonText.Of(value, "source_domain")))
                    .Distinct(StringComparer.Ordinal)],
            },
        ])
        { Notice = notice };
    }

    /// <summary>The crawler splits bylines into words: "Author" and "Www.Dw.Com" are not names.</summary>
    private static bool IsAuthor(string author, string? domain) =>
        author.Any(char.IsLetter)
        && !author.Contains("www.", StringComparison.OrdinalIgnoreCase)
        && !author.Equals(domain, StringComparison.OrdinalIgnoreCase)
        && author is not ("Author" or "Authors" or "By" or "Staff" or "Editor" or "Written By" or "Posted By" or "Image" or "Getty");
}
