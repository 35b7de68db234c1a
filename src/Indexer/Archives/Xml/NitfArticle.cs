using System.Xml.Linq;
using Indexer.Authors;
using Indexer.Dates;
using Indexer.Html;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Xml;

/// <summary>Reads an article in NITF, alone or inside NewsML.</summary>
internal static class NitfArticle
{
    /// <returns>The article; its headline and body are empty when the element has neither.</returns>
    public static Article Read(XElement nitf)
    {
        var head = nitf.First("body.head");
        var headline = head?.First("hl1").Line()
            ?? nitf.First("hedline").Line()
            ?? nitf.Child("head").Child("title").Line()
            ?? nitf.First("title").Line();
        var language = nitf.ValueOf("lang");
        var content = nitf.First("body.content") ?? nitf.Child("body") ?? nitf;
        return new Article
        {
            Id = nitf.First("doc-id").ValueOf("id-string") is { Length: <= ArticleId.MaximumLength } id ? id : "",
            Headline = headline ?? "",
            Body = Body(content, head),
            Published = Published(nitf, language),
            Source = nitf.First("doc.copyright").ValueOf("holder")
                ?? nitf.First("doc-id").ValueOf("regsrc")
                ?? nitf.First("distributor").Line()
                ?? nitf.First("del-list").Child("from-src").ValueOf("src-name"),
            Language = language,
            Section = nitf.First("tobject.subject").ValueOf("tobject.subject.type") ?? nitf.First("doc-scope").ValueOf("scope"),
            Authors = [.. (head ?? nitf).All("byline").SelectMany(Names).Distinct(StringComparer.Ordinal)],
            Tags = [.. nitf.All("keyword")
                .Select(keyword => keyword.ValueOf("key") ?? keyword.Line())
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)],
            Entities =
            [
                .. Entities(content, "person", EntityType.Person),
                .. Entities(content, "org", EntityType.Organization),
                .. Entities(content, "location", EntityType.Place),
            ],
        };
    }

    private static IEnumerable<string> Names(XElement byline)
    {
        var persons = byline.All("person").Select(person => person.Line()).OfType<string>().ToList();
        return (persons.Count > 0
            ? persons
            : [
                string.Concat(byline.Nodes()
                    .Where(node => node is not XElement element || !element.Is("byttl"))
                    .Select(node => node is XElement element ? element.Value : node.ToString()))])
            .SelectMany(ByLine.Names);
    }

    private static IEnumerable<NamedEntity> Entities(XElement content, string element, EntityType type) =>
        content.All(element)
            .Select(name => name.ValueOf("value") ?? name.Line())
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(name => new NamedEntity(name, type));

    /// <summary>Paragraphs of the content; the abstract if there are none. The dateline stays in the text where it is printed.</summary>
    private static string Body(XElement content, XElement? head)
    {
        var blocks = content.HasElements || content.Value.Trim().Length > 0 ? WithoutRepeats(WithoutMedia(content)) : content;
        var text = blocks.HasElements && blocks.Elements().All(element => element.Is("pre"))
            ? PlainText.Paragraphs(blocks.Value)
            : HtmlText.Paragraphs(blocks.Markup());
        return text.Length > 0 || head?.Child("abstract") is not { } summary ? text : HtmlText.Paragraphs(summary.Markup());
    }

    private static XElement WithoutMedia(XElement content)
    {
        var copy = new XElement(content);
        copy.Descendants().Where(element => element.Is("media") || element.Is("body.head")).ToList().ForEach(element => element.Remove());
        return copy;
    }

    /// <summary>Some archives repeat the first paragraph: in a block of its own and in the whole text.</summary>
    private static XElement WithoutRepeats(XElement content)
    {
        var blocks = content.Children("block").Select(block => (Block: block, Text: block.Line() ?? "")).ToList();
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (blocks[i].Text.Length > 0 && blocks[i + 1].Text.StartsWith(blocks[i].Text, StringComparison.Ordinal))
                blocks[i].Block.Remove();
        }

        return content;
    }

    private static PublishedDate Published(XElement nitf, string? language)
    {
        foreach (var text in (string?[])[
            nitf.First("date.release")
                .ValueOf("norm"), nitf.First("date.issue")
                .ValueOf("norm"), nitf.First("pubdata")
                .ValueOf("date.publication"),
            nitf.First("story.date")
                .ValueOf("norm"), nitf.First("date.release").Line(), nitf.First("date.issue").Line(), nitf.First("dateline")
                .Child("story.date").Line(), nitf.First("dateline").Line()])
        {
            if (DateText.TryRead(text, new DateContext(language), out var reading))
                return reading.FromSystem(DateProvenance.Metadata);
        }

        return PublishedDate.Unknown;
    }
}
