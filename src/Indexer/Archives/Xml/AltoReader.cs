using System.Buffers;
using System.Text;
using System.Xml.Linq;
using Indexer.Archives.Documents;
using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Xml;

/// <summary>
/// ALTO, the output of OCR for a scanned page: blocks of lines of words. The format does not separate the articles of a page, so the whole
/// page becomes one article.
/// </summary>
/// <remarks>The Library of Congress, "ALTO: Technical Metadata for Layout and Text Objects", versions 1 to 4.</remarks>
internal sealed class AltoReader : XmlArticleReader
{
    private const int MaxHeadlineLength = 120;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".,;:!?-");

    public override string Name => "alto";

    public override bool Recognises(ArchiveHead head) => head.XmlRoot is "alto" or "ALTO";

    protected override string ReasonForNothing =>
        "the page of ALTO has no words; expected TextBlock elements with TextLine and String elements";

    protected override XmlReading ReadDocument(XElement root)
    {
        var blocks = root.All("TextBlock").Select(block => PlainText.OfTeleprinter(Lines(block)));
        List<string> paragraphs = [.. blocks.Where(paragraph => paragraph.Length > 0)];
        if (paragraphs.Count == 0)
            return new XmlReading([], []);
        var text = string.Join("\n\n", paragraphs);
        // The first block of a page is as often the end of an article that began on another page.
        var heading = IsHeadline(paragraphs[0]) ? TextHeading.Of(text) : new TextHeading(null, "", [], PublishedDate.Unknown, 0);
        var article = new Article
        {
            Id = "",
            Headline = heading.Headline,
            Body = text[heading.End..].TrimStart(),
            Published = heading.Published,
            Source = heading.Masthead,
            Authors = heading.Authors,
            Language = root.First("TextBlock").ValueOf("LANG") ?? root.First("TextBlock").ValueOf("language"),
        };
        return XmlReading.Of([article]) with { Notice = "a scanned page of ALTO, whose articles cannot be told apart: it is read as one" };
    }

    private static bool IsHeadline(string text) => text.Length <= MaxHeadlineLength && !SentenceEnds.Contains(text[^1]);

    private static string Lines(XElement block) => string.Join('\n', block.All("TextLine").Select(Line).Where(line => line.Length > 0));

    /// <summary>Both halves of a hyphenated word state the whole word; it is placed on the first line.</summary>
    private static string Line(XElement line)
    {
        var text = new StringBuilder();
        foreach (var element in line.Elements())
        {
            if (element.Is("SP") && text.Length > 0)
                text.Append(' ');
            else if (element.Is("HYP") && !element.ElementsBeforeSelf().Any(IsWhole))
                text.Append('-');
            else if (element.Is("String") && !(element.ValueOf("SUBS_TYPE") == "HypPart2" && element.ValueOf("SUBS_CONTENT") is not null))
                text.Append(element.ValueOf("SUBS_CONTENT") ?? element.ValueOf("CONTENT"));
        }

        return text.ToString().Trim();
    }

    private static bool IsWhole(XElement element) =>
        element.ValueOf("SUBS_TYPE") == "HypPart1" && element.ValueOf("SUBS_CONTENT") is not null;
}
