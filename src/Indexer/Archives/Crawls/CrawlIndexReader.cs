using System.Text.RegularExpressions;
using Indexer.Records;

namespace Indexer.Archives.Crawls;

/// <summary>
/// Indexes beside the captures of a crawl: CDX and CDXJ, and the page list and package descriptions of a WACZ. They are skipped: the
/// captures hold the articles.
/// </summary>
/// <remarks>specs.webrecorder.net/wacz and /cdxj; archive.org/web/researcher/cdx_legend.php.</remarks>
internal sealed partial class CrawlIndexReader : IArchiveReader
{
    public string Name => "crawl-index";

    public bool Recognises(ArchiveHead head) => !head.IsBinary && (CaptureLine().IsMatch(head.Text) || IsOfPackage(head));

    public IEnumerable<Reading> Read(ArchiveSource source) =>
        [new Reading.PassedOver(source.Path, 0, Name, "a list of what a crawl has captured")];

    private static bool IsOfPackage(ArchiveHead head) => head.JsonNames switch
    {
        var names when names.Contains("wacz_version") || names.IsSupersetOf(["profile", "resources"]) => true,
        var names when names.Contains("format") => head.Content.Contains("\"json-pages-", StringComparison.Ordinal),
        var names when names.IsSupersetOf(["path", "hash"]) => head.Content.Contains("\"datapackage.json\"", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>A CDX legend, or a reversed host name and the time of a capture.</summary>
    [GeneratedRegex(
        @"\A(!meta | ?CDX( [A-Za-z]){4}|[a-z0-9.:_-]+(,[a-z0-9.:_-]+)*\)\S* \d{14} (\{|\S+ \S+/))",
        RegexOptions.ExplicitCapture)]
    private static partial Regex CaptureLine();
}
