using System.Globalization;
using System.Text.RegularExpressions;
using Indexer.Authors;
using Indexer.Dates;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.NewsDatabases;

/// <summary>
/// A document of Factiva without codes: optional section, headline, optional byline, <c>345 words</c>, date, optional time, newspaper,
/// other lines (edition, page, language, copyright), an empty line, and the text.
/// </summary>
internal static partial class FactivaText
{
    /// <summary>Returns true for a text with the line that every document has.</summary>
    public static bool IsIn(string text) => WordCount().IsMatch(text);

    public static Article Read(IEnumerable<string> document)
    {
        var lines = document.Select(line => PageText.Clean(line)).SkipWhile(line => line.Length == 0).ToList();
        var count = lines.FindIndex(line => WordCount().IsMatch(line));
        if (count < 0)
            throw new ArticleRecordException(
                "the document says nowhere how many words it has; expected a line such as 345 words above the day");
        var above = lines.Take(count).Where(line => line.Length > 0).ToList();
        var byline = above.Count > 1 && (ByLine.Is(above[^1]) || AuthorNames.IsAlone(above[^1])) ? above[^1] : null;
        var below = lines.Skip(count + 1).SkipWhile(line => line.Length == 0).ToList();
        var about = below.TakeWhile(line => line.Length > 0).ToList();
        var time = about.Count > 1 && TimeOfDay().IsMatch(about[1]) ? about[1] : null;
        return new Article
        {
            Id = "",
            Headline = above.SkipLast(byline is null ? 0 : 1).MaxBy(line => line.Length) ?? "",
            Body = PlainText.Paragraphs(string.Join('\n', below.Skip(about.Count))),
            Published = Published(about.FirstOrDefault(), time),
            Source = about.ElementAtOrDefault(time is null ? 1 : 2),
            Authors = byline is null ? [] : ByLine.Names(byline),
        };
    }

    /// <summary>The date, and the local time if there is one; the zone is unknown.</summary>
    public static PublishedDate Published(string? day, string? time)
    {
        if (!DateText.TryRead(day, default, out var reading))
            return PublishedDate.Unknown;
        var published = reading.From(DateProvenance.Metadata);
        return time is not null
            && TimeOnly.TryParse(TimeOfDay().Match(time).Groups["time"].Value, CultureInfo.InvariantCulture, out var timeOfDay)
            ? published with { TimeOfDay = timeOfDay }
            : published;
    }

    [GeneratedRegex(@"^[\d,]+ words\s*$", RegexOptions.Multiline)]
    private static partial Regex WordCount();

    [GeneratedRegex(@"\A(?<time>([01]?\d|2[0-3]):[0-5]\d)( GMT)?\z")]
    private static partial Regex TimeOfDay();
}
