using System.Text.RegularExpressions;
using Indexer.Records;

namespace Indexer.Archives.Crawls;

/// <summary>
/// What lies beside the captures of a crawl and says where they are: CDX and CDXJ, and in a WACZ the list of its pages and the descriptions
/// of the package. The captures hold the articles themselves, so the file is passed over.
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

    /// <summary>A legend, or a host from its end, and the moment of a capture.</summary>
    [GeneratedRegex(
        @"\A(!meta | ?CDX( [A-Za-z]){4}|[a-z0-9.:_-]+(,[a-z0-9.:_-]+)*\)\S* \d{14} (\{|\S+ \S+/))",
        RegexOptions.ExplicitCapture)]
    private static partial Regex CaptureLine();
}
