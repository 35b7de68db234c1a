using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;
using Indexer.Dates;
using NewsIndex.Articles;

namespace Indexer.Archives.Pages;

/// <summary>An article as plain text: a headline, perhaps a byline and a date, mostly an empty line, and paragraphs.</summary>
internal sealed partial class PlainTextReader : IArchiveReader
{
    private const int LongestHeadline = 250;

    /// <summary>Characters of a line from its first letter to the end of a sentence: in the text, and right under a headline, where no empty line tells.</summary>
    private const int LeastInText = 20, LeastUnderHeadline = 60;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?:\"'\u2019\u201D");

    /// <summary>Lists, tables, settings and programs begin with such signs.</summary>
    private static readonly SearchValues<char> NoHeadlineBegins = SearchValues.Create("#<{[|=/;-");

    /// <summary>They part values, or enclose them.</summary>
    private static readonly SearchValues<char> OfTables = SearchValues.Create("\t|;={}<>");

    public string Name => "plain-text";

    public bool Recognises(ArchiveHead head)
    {
        if (head.IsBinary || head.Content.Length == 0 || NoHeadlineBegins.Contains(head.Content[0]))
            return false;
        var lines = head.Content.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        if (lines.Length < 2 || !IsHeadline(lines[0]) || IsOfSoftware().IsMatch(head.Content[..Math.Min(head.Content.Length, 1000)]))
            return false;
        var isParted = string.IsNullOrWhiteSpace(lines[1]) || TextHeading.Of(head.Content).SaysMore;
        return isParted ? lines.Skip(2).Any(line => HasSentence(line, LeastInText)) : IsUnderHeadline(lines[0], lines[1]);
    }

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        if (!WholeFile.TryRead(source.Bytes, out var bytes))
            return [WholeFile.TooLarge(source, Name, bytes)];
        var text = WithoutReferences(EncodedText.Decode(bytes, source.Charset)).TrimStart();
        var heading = TextHeading.Of(text);
        return
        [
            new Reading.Read(source.Path, 0, Name, new Article
            {
                Id = "",
                Headline = heading.Headline,
                Body = PlainText.Paragraphs(text[heading.End..]),
                Published = heading.Published.Date is null ? FileNameDate.Of(source.Path) : heading.Published,
                Source = heading.Masthead,
                Authors = heading.Authors,
                Url = source.Url,
            }),
        ];
    }

    /// <summary>Texts that were pages once have kept characters as numbers: <c>communiqu&amp;#233;</c>.</summary>
    private static string WithoutReferences(string text) => Reference().Replace(text, reference => WebUtility.HtmlDecode(reference.Value));

    private static bool IsHeadline(string line) => line.Length <= LongestHeadline && line.Count(char.IsLetter) * 2 > line.Length;

    /// <summary>A line of some words that is no sentence, and one that is.</summary>
    private static bool IsUnderHeadline(string headline, string line) =>
        !headline.AsSpan().ContainsAny(OfTables) && !line.AsSpan().ContainsAny(OfTables)
        && headline.TrimEnd()[^1] is not ('.' or ',' or ':') && HasSentence(line, LeastUnderHeadline) && SentenceEnds.Contains(line.TrimEnd()[^1]);

    private static bool HasSentence(string line, int least)
    {
        var begin = 0;
        while (begin < line.Length && !char.IsLetter(line[begin]))
            begin++;
        return line.AsSpan().LastIndexOfAny(SentenceEnds) - begin > least;
    }

    [GeneratedRegex(@"&(#\d{2,5}|#[xX][0-9A-Fa-f]{2,5}|amp|quot|nbsp|eacute|egrave|agrave|ccedil|uuml|ouml|auml|szlig|ntilde|[lr][sd]quo|[nm]dash|hellip|pound|euro);")]
    private static partial Regex Reference();

    /// <summary>What lies beside archives and is no article.</summary>
    [GeneratedRegex(@"\b(MIT License|Apache License|BSD License|GNU (Lesser |Affero )?General Public|creative commons|permission is hereby granted|licensed under the|terms and conditions for use|changelog\n|all notable changes)", RegexOptions.IgnoreCase)]
    private static partial Regex IsOfSoftware();
}
