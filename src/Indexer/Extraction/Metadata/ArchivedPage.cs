using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Indexer.Extraction.Metadata;

/// <summary>Recovers the original URL of a page that an archive stored or a browser saved, and removes what the archive added.</summary>
internal static partial class ArchivedPage
{
    /// <summary>Removes the prefix of the Wayback Machine from a URL; other URLs are returned unchanged.</summary>
    public static string? OriginalUrl(string? address) => address is null ? null : Archived().Replace(address.Trim(), "");

    /// <summary>URL that a browser wrote into a page when saving it; null if there is none.</summary>
    public static string? SavedFrom(IDocument page) =>
        ((INode?[])[page, page.DocumentElement, page.Head]).OfType<INode>()
            .SelectMany(node => node.ChildNodes)
            .OfType<IComment>()
            .Select(comment => Saved().Match(comment.Data))
            .FirstOrDefault(saved => saved.Success)?.Groups["address"].Value;

    /// <summary>Removes the toolbar of the Wayback Machine, which contains dates.</summary>
    public static void RemoveToolbar(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll("#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato").ToList())
            element.Remove();
    }

    [GeneratedRegex(@"\Ahttps?://web\.archive\.org/web/\d+[a-z_]*/(?=https?:)")]
    private static partial Regex Archived();

    /// <summary>The comments of Internet Explorer, Chrome and Edge, and of SingleFile.</summary>
    [GeneratedRegex(
        @"\A\s*saved from url=\(\d+\)(?<address>https?://\S+)|SingleFile\s+url:\s*(?<address>https?://\S+)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Saved();
}
