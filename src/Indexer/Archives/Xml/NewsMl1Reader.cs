using System.Xml.Linq;
using Indexer.Authors;
using Indexer.Dates;
using Indexer.Html;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.Xml;

/// <summary>
/// NewsML 1.0 to 1.2. Each component with a text or a headline of its own becomes an article; translations are separate articles.
/// </summary>
internal sealed class NewsMl1Reader : XmlArticleReader
{
    public override string Name => "newsml-1";

    public override bool Recognises(ArchiveHead head) => head.XmlRoot == "NewsML";

    protected override XmlReading ReadDocument(XElement root)
    {
        var articles = new List<Article>();
        var passedOver = new List<string>();
        foreach (var item in root.All("NewsItem"))
        {
            var status = item.Child("NewsManagement").Child("Status").ValueOf("FormalName");
            if (status?.ToLowerInvariant() is "canceled" or "cancelled" or "withheld" or "embargoed")
            {
                passedOver.Add($"a NewsItem that may not be used ({status})");
                continue;
            }

            var read = ReadItem(item).ToList();
            articles.AddRange(read);
            if (read.Count == 0)
                passedOver.Add("a NewsItem without headline and text");
        }

        return new XmlReading(articles, passedOver);
    }

    private static IEnumerable<Article> ReadItem(XElement item)
    {
        var texts = item.All("ContentItem")
            .Select(content => (Content: content, Text: Text(content)))
            .Where(pair => pair.Text.Length > 0)
            .ToList();
        // The text, its summary and its captions are contents of one component: the longest in each language is the article.
        var main = texts.GroupBy(pair => Language(pair.Content)).Select(group => group.MaxBy(pair => pair.Text.Length)).ToList();
        var identifier = item.First("PublicIdentifier").Line() ?? item.First("NewsItemId").Line();
        if (main.Count == 0)
        {
            if (Headline(item) is { } headline)
                yield return Make(item, item, headline, "", identifier);
            yield break;
        }

        foreach (var (content, text) in main)
            yield return Make(item, content, HeadlineOf(content) ?? "", text, main.Count == 1
                ? identifier
                : $"{identifier}:{Language(content)}");
    }

    private static Article Make(XElement item, XElement content, string headline, string text, string? identifier)
    {
        var nitf = content.First("nitf") is { } inner ? NitfArticle.Read(inner) : null;
        return new Article
        {
            Id = identifier is { Length: > 0 and <= ArticleId.MaximumLength } ? identifier : "",
            Headline = headline.Length > 0 ? headline : nitf?.Headline ?? "",
            Body = text,
            Published = Published(item),
            Source = item.First("Provider")?.Child("Party").ValueOf("FormalName")
                ?? item.First("Source")?.Child("Party").ValueOf("FormalName")
                ?? item.First("ProviderId").Line(),
            Language = Language(content) is { Length: > 0 } language ? language : null,
            Section = item.First("Genre").ValueOf("FormalName"),
            Authors = [.. item.All("ByLine")
                .Select(by => by.Line())
                .OfType<string>()
                .SelectMany(ByLine.Names)
                .Distinct(StringComparer.Ordinal)],
            Tags = [.. item.All("KeywordLine").Select(keyword => keyword.Line()).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
    }

    private static string Text(XElement content)
    {
        if (content.Child("MediaType").ValueOf("FormalName") is { } media && !media.Equals("Text", StringComparison.OrdinalIgnoreCase))
            return "";
        var data = content.Child("DataContent") ?? content.First("DataContent");
        if (data is null)
            return "";
        if (data.First("nitf") is { } nitf)
            return NitfArticle.Read(nitf).Body;
        return HtmlText.Paragraphs((data.First("body.content") ?? data.First("body") ?? data).Markup());
    }

    /// <summary>Takes the headline of the innermost component that has one.</summary>
    private static string? HeadlineOf(XElement content) =>
        content.AncestorsAndSelf()
            .Select(element => element.Child("NewsLines"))
            .OfType<XElement>()
            .Select(lines => lines.Child("HeadLine").Line())
            .FirstOrDefault(line => line is not null)
        ?? Headline(content.Ancestors().Last());

    private static string? Headline(XElement item) =>
        item.All("HeadLine").Select(line => line.Line()).FirstOrDefault(line => line is not null);

    private static string Language(XElement content) =>
        content.AncestorsAndSelf()
            .Select(element => element.Child("DescriptiveMetadata").Child("Language").ValueOf("FormalName") ?? element.ValueOf("lang"))
            .FirstOrDefault(language => language is not null)
            ?? "";

    private static PublishedDate Published(XElement item)
    {
        foreach (var name in (string[])["FirstCreated", "ThisRevisionCreated", "DateLine", "DateId"])
        {
            if (DateText.TryRead(item.First(name).Line(), default, out var reading))
                return reading.From(DateProvenance.Metadata);
        }

        return PublishedDate.Unknown;
    }
}
