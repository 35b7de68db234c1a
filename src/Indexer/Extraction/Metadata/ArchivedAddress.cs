using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Indexer.Extraction.Metadata;

/// <summary>
/// Where a page came from, when it was kept by an archive or saved by a browser: its own address, not the archive's, and nothing of the
/// archive's own text.
/// </summary>
internal static partial class ArchivedAddress
{
    /// <summary>The address of the page itself, of one in the Wayback Machine; any other as it is.</summary>
    public static string? Original(string? address) => address is null ? null : Archived().Replace(address.Trim(), "");

    /// <summary>What a browser wrote into the page that it saved; null when it wrote nothing.</summary>
    public static string? SavedFrom(IDocument page) =>
        ((INode?[])[page, page.DocumentElement, page.Head]).OfType<INode>().SelectMany(node => node.ChildNodes).OfType<IComment>()
            .Select(comment => Saved().Match(comment.Data)).FirstOrDefault(saved => saved.Success)?.Groups["address"].Value;

    /// <summary>The bar of the Wayback Machine has days of its own.</summary>
    public static void RemoveBar(IDocument page) => page.QuerySelectorAll("#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato").ToList().ForEach(element => element.Remove());

    [GeneratedRegex(@"\Ahttps?://web\.archive\.org/web/\d+[a-z_]*/(?=https?:)")]
    private static partial Regex Archived();

    /// <summary>Of Internet Explorer, Chrome and Edge; of SingleFile.</summary>
    [GeneratedRegex(@"\A\s*saved from url=\(\d+\)(?<address>https?://\S+)|SingleFile\s+url:\s*(?<address>https?://\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Saved();
}
