using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Archives.Wires;

/// <summary>Reads one document of Reuters-21578 as an article.</summary>
/// <remarks>Tags are described in the README of the collection, D. D. Lewis, 1997.</remarks>
internal static partial class ReutersDocument
{
    /// <summary>Returns null if the document has no text.</summary>
    public static Article? Read(string sgml)
    {
        var text = WithEndTags(Between(sgml, "TEXT") ?? "");
        var headline = OneLine(Clean(Between(text, "TITLE") ?? ""));
        var body = IsBrief().IsMatch(sgml) ? "" : Body(text);
        if (headline.Length == 0)
            (headline, body) = HeadingOf(body);
        if (headline.Length == 0 && body.Length == 0)
            return null;

        var article = new Article
        {
            Id = "",
            Headline = headline,
            Body = body,
            Published = Published(Between(sgml, "DATE") ?? ""),
            Source = "Reuters",
            Language = "en",
            Authors = Author(text),
            Tags = [.. Items(sgml, "TOPICS"), .. Items(sgml, "EXCHANGES")],
            Entities =
            [
                .. Items(sgml, "PEOPLE").Select(name => new NamedEntity(name, EntityType.Person)),
                .. Items(sgml, "ORGS").Concat(Items(sgml, "COMPANIES")).Select(name => new NamedEntity(name, EntityType.Organization)),
                .. Items(sgml, "PLACES").Select(name => new NamedEntity(name, EntityType.Place)),
            ],
        };
        var number = NewId().Match(sgml);
        return number.Success ? article with { Id = $"reuters21578-{number.Groups[1].Value}" } : article;
    }

