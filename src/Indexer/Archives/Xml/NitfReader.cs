using System.Xml.Linq;
using Indexer.Records;

namespace Indexer.Archives.Xml;

/// <summary>NITF, the News Industry Text Format of the IPTC, versions 2.5 to 3.6.</summary>
internal sealed class NitfReader : XmlArticleReader
{
    public override string Name => "nitf";

    public override bool Recognises(ArchiveHead head) => head.XmlRoot is "nitf" or "NITF";

    protected override XmlReading ReadDocument(XElement root)
    {
        var article = NitfArticle.Read(root);
        return XmlReading.Of(article.Headline.Length == 0 && article.Body.Length == 0 ? [] : [article]);
    }
}
