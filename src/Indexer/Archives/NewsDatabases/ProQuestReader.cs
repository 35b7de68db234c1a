using System.Text.RegularExpressions;
using Indexer.Dates;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.NewsDatabases;

/// <summary>ProQuest as text: documents between lines of underscores, each with labels (<c>Title:</c>, <c>Publication date:</c>), and its text under <c>Full text:</c>.</summary>
internal sealed partial class ProQuestReader : DatabaseExportReader
{
    public override string Name => "proquest";

    public override bool Recognises(ArchiveHead head) => !head.IsBinary && RuleLine().IsMatch(head.Content) && head.Content.Contains("ProQuest document", StringComparison.Ordinal);

    protected override DocumentLine KindOf(string line) => RuleLine().IsMatch(line) ? DocumentLine.Begins : DocumentLine.Inside;

    protected override Article? ReadDocument(IReadOnlyList<string> lines)
    {
        var blocks = new ExportBlocks(lines, Label());
        if (!blocks.HasLabels)
            return null;
        var headline = blocks.Value("Title") ?? blocks.Heading.LastOrDefault(block => !CountLine().IsMatch(block)) ?? "";
        var body = blocks.Paragraphs("Full text") is { Length: > 0 } text && !IsMissing(text) ? text : blocks.Paragraphs("Abstract") is { Length: > 0 } summary && !IsMissing(summary) ? summary : "";
        if (headline.Length == 0 && body.Length == 0)
            throw new ArticleRecordException("the document has neither \"Title\" nor \"Full text\"; expected at least one of them");
        return new Article
        {
            Id = blocks.Value("ProQuest document ID") is { Length: <= ArticleId.MaximumLength } id ? id : "",
            Headline = headline,
            Body = body,
            Published = DateText.TryRead(blocks.Value("Publication date"), default, out var reading) ? reading.From(DateProvenance.Metadata) : PublishedDate.Unknown,
            Source = blocks.Value("Publication title")?.Split(';')[0].Trim(),
            Section = blocks.Value("Section"),
            Authors = Listed(blocks.Value("Author")),
            Tags = Listed(blocks.Value("Subject")),
        };
    }

    /// <summary>Parted by semicolons: authors have a comma of their own (<c>Roe, Mary</c>).</summary>
    private static string[] Listed(string? text) => text?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static bool IsMissing(string text) => text is "None available." or "Not available.";

    [GeneratedRegex(@"^_{20,}\s*$", RegexOptions.Multiline)]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"\ADocument \d+ of \d+\z")]
    private static partial Regex CountLine();

    /// <summary>The labels that ProQuest sets, since a text may have a line with a colon.</summary>
    [GeneratedRegex(@"\A(?<label>Title|Alternate title|Author|Publication info|Publication title|Publication date|Publication year|Publication subject|Publisher|Place of publication|Country of publication|Abstract|Abstract \(summary\)|Full text|Subject|Location|People|Company / organization|Identifier / keyword|Classification|Section|Pages|Number of pages|First page|Volume|Issue|ISSN|e-?ISSN|Source type|Language of publication|Document type|Document feature|Dateline|ProQuest document ID|Document URL|Copyright|Last updated|Database|Credit|Column|Illustration|Word count|Source attribution|Accession number)(:\s*(?<text>.*))\z|\A(?<label>ProQuest document link|Links):?(?<text>)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
