using System.Xml.Linq;
using Indexer.Authors;
using Indexer.Fields;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.Xml;

/// <summary>
/// TEI P4 and P5, in which libraries and corpora keep old newspapers: one article a document, or one for each division of type
/// <c>article</c>.
/// </summary>
/// <remarks>
/// tei-c.org/guidelines. The date is that of the source; dates of the electronic edition and its changes are not dates of publication.
/// </remarks>
internal sealed class TeiReader : XmlArticleReader
{
    public override string Name => "tei";

    public override bool Recognises(ArchiveHead head) => head.XmlRoot is "TEI" or "TEI.2" or "teiCorpus" or "teiCorpus.2";

    protected override XmlReading ReadDocument(XElement root)
    {
        var documents = root.DescendantsAndSelf().Where(element => element.Name.LocalName is "TEI" or "TEI.2").ToList();
        return XmlReading.Of(documents.SelectMany(Articles));
    }

    private static IEnumerable<Article> Articles(XElement document)
    {
        var header = document.Child("teiHeader");
        var text = document.Child("text");
        var divisions = text?.Descendants().Where(IsArticle).Where(division => !division.Descendants().Any(IsArticle)).ToList() ?? [];
        IEnumerable<XElement> parts = divisions.Count > 0 ? divisions : text is null ? [] : [text];
        return parts.Select(part => Read(part, header, document, isWhole: divisions.Count == 0)).OfType<Article>();
    }

    private static bool IsArticle(XElement element) =>
        element.Name.LocalName.StartsWith("div", StringComparison.Ordinal)
        && element.ValueOf("type")?.ToLowerInvariant() is "article" or "story" or "news";

    private static Article? Read(XElement part, XElement? header, XElement document, bool isWhole)
    {
        var source = header?.First("sourceDesc");
        var title = header?.First("titleStmt");
        var head = part.First("head");
        var headline = head.Line() ?? part.First("headline").Line() ?? (isWhole ? title?.Child("title").Line() : null) ?? "";
        var body = string.Join("\n\n", part.Descendants().Where(IsParagraph).Select(paragraph => paragraph.Line()).OfType<string>());
        if (headline.Length == 0 && body.Length == 0)
            return null;
        return new Article
        {
            Id = part.ValueOf("id") is { Length: <= ArticleId.MaximumLength } id ? id : "",
            Headline = headline,
            Body = body,
            Published = DateOf(part.First("dateline")?.First("date"))
                ?? DateOf(source?.First("date"))
                ?? DateOf(header?.First("creation")?.First("date"))
                ?? PublishedDate.Unknown,
            Source = SourceOf(source, headline),
            Language = part.ValueOf("lang") ?? document.Child("text").ValueOf("lang") ?? document.ValueOf("lang"),
            Section = part.ValueOf("subtype"),
            Authors = part.First("byline") is { } byline
                ? ByLine.Names(byline.Line() ?? "")
                : isWhole && title?.Child("author").Line() is { } author
                ? [author]
                : [],
        };
    }

    /// <summary>Paragraphs and lines of verse that contain no others: a quotation inside a paragraph is part of it.</summary>
    private static bool IsParagraph(XElement element) =>
        element.Name.LocalName is "p" or "ab" or "l"
            && !element.Ancestors().Any(around => around.Name.LocalName is "p" or "ab" or "teiHeader" or "note");

    /// <summary>The newspaper: the title of the source, not of the article in it.</summary>
    private static string? SourceOf(XElement? source, string headline) =>
        source?.Descendants()
            .Where(element => element.Is("title"))
            .OrderBy(element => element.ValueOf("level") is "j" ? 0 : 1)
            .Select(element => element.Line())
            .FirstOrDefault(title => title is not null && title != headline);

    private static PublishedDate? DateOf(XElement? date) =>
        MetadataDate.Read(date.ValueOf("when") ?? date.ValueOf("when-iso") ?? date.ValueOf("value")
            ?? date.Line(), null).Published is { Date: not null } stated
            ? stated
            : null;
}