    /// <summary>
    /// Date and local time of Reuters. The zone is unknown, so the time is not an instant; characters after it are noise of the wire.
    /// </summary>
    private static PublishedDate Published(string tag)
    {
        var match = DayAndTime().Match(Clean(tag));
        if (!match.Success
            || !DateOnly.TryParseExact(match.Groups["day"].Value, "d-MMM-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day))
            return PublishedDate.Unknown;
        var time = TimeOnly.TryParseExact(match.Groups["time"].Value, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var parsed)
            ? parsed
            : (TimeOnly?)null;
        return new PublishedDate(PartialDate.OfDay(day), time, DateProvenance.Metadata);
    }

    /// <summary>
    /// The dateline starts the first paragraph, as printed. Texts without a BODY are tables and notes, whose line breaks are kept.
    /// </summary>
    private static string Body(string text)
    {
        if (Between(text, "BODY") is { } body)
        {
            var paragraphs = Paragraphs(Clean(body));
            var dateline = OneLine(Clean(Between(text, "DATELINE") ?? ""));
            if (dateline.Length > 0 && paragraphs.Count > 0)
                paragraphs[0] = $"{dateline} {paragraphs[0]}";
            return string.Join("\n\n", paragraphs);
        }

        var rest = ElementsOfText().Replace(text, "");
        return string.Join("\n", Clean(rest).Split('\n').Select(line => line.TrimEnd())).Trim();
    }

    /// <summary>The first line of a table without a title describes it.</summary>
    private static (string Headline, string Body) HeadingOf(string body)
    {
        var end = body.IndexOf('\n', StringComparison.Ordinal);
        return end is > 0 and <= 120 ? (OneLine(body[..end]), body[(end + 1)..].TrimEnd()) : ("", body);
    }

    /// <summary>Paragraphs are indented by four spaces and wrapped at the width of a teleprinter.</summary>
    private static List<string> Paragraphs(string body)
    {
        var paragraphs = new List<string>();
        var paragraph = new StringBuilder();
        foreach (var line in body.Split('\n'))
        {
            var trimmed = line.Trim();
            if ((line.StartsWith("    ", StringComparison.Ordinal) || trimmed.Length == 0) && paragraph.Length > 0)
            {
                paragraphs.Add(paragraph.ToString());
                paragraph.Clear();
            }

            if (trimmed.Length == 0 || SignOff().IsMatch(trimmed))
                continue;
            if (paragraph.Length > 0)
                paragraph.Append(' ');
            paragraph.Append(trimmed);
        }

        if (paragraph.Length > 0)
            paragraphs.Add(paragraph.ToString());
        return paragraphs;
    }

    /// <summary><c>By Richard Walker, Reuters</c> is Richard Walker.</summary>
    private static List<string> Author(string text)
    {
        var name = Byline().Replace(OneLine(Clean(Between(text, "AUTHOR") ?? "")), "").Trim(' ', ',', '.');
        return name.Length == 0 ? [] : [name];
    }

    private static List<string> Items(string sgml, string list) =>
        [.. Item().Matches(ListIn(sgml, list)).Select(item => OneLine(Clean(item.Groups[1].Value))).Where(item => item.Length > 0)];

    /// <summary>An unclosed list ends at the next one, so that its items are not those of all lists below it.</summary>
    private static string ListIn(string sgml, string list) =>
        Between(sgml, list) is { } content && OtherTag().Match(content) is var next
            ? next.Success ? content[..next.Index] : content
            : "";

    /// <summary>Ends an unclosed headline, dateline or byline at the next element or, where none follows, with its line.</summary>
    private static string WithEndTags(string text) => LineOfText().Replace(text, line =>
    {
        if (line.Groups["end"].Success)
            return line.Value;
        var content = line.Groups["content"].Value;
        var isLast = line.Index + line.Length == text.Length;
        var lineEnd = content.IndexOf('\n', content.Length - content.TrimStart().Length);
        var end = isLast && lineEnd >= 0 ? lineEnd : content.Length;
        return $"<{line.Groups["name"]}>{content[..end]}</{line.Groups["name"]}>{content[end..]}";
    });

    /// <summary>The content of the first element of a name, with or without attributes; all of the rest if it is unclosed.</summary>
    private static string? Between(string sgml, string element)
    {
        var open = sgml.IndexOf("<" + element, StringComparison.Ordinal);
        while (open >= 0 && open + element.Length + 1 < sgml.Length && sgml[open + element.Length + 1] is not ('>' or ' '))
            open = sgml.IndexOf("<" + element, open + 1, StringComparison.Ordinal);
        if (open < 0)
            return null;
        var begin = sgml.IndexOf('>', open) + 1;
        if (begin == 0)
            return null;
        var close = sgml.IndexOf($"</{element}>", begin, StringComparison.Ordinal);
        return close < 0 ? sgml[begin..] : sgml[begin..close];
    }

    /// <summary>Drops control characters, written as bytes or as entities (&amp;#5;), and then resolves entities.</summary>
    private static string Clean(string text)
    {
        var decoded = WebUtility.HtmlDecode(ControlEntity().Replace(text, ""));
        return new string([.. decoded.Where(c => !char.IsControl(c) || c is '\n' or '\t')]);
    }

    private static string OneLine(string text) => Spaces().Replace(text, " ").Trim();

    /// <summary>A headline alone; where its text would be, the collection has "Blah blah blah".</summary>
    [GeneratedRegex("""<TEXT TYPE="BRIEF">""")]
    private static partial Regex IsBrief();

    [GeneratedRegex("""NEWID="([0-9]+)">""")]
    private static partial Regex NewId();

    [GeneratedRegex(@"(?<day>[0-9]{1,2}-[A-Za-z]{3}-[0-9]{4})(\s+(?<time>[0-9]{2}:[0-9]{2}:[0-9]{2}))?")]
    private static partial Regex DayAndTime();

    [GeneratedRegex(@"<(?<name>TITLE|DATELINE|AUTHOR)>(?<content>[^<]*)(?<end></\k<name>>)?")]
    private static partial Regex LineOfText();

    [GeneratedRegex("<(?!/?D>)")]
    private static partial Regex OtherTag();

    [GeneratedRegex(@"<(TITLE|DATELINE|AUTHOR)>.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex ElementsOfText();

    [GeneratedRegex("<D>(.*?)</D>", RegexOptions.Singleline)]
    private static partial Regex Item();

    [GeneratedRegex(@"&#(0*([0-9]|[12][0-9]|3[01]|127));")]
    private static partial Regex ControlEntity();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\A(REUTER|Reuter|reuter)\z")]
    private static partial Regex SignOff();

    [GeneratedRegex(@"\A\s*by\s+|,?\s*reuters?\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Byline();
}
