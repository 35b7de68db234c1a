using System.Text.RegularExpressions;
using Indexer.Authors;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.NewsDatabases;

/// <summary>
/// Factiva as text. Each document ends with its number (<c>Document FTFT000020190304ef3400012</c>). Exports with indexing have two-letter
/// codes (<c>HD</c> headline, <c>PD</c> date, <c>LP</c> and <c>TD</c> text); in others the order of the lines decides.
/// </summary>
internal sealed partial class FactivaReader : DatabaseExportReader
{
    public override string Name => "factiva";

    public override bool Recognises(ArchiveHead head) =>
        !head.IsBinary && NumberLine().IsMatch(head.Content) && (CodeLines().Count(head.Content) >= 3 || FactivaText.IsIn(head.Content));

    protected override DocumentLine KindOf(string line) => NumberLine().IsMatch(line) ? DocumentLine.Ends : DocumentLine.Inside;

    protected override Article? ReadDocument(IReadOnlyList<string> lines)
    {
        if (NumberLine().Match(lines[^1]) is not { Success: true } end)
            return lines.Any(line => line.StartsWith("Search Summary", StringComparison.Ordinal))
                ? null
                : throw new ArticleRecordException("the document does not end; expected a line such as Document FTFT000020190304ef3400012");
        var blocks = new ExportBlocks(lines, LabelOf);
        var article = blocks.HasLabels ? OfCodes(blocks) : FactivaText.Read(lines.SkipLast(1));
        return article.Headline.Length == 0 && article.Body.Length == 0
            ? throw new ArticleRecordException("the document has neither a headline nor a text")
            : article with { Id = end.Groups["number"].Value };
    }

    private static ExportLabel? LabelOf(string line) =>
        Code().Match(line) is { Success: true } code ? new ExportLabel(code.Groups["label"].Value, code.Groups["text"].Value) : null;

    private static Article OfCodes(ExportBlocks blocks) => new()
    {
        Id = "",
        Headline = blocks.Value("HD") ?? "",
        Body = string.Join("\n\n", ((string[])[blocks.Paragraphs("LP"), blocks.Paragraphs("TD")]).Where(text => text.Length > 0)),
        Published = FactivaText.Published(blocks.Value("PD"), blocks.Value("ET")),
        Source = blocks.Value("SN"),
        Section = blocks.Value("SE"),
        Authors = blocks.Value("BY") is { } byline ? ByLine.Names(byline) : [],
    };

    [GeneratedRegex(
        @"^(AN\s+)?Document (?<number>[A-Z][A-Z0-9]{0,7}\d{12}[a-z0-9]{6,12})\s*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^(HD|WC|PD|SN|LA|LP)(\s{2,}|\s*\n)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeLines();

    [GeneratedRegex(
        @"\A(?<label>SE|HD|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|ART|CLM|CT|RF|BY|CO|IN|NS|RE|IPC|IPD|PUB|AN)"
        + @"(\s{2,}(?<text>.*)|(?<text>))\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
