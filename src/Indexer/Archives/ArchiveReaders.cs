using Indexer.Archives.Crawls;
using Indexer.Archives.Documents;
using Indexer.Archives.Json;
using Indexer.Archives.Mail;
using Indexer.Archives.NewsDatabases;
using Indexer.Archives.Tables;
using Indexer.Archives.Wires;
using Indexer.Archives.Xml;
using Indexer.Fields;
using Indexer.Records;

namespace Indexer.Archives;

/// <summary>The readers, the most specific first: the first one that recognises a file reads it.</summary>
internal sealed class ArchiveReaders
{
    /// <param name="mapping">Maps columns or members to fields of an article; null to map them by name.</param>
    public ArchiveReaders(FieldMapping? mapping = null)
    {
        mapping ??= FieldMapping.ByName;
        All =
        [
            new WarcReader(For),
            new ArcReader(For),
            new CrawlIndexReader(),
            new Iptc7901Reader(),
            new AnpaReader(),
            new NexisReader(),
            new FactivaReader(),
            new ProQuestReader(),
            new ReutersSgmlReader(),
            new TrecSgmlReader(),
            new NitfReader(),
            new NewsMlG2Reader(),
            new NewsMl1Reader(),
            new TeiReader(),
            new AltoReader(),
            new WordPressReader(),
            new FeedReader(),
            new ArticleRecordReader(),
            new NinjsReader(),
            new NewsPleaseReader(),
            new JsonFeedReader(),
            new MappedJsonReader(mapping),
            new MboxReader(),
            new MhtmlReader(),
            new EmailReader(mapping),
            new MarkdownReader(),
            new HtmlPageReader(),
            new AgencyXmlReader(mapping),
            new CsvReader(mapping),
            new LabelledTextReader(mapping),
            new ScrapedPageReader(),
            new PlainTextReader(),
        ];
    }

    public IReadOnlyList<IArchiveReader> All { get; }

    /// <summary>Returns null if no reader recognises the file.</summary>
    public IArchiveReader? For(ArchiveHead head) => All.FirstOrDefault(reader => reader.Recognises(head));
}
