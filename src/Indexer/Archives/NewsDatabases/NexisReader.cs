using Indexer.Authors;
using Indexer.Dates;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.NewsDatabases;

/// <summary>
/// LexisNexis as text in five languages, in the layout of the old service (<c>1 of 250 DOCUMENTS</c> before each document) or of Nexis Uni
/// (<c>End of Document</c> after each).
/// </summary>
internal sealed class NexisReader : DatabaseExportReader
{
    /// <summary>Maximum length of a line with the date and the edition, in characters.</summary>
    private const int MaxDayLength = 80;

    public override string Name => "nexis";

    public override bool Recognises(ArchiveHead head) =>
        !head.IsBinary
        && NexisLabels.SaysLength(head.Content)
        && (NexisLabels.Counts(head.Content) || NexisLabels.Ends(head.Content))
        && !head.Content.Contains("ProQuest document", StringComparison.Ordinal);

    protected override DocumentLine KindOf(string line) =>
        NexisLabels.IsCount(line) ? DocumentLine.Begins : NexisLabels.IsEnd(line) ? DocumentLine.Ends : DocumentLine.Inside;

    protected override Article? ReadDocument(IReadOnlyList<string> lines)
    {
        var article = NexisLabels.IsEnd(lines[^1]) ? NexisUniText.Read([.. lines.SkipLast(1)]) : OfOldLayout(lines);
        return article is { Headline.Length: 0, Body.Length: 0 }
            ? throw new ArticleRecordException("the document has neither a headline nor a text")
            : article;
    }

    /// <summary>The date of a line that consists of one; null for other lines.</summary>
    public static PublishedDate? DateOf(string line) =>
        line.Length <= MaxDayLength && DateText.TryRead(line, default, out var reading) ? reading.From(DateProvenance.Metadata) : null;

    /// <summary>An article with the labelled fields, without headline, body, date and source.</summary>
    public static Article OfLabels(ExportBlocks blocks) => new()
    {
        Id = "",
        Section = blocks.Value("SECTION")?.Split(';')[0].Trim(),
        Authors = blocks.Value("BYLINE") is { } byline ? ByLine.Names(byline) : [],
        Url = blocks.Value("URL") is { } url && url.StartsWith("http", StringComparison.Ordinal) ? url : null,
    };

    /// <summary>Order of lines: newspaper, date, headline (optionally labelled), labels, text, more labels.</summary>
    private static Article? OfOldLayout(IReadOnlyList<string> lines)
    {
        var blocks = new ExportBlocks(lines, NexisLabels.OfOldLayout);
        if (!blocks.HasLabels)
            return null;
        var heading = blocks.Heading.Where(block => !block.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase)).ToList();
        var day = heading.FindIndex(block => DateOf(block) is not null);
        return OfLabels(blocks) with
        {
            Headline = blocks.Value("HEADLINE") ?? (heading.Count > day + 1 && heading.Count > 1 ? heading[^1] : ""),
            Body = blocks.Body,
            Published = day < 0 ? PublishedDate.Unknown : DateOf(heading[day])!,
            Source = day == 0 ? null : heading.FirstOrDefault(),
        };
    }
}
