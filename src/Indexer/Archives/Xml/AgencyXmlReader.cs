using System.Xml.Linq;
using Indexer.Extraction;
using Indexer.Fields;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.Xml;

/// <summary>
/// XML of an agency's or a system's own, whose elements have the names of an article's fields. Includes dumps of MySQL and Solr.
/// </summary>
internal sealed class AgencyXmlReader(FieldMapping mapping) : XmlArticleReader
{
    public override string Name => "xml";

    public override bool Recognises(ArchiveHead head) =>
        head.XmlRoot is not null and not "html" and not "HTML" && head.Content.StartsWith("<?xml", StringComparison.Ordinal);

    protected override string ReasonForNothing =>
        "no element has children that are named as the fields of an article are, such as headline, text and date";

    protected override XmlReading ReadDocument(XElement root)
    {
        var articles = root.DescendantsAndSelf().Where(IsRecord).Select(Read).OfType<Article>().ToList();
        return articles.Count > 0 ? XmlReading.Of(articles) : new XmlReading([], []);
    }

    private bool IsRecord(XElement element)
    {
        List<string> names = [.. Values(element).Select(value => value.Name)];
        return names.Count >= 2 && mapping.ColumnsOf("headline", names).Count + mapping.ColumnsOf("body", names).Count > 0
            && FieldMapping.Fields.Count(field => mapping.ColumnsOf(field, names).Count > 0) >= 3;
    }

    private Article? Read(XElement record)
    {
        var values = Values(record);
        try
        {
            return new MappedArticle(values.ConvertAll(value => value.Name), mapping, PageArticle.Read)
                .Read(column => string.IsNullOrWhiteSpace(values[column].Text) ? [] : [values[column].Text.Trim()]).Article;
        }
        catch (ArticleRecordException)
        {
            return null;
        }
    }

    /// <summary>
    /// Fields of an article: the children of an element and of its head, and dates, language and id from its attributes. Other numeric
    /// attributes are ignored: they number all kinds of things.
    /// </summary>
    private static List<(string Name, string Text)> Values(XElement element) =>
    [
        .. element.Elements().Concat(element.Elements().Where(IsHead).Elements()).Select(child => (NameOf(child), Text(child))),
        .. element.Attributes()
            .Where(attribute => attribute.Name.LocalName is "date" or "published" or "pubdate" or "lang" or "language")
            .Select(attribute => (attribute.Name.LocalName, attribute.Value)),
    ];

    /// <summary>Databases and search engines put the name of a column in an attribute: <c>&lt;field name="title"&gt;</c>.</summary>
    private static string NameOf(XElement element) =>
        element.Name.LocalName.ToLowerInvariant() is "field" or "column" or "col" or "str" or "date" or "property" or "attribute" or "param"
            && element.ValueOf("name") is { } name
            ? name
            : element.Name.LocalName;

    /// <summary>
    /// The text of an element; for an element that holds a name and other elements, such as the publication of a news sitemap, the name.
    /// </summary>
    private static string Text(XElement element) =>
        element.Child("name").Line() is { } name
            && element.Nodes().All(node => node is XElement || string.IsNullOrWhiteSpace(node.ToString()))
            ? name
            : element.Markup();

    private static bool IsHead(XElement element) =>
        element.Name.LocalName.ToLowerInvariant() is "head" or "header" or "meta" or "metadata" or "info";
}
