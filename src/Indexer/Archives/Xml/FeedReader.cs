using System.Xml.Linq;
using Indexer.Authors;
using Indexer.Dates;
using Indexer.Html;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.Xml;

/// <summary>RSS 0.9 to 2.0 and Atom 0.3 and 1.0, as publishers serve them.</summary>
/// <remarks>
/// Hand-written: System.ServiceModel.Syndication and CodeHollow.FeedReader stop at the first error of a feed and convert its dates to the
/// local time zone.
/// </remarks>
internal sealed class FeedReader : XmlArticleReader
{
    /// <summary>RSS dates from 1999. Its dates have the format of e-mail, at first with two-digit years.</summary>
    private const int FirstYear = 1999;

    public override string Name => "feed";

    public override bool Recognises(ArchiveHead head) =>
        head.XmlRoot is "rss" or "feed" or "RDF" or "channel"
        || (head.XmlRoot == "xml" && head.Content.Contains("<rss", StringComparison.Ordinal));

    protected override XmlReading ReadDocument(XElement root)
    {
        var channel = root.Child("channel") ?? root;
        var feed = new Feed(Title(channel), root.ValueOf("lang") ?? channel.Child("language").Line(), FeedAddress.OfFeed(channel));
        var items = root.DescendantsAndSelf().Where(element => element.Is("item") || element.Is("entry")).ToList();
        var read = ParallelItems.Convert(items, item => ReadItem(item, feed));
        var others = read.Select(each => each.Other).OfType<string>().ToList();
        var named = read.Where(each => each.Article is not null).Select(each => (each.Article!, each.Id)).ToList();
        var articles = SharedAddresses.Resolve(named);
        if (others.Count > 0)
            return new XmlReading(articles, others);
        return articles.Count == 0
            ? XmlReading.NoArticle(items.Count == 0
                ? "a feed without items"
                : $"a feed of {items.Count} items that have neither headline nor text")
            : XmlReading.Of(articles);
    }

    private static (string? Other, Article? Article, string? Id) ReadItem(XElement item, Feed feed) =>
        WhatElse(item) is { } other ? (other, null, null) : (null, Read(item, feed), (item.Child("guid") ?? item.Child("id")).Line());

    /// <summary>Names the kind of an entry that is not an article; null for an article.</summary>
    private static string? WhatElse(XElement item) => BloggerKind(item) is { } kind and not "post" and not "page"
        ? $"a {kind} of an export of Blogger"
        : item.First("draft").Line() is "yes" or "true" ? "a post that is not published (draft)" : null;

    /// <summary>The kind of an entry in a Blogger export: <c>post</c>, <c>comment</c>, <c>settings</c> …; null in other feeds.</summary>
    private static string? BloggerKind(XElement item) => item.Children("category").Select(KindOf).FirstOrDefault(kind => kind is not null);

    private static string? KindOf(XElement category) =>
        category.ValueOf("scheme") is "http://schemas.google.com/g/2005#kind" && category.ValueOf("term") is { } term
            ? term[(term.LastIndexOf('#') + 1)..]
            : null;

    private sealed record Feed(string? Title, string? Language, string? Address);

    private static string? Title(XElement channel) =>
        channel.Child("title") is { } title && HtmlText.Line(title.Markup()) is { Length: > 0 } text ? text : null;

    private static Article? Read(XElement item, Feed feed)
    {
        var headline = HtmlText.Line(item.Child("title")?.Markup() ?? "");
        var body = Body(item);
        if (headline.Length == 0 && body.Length == 0)
            return null;
        var language = item.ValueOf("lang") ?? item.Child("language").Line() ?? feed.Language;
        return new Article
        {
            Id = "",
            Headline = headline,
            Body = body,
            Published = StatedDate.OrSent(Published(item, language), body, new DateContext(language, FirstYear)),
            Source = item.Child("source") is { } source ? source.Child("title").Line() ?? source.Line() ?? feed.Title : feed.Title,
            Url = FeedAddress.OfItem(item, feed.Address),
            Language = language,
            Section = item.Child("section").Line(),
            Authors = Authors(item),
            Tags = [.. item.Children("category")
                .Concat(item.Children("subject"))
                .Where(tag => KindOf(tag) is null)
                .Select(tag => tag.ValueOf("label") ?? tag.Line() ?? tag.ValueOf("term"))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>The longest text of an item: some elements hold the whole text, others repeat a sentence of it.</summary>
    private static string Body(XElement item) =>
        item.Elements()
            .Where(element => element.Name.LocalName is "encoded" or "content" or "description" or "summary" or "fulltext" or "full-text"
                or "body"
                && element.ValueOf("medium") is null && element.ValueOf("url") is null)
            .Select(element => HtmlText.Paragraphs(element.Markup()))
            .DefaultIfEmpty("")
            .MaxBy(text => text.Length)!;

    /// <summary>The date of publication, or the date of the last change if the item has no other.</summary>
    private static PublishedDate Published(XElement item, string? language)
    {
        foreach (var name in (string[])["pubDate", "published", "issued", "date", "created", "updated", "modified"])
        {
            foreach (var element in item.Children(name))
            {
                if (DateText.TryRead(element.Line(), new DateContext(language, FirstYear), out var reading))
                    return reading.From(DateProvenance.Metadata);
            }
        }

        return PublishedDate.Unknown;
    }

    private static List<string> Authors(XElement item) =>
    [
        .. item.Elements().Where(element => element.Name.LocalName is "author" or "creator")
            .SelectMany(element => ByLine.Names(WithoutAddress(element.Child("name").Line() ?? element.Line() ?? "")))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>RSS prescribes <c>desk@paper.com (Jane Doe)</c>.</summary>
    private static string WithoutAddress(string author)
    {
        var open = author.IndexOf('(', StringComparison.Ordinal);
        if (author.Contains('@', StringComparison.Ordinal) && open > 0)
            return author[(open + 1)..].TrimEnd(')');
        return author.Contains('@', StringComparison.Ordinal) ? "" : author;
    }
}
