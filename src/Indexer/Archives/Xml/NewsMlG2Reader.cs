using System.Xml.Linq;
using Indexer.Authors;
using Indexer.Dates;
using Indexer.Html;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.Xml;

/// <summary>
/// NewsML-G2: news items, alone or in a news message. Items that carry no news (concepts, plans, packages) are passed over.
/// </summary>
internal sealed class NewsMlG2Reader : XmlArticleReader
{
    private static readonly string[] Others = ["conceptItem", "knowledgeItem", "planningItem", "packageItem", "catalogItem"];

    public override string Name => "newsml-g2";

    public override bool Recognises(ArchiveHead head) =>
        head.XmlRoot is "newsItem" or "newsMessage" or "conceptItem" or "knowledgeItem" or "planningItem" or "packageItem" or "catalogItem"
            or "contentSet" or "groupSet";

    protected override XmlReading ReadDocument(XElement root)
    {
        var items = root.DescendantsAndSelf().Where(element => element.Is("newsItem")).ToList();
        // Examples in the standard show only a part of an item.
        if (items.Count == 0 && root.Is("contentSet"))
            items.Add(new XElement("newsItem", new XElement(root)));
        var articles = new List<Article>();
        var passedOver = root.DescendantsAndSelf()
            .Where(element => Array.Exists(Others, element.Is))
            .Select(element => $"a {element.Name.LocalName}, which carries no news")
            .ToList();
        if (root.Is("groupSet"))
            passedOver.Add("a groupSet, which carries no news");
        foreach (var item in items)
        {
            var status = item.Child("itemMeta").Child("pubStatus").ValueOf("qcode");
            if (status is not null && !status.Split(':')[^1].Equals("usable", StringComparison.OrdinalIgnoreCase))
            {
                passedOver.Add($"a newsItem that may not be used ({status})");
                continue;
            }

            var article = Read(item);
            if (article.Headline.Length > 0 || article.Body.Length > 0)
                articles.Add(article);
            else
                passedOver.Add($"a newsItem without headline and text ({item.First("itemClass").ValueOf("qcode") ?? "of no class"})");
        }

        return new XmlReading(articles, passedOver);
    }

    private static Article Read(XElement item)
    {
        var meta = item.Child("contentMeta");
        var nitf = item.First("nitf") is { } inner ? NitfArticle.Read(inner) : null;
        var language = item.ValueOf("lang") ?? meta?.Child("language").ValueOf("tag");
        return new Article
        {
            Id = item.ValueOf("guid") is { Length: <= ArticleId.MaximumLength } guid ? guid : "",
            Headline = Headline(item, meta)
                ?? (nitf?.Headline is { Length: > 0 } headline ? headline : null)
                ?? meta?.Child("slugline").Line()
                ?? "",
            Body = nitf?.Body is { Length: > 0 } body ? body : Body(item, meta),
            Published = Published(item, meta, language),
            Source = NameOf(meta?.Child("infoSource"))
                ?? NameOf(item.First("provider"))
                ?? NameOf(meta?.Child("creator"))
                ?? NameOf(item.First("copyrightHolder"))
                ?? nitf?.Source,
            Language = language,
            Section = meta?.Children("genre").Select(NameOf).FirstOrDefault(name => name is not null),
            Authors = Authors(meta) is { Count: > 0 } authors ? authors : nitf?.Authors ?? [],
            Tags = [.. (meta?.Children("keyword").Select(keyword => keyword.Line()) ?? [])
                .Concat(Subjects(meta, IsAbstract).Select(NameOf))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)],
            Entities =
            [
                .. Entities(meta, "person", EntityType.Person),
                .. Entities(meta, "organisation", EntityType.Organization),
                .. Entities(meta, "geoArea", EntityType.Place),
            ],
        };
    }

    private static string? Headline(XElement item, XElement? meta)
    {
        var headlines = meta?.Children("headline").ToList() ?? [];
        var main = headlines.Find(headline => headline.ValueOf("role") is null
            || headline.ValueOf("role")!.EndsWith("main", StringComparison.OrdinalIgnoreCase))
            ?? headlines.FirstOrDefault();
        return main.Line() ?? item.First("html")?.First("h1").Line() ?? item.First("html")?.First("title").Line();
    }

    /// <summary>The first content with a text; a description or caption if none has one.</summary>
    private static string Body(XElement item, XElement? meta)
    {
        foreach (var content in item.Descendants().Where(element => element.Is("inlineXML") || element.Is("inlineData")))
        {
            if (content.ValueOf("encoding") is not null || content.ValueOf("contenttype") is { } type && !IsText(type))
                continue;
            var html = content.First("body") ?? content.First("body.content") ?? content;
            if (HtmlText.Paragraphs(html.Markup()) is { Length: > 0 } text)
                return text;
        }

        return meta?.Children("description")
            .Select(description => HtmlText.Paragraphs(description.Markup()))
            .Where(text => text.Length > 0)
            .MaxBy(text => text.Length)
            ?? "";
    }

    private static bool IsText(string type) =>
        type.Contains("html", StringComparison.Ordinal)
        || type.Contains("nitf", StringComparison.Ordinal)
        || type.StartsWith("text/", StringComparison.Ordinal);

    private static PublishedDate Published(XElement item, XElement? meta, string? language)
    {
        foreach (var element in (XElement?[])[item.First("published"), item.First("firstCreated"), meta?.Child("contentCreated"),
            item.First("versionCreated"), meta?.Child("contentModified"), meta?.Child("dateline")])
        {
            if (DateText.TryRead(element.Line(), new DateContext(language), out var reading))
                return reading.From(DateProvenance.Metadata);
        }

        return PublishedDate.Unknown;
    }

    private static List<string> Authors(XElement? meta)
    {
        var bylines = meta?.Children("by").Select(by => by.Line()).OfType<string>().SelectMany(ByLine.Names).ToList() ?? [];
        return bylines.Count > 0
            ? bylines
            : [.. meta?.Children("creator")
                .Where(creator => creator.ValueOf("role") is not { } role || !role.Contains("source", StringComparison.OrdinalIgnoreCase))
                .Select(creator => creator.Child("name").Line())
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                ?? []];
    }

    private static IEnumerable<XElement> Subjects(XElement? meta, Func<string?, bool> ofType) =>
        meta?.Children("subject").Where(subject => ofType(subject.ValueOf("type"))) ?? [];

    private static bool IsAbstract(string? type) => type is null || type.EndsWith("abstract", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<NamedEntity> Entities(XElement? meta, string kind, EntityType type) =>
        Subjects(meta, subject => subject?.EndsWith(":" + kind, StringComparison.OrdinalIgnoreCase) == true)
            .Concat(
                meta?.Children("assert").Where(
                    assertion => assertion.ValueOf("type")?.EndsWith(":" + kind, StringComparison.OrdinalIgnoreCase) == true)
                ?? [])
            .Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal).Select(name => new NamedEntity(name, type));

    private static string? NameOf(XElement? element) => element.Child("name").Line() ?? element.ValueOf("literal");
}
