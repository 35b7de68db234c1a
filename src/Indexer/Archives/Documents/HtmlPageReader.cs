using Indexer.Extraction;
using Indexer.Html;
using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Documents;

/// <summary>A saved or crawled page of a news site; see <see cref="PageArticle"/>.</summary>
internal sealed class HtmlPageReader : WholeFileReader
{
    private const string Declaration = "<!doctype html";

    /// <summary>Starts of pages, with or without html and head elements.</summary>
    private static readonly string[] Beginnings =
    [
        Declaration, "<html", "<head", "<body", "<!--", "<title", "<meta", "<div", "<article", "<p>", "<h1",
    ];

    public override string Name => "html";

    public override bool Recognises(ArchiveHead head) =>
        !head.IsBinary
        && (Array.Exists(Beginnings, beginning => head.Content.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            || (head.XmlRoot is "html" or "HTML")
            || IsAfterOthers(head.Content));

    /// <summary>Servers print warnings, and plug-ins styles and scripts, before the page.</summary>
    private static bool IsAfterOthers(string content) =>
        content is ['<', not '?', ..] && content.Contains(Declaration, StringComparison.OrdinalIgnoreCase);

    protected override IEnumerable<Reading> Read(ArchiveSource source, byte[] bytes)
    {
        var html = EncodedText.Decode(bytes, source.Charset);
        try
        {
            var articles = PageArticle.ReadAll(html, source.Url);
            return articles.Count == 0
                ? [Reject(source, html, "the page has neither a headline nor running text")]
                : articles.Select(article => ReadingOf(source, html, article, articles.Count));
        }
        catch (PageNestingException e)
        {
            return [Reject(source, html, e.Message)];
        }
    }

    private Reading ReadingOf(ArchiveSource source, string html, Article article, int articles) =>
        ErrorPage.Is(article) ? new Reading.PassedOver(source.Path, 0, Name, "the error page of a server")
        : articles == 1 && PageArticle.IsList(html, article)
            ? new Reading.PassedOver(source.Path, 0, Name, "a list of articles, with none of its own")
        : new Reading.Read(source.Path, 0, Name, article, articles > 1 ? "one of several articles on a page" : null);
}
