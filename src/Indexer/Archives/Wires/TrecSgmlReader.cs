using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Indexer.Authors;
using Indexer.Dates;
using Indexer.Html;
using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Wires;

/// <summary>The newspapers of TREC and LDC (AP, WSJ, FT, LA Times): SGML documents between DOC and /DOC.</summary>
internal sealed partial class TrecSgmlReader : IArchiveReader
{
    private const int MaxDocumentLength = 16 * 1024 * 1024;

    /// <summary>Year of the oldest documents of the collections.</summary>
    private const int FirstYear = 1987;

    private static readonly string[] Texts = ["LEADPARA", "LP", "TEXT"];

    public string Name => "trec-sgml";

    public bool Recognises(ArchiveHead head) => Beginning().IsMatch(head.Content);

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        var lines = new LineScanner(source.Bytes);
        var document = new StringBuilder();
        long beganAt = -1;
        while (lines.TryRead(out var line))
        {
            var text = TextDecoding.Decode(line.Bytes.Span);
            if (DocumentBegin().IsMatch(text))
            {
                if (beganAt >= 0)
                    yield return Reject(source, beganAt, document, "the document has no </DOC> before the next one begins");
                document.Clear();
                beganAt = line.Offset;
            }

            if (beganAt < 0)
                continue;
            document.Append(text).Append('\n');
            if (document.Length > MaxDocumentLength)
            {
                yield return Reject(source, beganAt, document, $"the document has more than {MaxDocumentLength:N0} characters");
                beganAt = -1;
            }
            else if (text.Contains("</DOC>", StringComparison.OrdinalIgnoreCase))
            {
                yield return Finish(source, beganAt, document);
                beganAt = -1;
            }
        }

        if (beganAt >= 0)
            yield return Reject(source, beganAt, document, "the file ends inside the document: expected </DOC>");
    }

    private Reading Finish(ArchiveSource source, long offset, StringBuilder sgml)
    {
        var document = sgml.ToString();
        var headline = HtmlText.Line(First(document, "HEADLINE", "HEAD", "HL", "TITLE", "TI") ?? "");
        var body = Texts.SelectMany(tag => All(document, tag)).Select(HtmlText.Paragraphs).Where(text => text.Length > 0);
        var article = new Article
        {
            Id = Number(document) is { Length: > 0 and <= ArticleId.MaximumLength } id ? id : "",
            Headline = headline,
            Body = string.Join("\n\n", body),
            Published = Published(document),
            Source = HtmlText.Line(First(document, "SOURCE", "SO", "PUB") ?? "") is { Length: > 0 } name ? name : null,
            Section = HtmlText.Line(First(document, "SECTION") ?? "") is { Length: > 0 } section ? section : null,
            Authors = HtmlText.Line(First(document, "BYLINE", "AUTHOR") ?? "") is { Length: > 0 } byline ? ByLine.Names(byline) : [],
        };
        return article.Headline.Length == 0 && article.Body.Length == 0
            ? Reject(source, offset, sgml, "the document has neither headline nor text")
            : new Reading.Read(source.Path, offset, Name, article);
    }

    private static PublishedDate Published(string document)
    {
        foreach (var text in (string?[])[First(document, "DATE_TIME", "DATETIME"), First(document, "DATE", "DD", "DATE1")])
        {
            if (text is not null && SixDigits().Match(text) is { Success: true } six && OfDay(six) is { } written)
                return written;
            if (text is not null && DateText.TryRead(HtmlText.Line(text), new DateContext("en-US", FirstYear), out var reading))
                return reading.From(DateProvenance.Metadata);
        }

        // AP880212-0001, WSJ870324-0001 and APW_ENG_20101231.0001 contain the date.
        return Numbered().Match(Number(document)) is { Success: true } day && OfDay(day) is { } named ? named : PublishedDate.Unknown;
    }

    /// <summary>Returns null if there is no such day. Two-digit years start at that of the oldest document.</summary>
    private static PublishedDate? OfDay(Match day)
    {
        var digits = day.Groups["y"].Value;
        var year = digits.Length == 4
            ? digits
            : new DateContext(Since: FirstYear)
                .YearOf(int.Parse(digits, CultureInfo.InvariantCulture))
                .ToString(CultureInfo.InvariantCulture);
        return DateText.TryRead($"{year}-{day.Groups["m"].Value}-{day.Groups["d"].Value}", default, out var reading)
            ? reading.From(DateProvenance.Metadata)
            : null;
    }

    /// <summary>The document number of the collection; empty when the document has none.</summary>
    private static string Number(string document) =>
        (First(document, "DOCNO", "DOCID") ?? NumberInTag().Match(document).Groups["id"].Value).Trim();

    private static string? First(string document, params ReadOnlySpan<string> elements)
    {
        foreach (var element in elements)
        {
            if (All(document, element).FirstOrDefault() is { } text)
                return text;
        }

        return null;
    }

    private static IEnumerable<string> All(string document, string element)
    {
        for (var begin = 0; (begin = document.IndexOf($"<{element}", begin, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var open = document.IndexOf('>', begin);
            if (open < 0)
                yield break;
            if (document[begin + element.Length + 1] is not ('>' or ' '))
            {
                begin = open;
                continue;
            }

            var close = document.IndexOf($"</{element}>", open, StringComparison.OrdinalIgnoreCase);
            yield return close < 0 ? document[(open + 1)..] : document[(open + 1)..close];
            if (close < 0)
                yield break;
            begin = close;
        }
    }

    private Reading.Rejected Reject(ArchiveSource source, long offset, StringBuilder document, string reason) =>
        new(source.Path, offset, Name, reason, Reading.SnippetOf(document.ToString(0, Math.Min(document.Length, 400))));

    [GeneratedRegex(@"\A(<\?xml[^>]*>\s*)?(<!DOCTYPE[^>]*>\s*)?<DOC[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();

    /// <summary>The Financial Times writes 910514.</summary>
    [GeneratedRegex(@"\A\s*(?<y>[0-9]{2})(?<m>[01][0-9])(?<d>[0-3][0-9])\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"\A\s*<DOC\s[^>]*\bid\s*=\s*[""'](?<id>[^""']+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberInTag();

    [GeneratedRegex(@"<DOC[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentBegin();

    [GeneratedRegex(
        @"\A(AP|WSJ|ZF|SJMN|FR|FT|LA)_?(?<y>8[7-9]|9[0-9])(?<m>[01][0-9])(?<d>[0-3][0-9])-"
        + @"|\A[A-Z]{3}_[A-Z]{3}_?(?<y>(19|20)[0-9]{2})(?<m>[01][0-9])(?<d>[0-3][0-9])\.",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
