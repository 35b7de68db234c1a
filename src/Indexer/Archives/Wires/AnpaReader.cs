using System.Globalization;
using System.Text.RegularExpressions;
using Indexer.Authors;
using Indexer.Dates;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.Wires;

/// <summary>
/// ANPA 1312, the wire format of American agencies. Lines that start with ^ are the headline, notes and byline; all others are the text.
/// </summary>
internal sealed partial class AnpaReader : WireReader
{
    public override string Name => "anpa";

    public override bool Recognises(ArchiveHead head) => Beginning().IsMatch(head.Text);

    protected override Article Read(WireMessage message)
    {
        var lines = message.Text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd().TrimEnd('<').TrimEnd()).ToList();
        var slug = lines.Count > 0 ? Slug().Replace(lines[0].TrimStart('^'), "").Trim(' ', ',') : "";
        var marked = lines.Skip(1).Where(line => line.StartsWith('^')).Select(line => line[1..].Trim()).ToList();
        var headline = marked.Find(line => line.Length > 0 && !line.EndsWith('=') && !Note().IsMatch(line)) ?? "";
        var body = string.Join("\n\n", lines.Skip(1)
            .Where(line => !line.StartsWith('^'))
            .Select(line => Typewriter(line.Trim()))
            .Where(line => line.Length > 0 && line.Any(char.IsLetterOrDigit)));
        return new Article
        {
            Id = "",
            Headline = Typewriter(headline.Length > 0 ? headline : slug),
            Body = body,
            Published = Published(message),
            Source = Agency().Match(message.Trailer) is { Success: true } agency
                ? agency.Groups["name"].Value
                : Dateline().Match(body) is { Success: true } dateline
                ? dateline.Groups["name"].Value
                : null,
            Authors = [.. marked.Where(line => line.EndsWith('=') && line.StartsWith("By ", StringComparison.OrdinalIgnoreCase))
                .SelectMany(ByLine.Names)],
            Tags = slug.Length > 0 ? [slug] : [],
        };
    }

    /// <summary>Converts the quotation marks and dashes of teletypes.</summary>
    private static string Typewriter(string text) =>
        text.Replace("``", "\u201C", StringComparison.Ordinal)
            .Replace("''", "\u201D", StringComparison.Ordinal)
            .Replace(" _ ", " \u2014 ", StringComparison.Ordinal)
            .Trim();

    /// <summary>
    /// <c>AP-WF-11-13-13 1509GMT</c>: month, day, and a two-digit year from 1979 on of a year that is not before the format was.
    /// </summary>
    private static PublishedDate Published(WireMessage message)
    {
        var match = Moment().Match(message.Trailer);
        if (!match.Success)
            return PublishedDate.Unknown;
        var year = YearOf(match.Groups["y"].ValueSpan);
        var date = string.Create(CultureInfo.InvariantCulture,
            $"{year}-{match.Groups["m"].Value}-{match.Groups["d"].Value}T{match.Groups["h"].Value}:{match.Groups["min"].Value} "
            + $"{match.Groups["zone"].Value}");
        return DateText.TryRead(date, default, out var reading) ? reading.From(DateProvenance.Metadata) : PublishedDate.Unknown;
    }

    [GeneratedRegex(@"\A\s*\u0016\u0016\u0001")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\A[A-Z]{2}-+|,\s*\d+\z")]
    private static partial Regex Slug();

    [GeneratedRegex(@"\A(AP Photo|AP Video|AP Graphic|Eds:|Ed:|Note|With AP|Photo|UPDATES|Editors)", RegexOptions.IgnoreCase)]
    private static partial Regex Note();

    [GeneratedRegex(@"(?<name>[A-Z]{2,6})-[A-Z]{2,3}-\d{2}-\d{2}-\d{2}")]
    private static partial Regex Agency();

    [GeneratedRegex(@"\A[^()]{2,60}\((?<name>[A-Z][A-Za-z ]{1,30})\)")]
    private static partial Regex Dateline();

    [GeneratedRegex(@"-(?<m>\d{2})-(?<d>\d{2})-(?<y>\d{2})\s+(?<h>\d{2})(?<min>\d{2})(?<zone>[A-Z]{3,4})")]
    private static partial Regex Moment();
}
