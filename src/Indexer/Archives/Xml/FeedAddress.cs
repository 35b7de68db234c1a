using System.Xml.Linq;

namespace Indexer.Archives.Xml;

/// <summary>Resolves URLs in feeds, which may be relative to the URL of the feed.</summary>
internal static class FeedAddress
{
    /// <summary>The base of relative URLs: the page of the feed, or the feed itself; null when the feed states neither.</summary>
    public static string? OfFeed(XElement channel) =>
        channel.Children("link")
            .Where(link => link.ValueOf("rel") is null or "alternate" or "self")
            .OrderBy(link => link.ValueOf("rel") is "self")
            .Select(link => Absolute(Address(link), link, null))
            .FirstOrDefault(address => address is not null)
        ?? Absolute(channel.ValueOf("about"), channel, null);

    /// <summary>The absolute URL; null if the item has none, or only that of a whole site.</summary>
    /// <param name="feed">The result of <see cref="OfFeed"/>.</param>
    public static string? OfItem(XElement item, string? feed)
    {
        var links = item.Children("link").ToList();
        var alternate = links.Find(link => link.ValueOf("rel") is null or "alternate" && link.ValueOf("href") is not null);
        var written = links.Find(link => link.Line() is not null);
        var guid = item.Child("guid") is { } name && name.ValueOf("isPermaLink") is not "false" ? name : null;
        return Absolute(item.Child("origLink").Line(), item, feed)
            ?? Absolute(alternate.ValueOf("href"), alternate, feed)
            ?? Absolute(written.Line(), written, feed)
            ?? Absolute(guid.Line(), guid, null)
            ?? Absolute(item.ValueOf("about"), item, null);
    }

    private static string? Address(XElement link) => link.ValueOf("href") ?? link.Line();

    /// <summary>
    /// Resolves a URL against <c>xml:base</c> of the element and its ancestors. The outermost base may be relative to the feed.
    /// </summary>
    private static string? Absolute(string? address, XElement? element, string? feed)
    {
        if (address is null || element is null)
            return null;
        Uri.TryCreate(feed, UriKind.Absolute, out var root);
        foreach (var written in element.AncestorsAndSelf().Reverse().Select(each => each.ValueOf("base")).OfType<string>())
            root = Joined(root, written) ?? root;
        return Joined(root, address) is { } whole && whole.PathAndQuery.Length + whole.Fragment.Length > 1
            ? Unchanged(whole, address)
            : null;
    }

    private static Uri? Joined(Uri? root, string address) =>
        (IsAbsolute(address, out var whole) || (root is not null && Uri.TryCreate(root, address, out whole)))
            && whole!.Scheme is "http" or "https"
            ? whole
            : null;

    /// <summary>On Unix, <see cref="Uri"/> takes a path that starts with a slash for an absolute URL of scheme file.</summary>
    private static bool IsAbsolute(string address, out Uri? whole) =>
        Uri.TryCreate(address, UriKind.Absolute, out whole) && !address.StartsWith('/');

    /// <summary>URLs are compared as text, so an absolute one must stay as it was written.</summary>
    private static string Unchanged(Uri whole, string address) => IsAbsolute(address, out _) ? address : whole.AbsoluteUri;
}
