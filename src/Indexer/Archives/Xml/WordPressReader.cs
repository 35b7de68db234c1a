using System.Xml.Linq;
using Indexer.Dates;
using Indexer.Html;
using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Xml;

/// <summary>WordPress exports (WXR): posts and pages are articles; attachments, menus and drafts are not.</summary>
internal sealed class WordPressReader : XmlArticleReader
{
    public override string Name => "wordpress";

    public override bool Recognises(ArchiveHead head) =>
        head.XmlRoot == "rss" && head.Content.Contains("wordpress.org/export/", StringComparison.Ordinal);

    protected override XmlReading ReadDocument(XElement root)
    {
        var channel = root.Child("channel") ?? root;
        var names = NamesByLogin(channel);
        var read = ParallelItems.Convert(channel.Children("item").ToList(), item => ReadItem(item, channel, names));
        return new XmlReading(
            [.. read.Select(each => each.Article).OfType<Article>()], [.. read.Select(each => each.PassedOver).OfType<string>()]);
    }

    private static (Article? Article, string? PassedOver) ReadItem(XElement item, XElement channel, Dictionary<string, string> names)
    {
        if (item.Child("post_type").Line() is { } type && type is not "post" and not "page")
            return (null, $"a WordPress {type}");
        if (item.Child("status").Line() is { } status and not "publish")
            return (null, $"a post that is not published ({status})");
        if (item.Child("post_password").Line() is not null)
            return (null, "a post that is protected by a password");
        return Read(item, channel, names) is { } article ? (article, null) : (null, "a post without headline and text");
    }

    /// <summary>Display names by login. Posts name their authors by login only.</summary>
    private static Dictionary<string, string> NamesByLogin(XElement channel) =>
        channel.Children("author").Select(author => (Login: author.Child("author_login").Line(), Name: NameOf(author)))
            .Where(author => author is { Login: not null, Name: not null })
            .DistinctBy(author => author.Login, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(author => author.Login!, author => author.Name!, StringComparer.OrdinalIgnoreCase);

    private static string? NameOf(XElement author) =>
        author.Child("author_display_name").Line()
        ?? (author.Child("author_last_name").Line() is { } last ? $"{author.Child("author_first_name").Line()} {last}".Trim() : null);

    private static Article? Read(XElement item, XElement channel, Dictionary<string, string> names)
    {
        var headline = HtmlText.Line(item.Child("title")?.Markup() ?? "");
        var body = HtmlText.Paragraphs(Shortcodes.Remove(item.Child("encoded")?.Value ?? ""));
        if (headline.Length == 0 && body.Length == 0)
            return null;
        return new Article
        {
            Id = "",
            Headline = headline,
            Body = body,
            Published = Published(item),
            Source = channel.Child("title").Line(),
            Url = FeedAddress.OfItem(item, FeedAddress.OfFeed(channel)),
            Language = channel.Child("language").Line(),
            Section = Terms(item, "category").FirstOrDefault(),
            Authors = item.Child("creator").Line() is { } author ? [names.GetValueOrDefault(author, author)] : [],
            Tags = [.. Terms(item, "post_tag").Concat(Terms(item, "category")).Distinct(StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<string> Terms(XElement item, string domain) =>
        item.Children("category").Where(term => term.ValueOf("domain") == domain).Select(term => term.Line()).OfType<string>();

    /// <summary>The local date and time, with the offset computed from the time in UTC if the post has both.</summary>
    private static PublishedDate Published(XElement item)
    {
        if (DateText.TryRead(item.Child("post_date").Line(), default, out var local)
            && DateText.TryRead(item.Child("post_date_gmt").Line(), default, out var utc)
            && local.TimeOfDay is { } here && utc.TimeOfDay is { } there)
        {
            var offset = local.Date.FirstDay.ToDateTime(here) - utc.Date.FirstDay.ToDateTime(there);
            if (offset.Duration() <= TimeSpan.FromHours(14) && offset.Ticks % TimeSpan.TicksPerMinute == 0)
                return new PublishedDate(PartialDate.OfInstant(new DateTimeOffset(local.Date.FirstDay, here, offset)), null,
                    DateProvenance.Metadata);
        }

        return DateText.TryRead(item.Child("pubDate").Line(), default, out var reading)
            || DateText.TryRead(item.Child("post_date").Line(), default, out reading)
            ? reading.From(DateProvenance.Metadata)
            : PublishedDate.Unknown;
    }
}
