using System.Text.RegularExpressions;
using Indexer.Dates;
using NewsIndex.Articles;

namespace Indexer.Archives.Databases;

/// <summary>
/// LexisNexis as text: <c>1 of 250 DOCUMENTS</c>, the newspaper, the day, the headline, labels (<c>BYLINE:</c>, <c>SECTION:</c>,
/// <c>LENGTH:</c>), the text, and labels again.
/// </summary>
internal sealed partial class NexisReader : DatabaseExportReader
{
    /// <summary>In characters; a day with the edition.</summary>
    private const int LongestDay = 80;

    public override string Name => "nexis";

    public override bool Recognises(ArchiveHead head) => !head.IsBinary && head.Content.Contains("DOCUMENTS", StringComparison.Ordinal) && CountLine().IsMatch(head.Content) && LengthLine().IsMatch(head.Content);

    protected override DocumentLine KindOf(string line) => CountLine().IsMatch(line) ? DocumentLine.Begins : DocumentLine.Inside;

    protected override Article? ReadDocument(IReadOnlyList<string> lines)
    {
        var blocks = new ExportBlocks(lines, Label());
        if (!blocks.HasLabels)
            return null;
        var heading = blocks.Heading.Where(block => !block.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase)).ToList();
        var day = heading.FindIndex(block => DateOf(block) is not null);
        var headline = heading.Count > day + 1 && heading.Count > 1 ? heading[^1] : "";
        if (headline.Length == 0 && blocks.Body.Length == 0)
            throw new ArticleRecordException("the document has neither a headline nor a text");
        return new Article
        {
            Id = "",
            Headline = headline,
            Body = blocks.Body,
            Published = day < 0 ? PublishedDate.Unknown : DateOf(heading[day])!,
            Source = day == 0 ? null : heading.FirstOrDefault(),
            Section = blocks.Value("SECTION")?.Split(';')[0].Trim(),
            Authors = blocks.Value("BYLINE") is { } byline ? ByLine.Names(byline) : [],
            Url = blocks.Value("URL") is { } url && url.StartsWith("http", StringComparison.Ordinal) ? url : null,
        };
    }

    private static PublishedDate? DateOf(string block) =>
        block.Length <= LongestDay && DateText.TryRead(block, default, out var reading) ? reading.From(DateProvenance.Metadata) : null;

    [GeneratedRegex(@"^\s*(Document \d+ of \d+|\d+ of \d+ DOCUMENTS?)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CountLine();

    [GeneratedRegex(@"^LENGTH:\s+\d+", RegexOptions.Multiline)]
    private static partial Regex LengthLine();

    /// <summary>The labels that LexisNexis sets, since a text may have a line with a colon.</summary>
    [GeneratedRegex(@"\A(?<label>BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|SERIES|CORRECTION-DATE|LOAD-DATE|LANGUAGE|GRAPHIC|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|SUBJECT|ORGANIZATION|COMPANY|TICKER|INDUSTRY|PERSON|CITY|STATE|COUNTRY|GEOGRAPHIC|TYPE|URL|CORRECTION|NOTES|DISTRIBUTION|ISSN|ACC-NO):(\s+(?<text>.*))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
