using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;
using Indexer.Archives.NewsDatabases;
using Indexer.Dates;
using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Documents;

/// <summary>An article as plain text: a headline, optionally a byline and a date, usually an empty line, and paragraphs.</summary>
internal sealed partial class PlainTextReader : WholeFileReader
{
    private const int MaxHeadlineLength = 250;

    /// <summary>
    /// Minimum length of a sentence on one line, in characters: in the text, and below a headline without an empty line between.
    /// </summary>
    private const int MinSentence = 20, MinSentenceUnderHeadline = 60;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?:\"'\u2019\u201D");

    /// <summary>First characters of lists, tables, settings and programs.</summary>
    private static readonly SearchValues<char> NoHeadlineBegins = SearchValues.Create("#<{[|=/;-");

    /// <summary>Characters that separate or enclose values.</summary>
    private static readonly SearchValues<char> OfTables = SearchValues.Create("\t|;={}<>");

    private const string ManyDocuments =
        "the text counts documents, as databases do that hold many articles in a file, and is read as one article; "
        + "expected the layout of LexisNexis, Nexis Uni, Factiva or ProQuest";

    public override string Name => "plain-text";

    public override bool Recognises(ArchiveHead head) => WhatLacks(head) is null;

    /// <summary>The reason why a file is not plain text with a headline; null when it is.</summary>
    public static string? WhatLacks(ArchiveHead head)
    {
        if (head.IsBinary || head.Content.Length == 0)
            return "it is not text";
        if (NoHeadlineBegins.Contains(head.Content[0]))
            return $"it begins with {head.Content[0]}, as lists, tables and programs do";
        var lines = head.Content.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        if (lines.Length < 2)
            return "it has one line; expected a headline on the first and the text below";
        if (!IsHeadline(lines[0]))
            return $"the first line is not a headline; expected at most {MaxHeadlineLength} characters, and letters for the most part";
        if (IsOfSoftware().IsMatch(head.Content[..Math.Min(head.Content.Length, 1000)]))
            return "it begins as licences and lists of changes do";
        var isParted = string.IsNullOrWhiteSpace(lines[1]) || TextHeading.Of(head.Content).SaysMore;
        if (isParted)
            return HasSentence(lines.Skip(1)) ? null : $"no sentence of more than {MinSentence} characters stands below the first line";
        return IsUnderHeadline(lines[0], lines[1])
            ? null
            : "neither an empty line, a byline or a day, nor a whole sentence stands under the first line";
    }

    protected override IEnumerable<Reading> Read(ArchiveSource source, byte[] bytes)
    {
        var text = WithoutReferences(EncodedText.Decode(bytes, source.Charset)).TrimStart();
        var heading = TextHeading.Of(text);
        var notice = Counted().IsMatch(text) || NexisLabels.Ends(text) ? ManyDocuments : null;
        return
        [
            new Reading.Read(source.Path, 0, Name, new Article
            {
                Id = "",
                Headline = heading.Headline,
                Body = TextColumns.Of(text[heading.End..]) is { } columns
                    ? PlainText.OfTeleprinter(columns)
                    : PlainText.Paragraphs(text[heading.End..]),
                Published = heading.Published.Date is null ? FileNameDate.Of(source.Path) : heading.Published,
                Source = heading.Masthead,
                Authors = heading.Authors,
                Url = source.Url,
            }, notice),
        ];
    }

    /// <summary>Texts from web pages may contain character references: <c>communiqu&amp;#233;</c>.</summary>
    private static string WithoutReferences(string text) => Reference().Replace(text, reference => WebUtility.HtmlDecode(reference.Value));

    private static bool IsHeadline(string line) => line.Length <= MaxHeadlineLength && line.Count(char.IsLetter) * 2 > line.Length;

    /// <summary>A line of several words that is not a sentence, followed by one that is.</summary>
    private static bool IsUnderHeadline(string headline, string line) =>
        !headline.AsSpan().ContainsAny(OfTables) && !line.AsSpan().ContainsAny(OfTables)
        && headline.TrimEnd()[^1] is not ('.' or ',' or ':')
            && HasSentence(line, MinSentenceUnderHeadline)
            && SentenceEnds.Contains(line.TrimEnd()[^1]);

    /// <summary>The sentence may be on one line or wrapped at a fixed width.</summary>
    private static bool HasSentence(IEnumerable<string> lines) =>
        PlainText.OfTeleprinter(string.Join('\n', lines)).Split('\n').Any(line => HasSentence(line, MinSentence));

    private static bool HasSentence(string line, int least)
    {
        var begin = 0;
        while (begin < line.Length && !char.IsLetter(line[begin]))
            begin++;
        return line.AsSpan().LastIndexOfAny(SentenceEnds) - begin > least;
    }

    [GeneratedRegex(
        @"&(#\d{2,5}|#[xX][0-9A-Fa-f]{2,5}|amp|quot|nbsp|eacute|egrave|agrave|ccedil|uuml|ouml|auml|szlig|ntilde|[lr][sd]quo|[nm]dash"
        + @"|hellip|pound|euro);")]
    private static partial Regex Reference();

    /// <summary>Counters of documents (Document 1 of 2, 1 von 250). Pages of one document are counted in the same way.</summary>
    [GeneratedRegex(
        @"^[ \t]*(?!(page|seite|pagina|página|blz\.?|p\.|pg\.?|teil|part|deel|partie)\b)"
        + @"(\S+ )?\d{1,6} (of|von|de|van|sur|di) \d{1,6}( \p{L}+)?[ \t]*\r?$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    /// <summary>Licences and change logs, which often accompany archives.</summary>
    [GeneratedRegex(
        @"\b(MIT License|Apache License|BSD License|GNU (Lesser |Affero )?General Public|creative commons|permission is hereby granted"
        + @"|licensed under the|terms and conditions for use|changelog\n|all notable changes)",
        RegexOptions.IgnoreCase)]
    private static partial Regex IsOfSoftware();
}
