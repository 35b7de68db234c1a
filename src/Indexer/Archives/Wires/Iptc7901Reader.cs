using System.Globalization;
using System.Text.RegularExpressions;
using Indexer.Authors;
using Indexer.Dates;
using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Wires;

/// <summary>
/// IPTC 7901, the wire format of European agencies: a header with source, number, priority and category, a headline that ends in =, and the
/// text.
/// </summary>
internal sealed partial class Iptc7901Reader : WireReader
{
    public override string Name => "iptc-7901";

    public override bool Recognises(ArchiveHead head) => Beginning().IsMatch(head.Text);

    protected override Article Read(WireMessage message)
    {
        var header = Header().Match(message.Header);
        var lines = message.Text.ReplaceLineEndings("\n").Split('\n');
        var (headline, authors, story) = Top(lines);
        return new Article
        {
            Id = "",
            Headline = headline,
            Body = PlainText.OfTeleprinter(WithoutNotebook(story)),
            Published = Published(message),
            Source = Agency().Match(message.Header) is { Success: true } agency
                ? agency.Groups["name"].Value
                : header.Success
                ? header.Groups["source"].Value
                : null,
            Section = header.Success && header.Groups["category"].Length > 0 ? header.Groups["category"].Value : null,
            Authors = authors,
            Tags = [.. message.Header.ReplaceLineEndings("\n")
                .Split('\n').Skip(1).Select(line => line.Trim(' ', '/')).Where(line => line.Length > 0)
                .SelectMany(line => line.Split('/', '-')).Select(word => word.Trim()).Where(word => word.Length > 0)],
        };
    }

    /// <summary>The lines up to the one that ends in =: labels in capitals, the headline, and a byline.</summary>
    private static (string Headline, IReadOnlyList<string> Authors, string Story) Top(string[] lines)
    {
        var end = Array.FindIndex(lines, 0, Math.Min(lines.Length, 12), line => line.TrimEnd().EndsWith('='));
        if (end < 0)
        {
            var first = Array.FindIndex(lines, line => line.Trim().Length > 0);
            return first < 0 ? ("", [], "") : (lines[first].Trim(), [], string.Join('\n', lines[(first + 1)..]));
        }

        var top = lines[..(end + 1)].Select(line => line.Trim().TrimEnd('=').Trim()).Where(line => line.Length > 0).ToList();
        var authors = top.Where(line => line.StartsWith("By ", StringComparison.Ordinal)).SelectMany(ByLine.Names).ToList();
        var headline = top.Where(line => !line.StartsWith("By ", StringComparison.Ordinal) && line.Any(char.IsLower));
        return (string.Join(' ', headline), authors, string.Join('\n', lines[(end + 1)..]));
    }

    /// <summary>Removes the notes of the agency to its clients from the end.</summary>
    private static string WithoutNotebook(string text)
    {
        var notes = Notebook().Match(text);
        return notes.Success ? text[..notes.Index] : text;
    }

    /// <summary>Day, hour and minute in UTC, month, and a two-digit year from 1979 on.</summary>
    private static PublishedDate Published(WireMessage message)
    {
        var match = Moment().Match(message.Trailer);
        if (!match.Success)
            match = Moment().Match(message.Text[^Math.Min(message.Text.Length, 200)..]);
        if (!match.Success)
            return PublishedDate.Unknown;
        var year = YearOf(match.Groups["y"].ValueSpan);
        var month = MonthNames.NumberOf(match.Groups["mon"].Value);
        return month > 0
            && DateTimeOffset.TryParseExact(
                $"{year:0000}-{month:00}-{match.Groups["d"].Value} {match.Groups["h"].Value}:{match.Groups["min"].Value} +00:00",
                "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? new PublishedDate(PartialDate.OfInstant(moment), null, DateProvenance.Metadata)
            : PublishedDate.Unknown;
    }

    [GeneratedRegex(@"\A[\s\u0016]*\u0001\p{L}{3}[0-9]{3,4} [0-9] \p{L}{1,3} [0-9]+\s")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\A(?<source>\p{L}{3})[0-9]{3,4} (?<priority>[0-9]) (?<category>\p{L}{1,3}) ")]
    private static partial Regex Header();

    [GeneratedRegex(@"\s(?<name>dpa|afp|apa|ansa|efe|reuters|ap|ats|belga|anp|tt|ntb|ritzau|stt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Agency();

    [GeneratedRegex(@"\n\s*#+\s*(dpa\s+)?notebook\b|\n\s*\* \* \* \*\s*\n", RegexOptions.IgnoreCase)]
    private static partial Regex Notebook();

    [GeneratedRegex(
        @"(?<d>[0-3][0-9])(?<h>[0-2][0-9])(?<min>[0-5][0-9])\s*(GMT|UTC)?\s*(?<mon>[A-Za-z]{3})\s*(?<y>[0-9]{2})\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Moment();
}
