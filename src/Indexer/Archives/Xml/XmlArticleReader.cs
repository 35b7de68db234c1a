using System.Xml.Linq;
using Indexer.Records;
using Indexer.Texts;

namespace Indexer.Archives.Xml;

/// <summary>Base of the XML readers. They share the parsing and differ in the meaning of elements.</summary>
internal abstract class XmlArticleReader : WholeFileReader
{
    /// <summary>Reads a document. Readers return no article that has neither headline nor text.</summary>
    protected abstract XmlReading ReadDocument(XElement root);

    /// <summary>The reason for rejecting a document without articles.</summary>
    protected virtual string ReasonForNothing => "the document has neither headline nor text";

    protected override IEnumerable<Reading> Read(ArchiveSource source, byte[] bytes)
    {
        var text = EncodedText.Decode(bytes, source.Charset);
        var readings = new List<Reading>();
        try
        {
            var (document, problem) = XmlText.Parse(text);
            if (source.Url is { } url && document.Root.ValueOf("base") is null)
                document.Root!.SetAttributeValue(XNamespace.Xml + "base", url);
            var read = ReadDocument(document.Root!);
            readings.AddRange(read.Articles.Select(article => new Reading.Read(source.Path, 0, Name, article, read.Notice)));
            readings.AddRange(read.PassedOver.Select(what => new Reading.PassedOver(source.Path, 0, Name, what)));
            if (problem is not null)
                readings.Add(
                    Reject(source, text, $"not well-formed XML, read as far as it goes ({read.Articles.Count} articles): {problem}"));
            else if (readings.Count == 0)
                readings.Add(Reject(source, text, ReasonForNothing));
        }
        catch (XmlTextException e)
        {
            readings.Add(Reject(source, text, e.Message));
        }

        return readings;
    }
}
