using System.Text.RegularExpressions;
using Enrichment.WordTables;
using Indexer.Dates;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.NewsDatabases;

/// <summary>
/// ProQuest as text: documents between lines of underscores, each with labels (<c>Title:</c>, <c>Publication date:</c>) and the text below
/// <c>Full text:</c>.
/// </summary>
internal sealed partial class ProQuestReader : DatabaseExportReader
{
    private static readonly HashSet<string> Labels =
        new(WordTable.Read(typeof(ProQuestReader), "proquest-labels.tsv").ValuesOf("label"), StringComparer.Ordinal);

    public override string Name => "proquest";

    public override bool Recognises(ArchiveHead head) =>
        !head.IsBinary && RuleLine().IsMatch(head.Content) && head.Content.Contains("ProQuest document", StringComparison.Ordinal);

    protected override DocumentLine KindOf(string line) => RuleLine().IsMatch(line) ? DocumentLine.Begins : DocumentLine.Inside;

    protected override Article? ReadDocument(IReadOnlyList<string> lines)
    {
        var blocks = new ExportBlocks(lines, LabelOf);
        if (!blocks.HasLabels)
            return null;
        var headline = blocks.Value("Title") ?? blocks.Heading.LastOrDefault(block => !CountLine().IsMatch(block)) ?? "";
        var body = Array.Find([blocks.Paragraphs("Full text"), blocks.Paragraphs("Abstract")], IsText) ?? "";
        if (headline.Length == 0 && body.Length == 0)
            throw new ArticleRecordException("the document has neither \"Title\" nor \"Full text\"; expected at least one of them");
        return new Article
        {
            Id = blocks.Value("ProQuest document ID") is { Length: <= ArticleId.MaximumLength } id ? id : "",
            Headline = headline,
            Body = body,
            Published = DateText.TryRead(blocks.Value("Publication date"), default, out var reading)
                ? reading.From(DateProvenance.Metadata)
                : PublishedDate.Unknown,
            Source = blocks.Value("Publication title")?.Split(';')[0].Trim(),
            Section = blocks.Value("Section"),
            Authors = Listed(blocks.Value("Author")),
            Tags = Listed(blocks.Value("Subject")),
        };
    }

    /// <summary>Semicolons separate authors, whose names contain commas (<c>Roe, Mary</c>).</summary>
    private static string[] Listed(string? text) =>
        text?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Only known labels count, since any line of a text may have a colon.</summary>
    private static ExportLabel? LabelOf(string line)
    {
        if (line is "ProQuest document link" or "ProQuest document link:" or "Links" or "Links:")
            return new ExportLabel(line.TrimEnd(':'), "");
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Labels.Contains(line[..colon]) ? new ExportLabel(line[..colon], line[(colon + 1)..].TrimStart()) : null;
    }

    private static bool IsText(string text) => text.Length > 0 && text is not ("None available." or "Not available.");

    [GeneratedRegex(@"^_{20,}\s*$", RegexOptions.Multiline)]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"\ADocument \d+ of \d+\z")]
    private static partial Regex CountLine();
}
