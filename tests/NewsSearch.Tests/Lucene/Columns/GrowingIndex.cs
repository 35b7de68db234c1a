using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsSearch.Tests.Lucene.Columns;

/// <summary>
/// An index whose commits add, replace and delete articles of a few words, and sometimes merge. Each commit is opened beside the one before
/// it, as the service does.
/// </summary>
internal sealed class GrowingIndex : IDisposable
{
    private readonly RAMDirectory directory = new();
    private readonly List<SnapshotReader> opened = [];

    /// <summary>The newest snapshot.</summary>
    public SnapshotReader Newest => opened[^1];

    public void Dispose()
    {
        foreach (var reader in opened)
            reader.Dispose();
        directory.Dispose();
    }

    /// <summary>Opens the commit with a number beside the newest, as a pinned generation is.</summary>
    public SnapshotReader OpenCommit(int number)
    {
        var commit = SnapshotReader.OfCommit(DirectoryReader.ListCommits(directory)[number], opened);
        opened.Insert(0, commit);
        return commit;
    }

    /// <param name="written">Replaces an article of the same id.</param>
    public SnapshotReader Commit(IEnumerable<GrownArticle> written, IEnumerable<string> deleted)
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            IndexDeletionPolicy = NoDeletionPolicy.INSTANCE,
            MergePolicy = new LogDocMergePolicy { MergeFactor = 4, MinMergeDocs = 2 },
            MergeScheduler = new SerialMergeScheduler(),
        };
        using (var writer = new IndexWriter(directory, config))
        {
            foreach (var id in deleted)
                writer.DeleteDocuments(new Term(IndexFields.Id, id));
            foreach (var article in written)
                writer.UpdateDocument(new Term(IndexFields.Id, article.Id), DocumentOf(article));
            writer.SetCommitData(new Dictionary<string, string> { ["number"] = $"{opened.Count}" });
            writer.Commit();
        }

        var whole = opened.Count == 0
            ? DirectoryReader.Open(directory)
            : DirectoryReader.OpenIfChanged(Newest.Whole) ?? throw new InvalidOperationException("the commit changed nothing");
        opened.Add(SnapshotReader.OfWhole(whole, opened));
        return Newest;
    }

    private static Document DocumentOf(GrownArticle article)
    {
        var counted = new FieldType(StringField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS };
        var document = new Document
        {
            new StringField(IndexFields.Id, article.Id, Field.Store.YES),
            new SortedDocValuesField(IndexFields.Id, new BytesRef(article.Id)),
            new SortedDocValuesField(IndexFields.CopyGroup, new BytesRef(article.Group)),
            new SortedSetDocValuesField(IndexFields.SourceName, new BytesRef(article.Source)),
            new StringField(IndexFields.Source, LabelFields.Normalise(article.Source), Field.Store.NO),
        };
        foreach (var word in article.Words)
            document.Add(new StringField(IndexFields.TextExact, word, Field.Store.NO));
        foreach (var name in article.Names)
        {
            var entity = EntityReference.Named(EntityType.Person, name.Split(' ')[^1]);
            document.Add(new SortedSetDocValuesField(IndexFields.Person, new BytesRef(entity.Id)));
            document.Add(new Field(IndexFields.Mentions, MentionTerm.OfName(entity, name), counted));
        }

        return document;
    }
}
