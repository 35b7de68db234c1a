using System.Text;
using System.Text.RegularExpressions;
using Indexer.Dates;
using NewsIndex.Articles;

namespace Indexer.Archives.Wires;

/// <summary>The newspapers of TREC and LDC (AP, WSJ, FT, LA Times): documents in SGML, each between DOC and /DOC.</summary>
internal sealed partial class TrecSgmlReader : IArchiveReader
{
    private const int DocumentLimit = 16 * 1024 * 1024;

    /// <summary>The oldest documents of the collections are of 1987.</summary>
    private const int FirstDocument = 1987;

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
            if (document.Length > DocumentLimit)
            {
                yield return Reject(source, beganAt, document, $"the document has more than {DocumentLimit:N0} characters");
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
            Id = First(document, "DOCNO", "DOCID") is { } number && number.Trim() is { Length: > 0 and <= ArticleId.MaximumLength } id ? id : "",
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
        var number = First(document, "DOCNO", "DOCID") ?? "";
        foreach (var text in (string?[])[First(document, "DATE_TIME", "DATETIME"), First(document, "DATE", "DD", "DATE1")])
        {
            if (text is not null && DateText.TryRead(HtmlText.Line(text), new DateContext("en-US", FirstDocument), out var reading))
                return reading.From(DateProvenance.Metadata);
        }

        // AP880212-0001 and WSJ870324-0001 name their day.
        var day = Numbered().Match(number);
        return day.Success && DateText.TryRead($"19{day.Groups[1].Value}-{day.Groups[2].Value}-{day.Groups[3].Value}", default, out var named)
            ? named.From(DateProvenance.Metadata)
            : PublishedDate.Unknown;
    }

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

    [GeneratedRegex(@"<DOC[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentBegin();

    [GeneratedRegex(@"\b(?:AP|WSJ|ZF|SJMN|FR|FT|LA)_?(8[7-9]|9[0-9])([01][0-9])([0-3][0-9])-")]
    private static partial Regex Numbered();
}
