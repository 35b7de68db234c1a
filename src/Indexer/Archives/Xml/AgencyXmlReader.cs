using System.Xml.Linq;
using Indexer.Archives.Tables;
using NewsIndex.Articles;

namespace Indexer.Archives.Xml;

/// <summary>An agency's or a system's own XML: elements whose children are named as the fields of an article are.</summary>
internal sealed class AgencyXmlReader(FieldMapping mapping) : XmlArticleReader
{
    public override string Name => "xml";

    public override bool Recognises(ArchiveHead head) => head.XmlRoot is not null and not "html" and not "HTML" && head.Content.StartsWith("<?xml", StringComparison.Ordinal);

    protected override XmlReading ReadDocument(XElement root)
    {
        var articles = root.DescendantsAndSelf().Where(IsRecord).Select(Read).OfType<Article>().ToList();
        return articles.Count > 0 ? XmlReading.Of(articles) : new XmlReading([], []);
    }

    private bool IsRecord(XElement element)
    {
        var names = Names(element);
        return names.Count >= 2 && mapping.ColumnsOf("headline", names).Count + mapping.ColumnsOf("body", names).Count > 0
            && FieldMapping.Fields.Count(field => mapping.ColumnsOf(field, names).Count > 0) >= 3;
    }

    private Article? Read(XElement record)
    {
        var children = record.Elements().ToList();
        try
        {
            return new MappedArticle(children.ConvertAll(child => child.Name.LocalName), mapping)
                .Read(column => children[column].Markup() is { } text && !string.IsNullOrWhiteSpace(text) ? [text.Trim()] : []).Article;
        }
        catch (ArticleRecordException)
        {
            return null;
        }
    }

    private static List<string> Names(XElement element) => [.. element.Elements().Select(child => child.Name.LocalName)];
}
