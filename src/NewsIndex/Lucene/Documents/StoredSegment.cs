using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsIndex.Lucene.Documents;

/// <summary>
/// The stored articles and doc values of a segment of any format. Postings are not opened: a format may change them, and what they hold
/// follows from the articles.
/// </summary>
internal sealed class StoredSegment : IDisposable
{
    private readonly CompoundFileDirectory? compound;
    private readonly FieldInfos fields;
    private readonly StoredFieldsReader stored;
    private readonly DocValuesProducer? values;
    private readonly IBits? live;
    private readonly IBits? current;

    public StoredSegment(SegmentCommitInfo commit, LuceneDirectory directory)
    {
        var (info, codec) = (commit.Info, commit.Info.Codec);
        if (info.UseCompoundFile)
        {
            var name = IndexFileNames.SegmentFileName(info.Name, "", IndexFileNames.COMPOUND_FILE_EXTENSION);
            compound = new CompoundFileDirectory(directory, name, IOContext.READ, openForWrite: false);
        }

        var files = compound ?? directory;
        fields = codec.FieldInfosFormat.FieldInfosReader.Read(files, info.Name, "", IOContext.READ_ONCE);
        stored = codec.StoredFieldsFormat.FieldsReader(files, info, fields, IOContext.READ);
        values = fields.HasDocValues
            ? codec.DocValuesFormat.FieldsProducer(new SegmentReadState(files, info, fields, IOContext.READ, 1))
            : null;
        live = commit.HasDeletions ? codec.LiveDocsFormat.ReadLiveDocs(directory, commit, IOContext.READ_ONCE) : null;
        current = FieldOf(IndexFields.ContentKey) is { } content ? values!.GetDocsWithField(content) : null;
        Count = info.DocCount;
        Numbers = new ColumnsByName<NumericDocValues>(name => FieldOf(name) is { } field ? values!.GetNumeric(field) : null);
        Bytes = new ColumnsByName<BinaryDocValues>(name => FieldOf(name) is { } field ? values!.GetBinary(field) : null);
        Sets = new ColumnsByName<SortedSetDocValues>(name => FieldOf(name) is { } field ? values!.GetSortedSet(field) : null);
    }

    /// <summary>Documents, deleted ones included.</summary>
    public int Count { get; }

    public ColumnsByName<NumericDocValues> Numbers { get; }

    public ColumnsByName<BinaryDocValues> Bytes { get; }

    public ColumnsByName<SortedSetDocValues> Sets { get; }

    public bool IsLive(int doc) => live?.Get(doc) != false;

    /// <summary>True for the current text of an article, false for an earlier one.</summary>
    public bool IsCurrent(int doc) => current?.Get(doc) == true;

    public StoredValues Read(int doc) => StoredValues.Read(visitor => stored.VisitDocument(doc, visitor), withMentions: true);

    public void Dispose()
    {
        values?.Dispose();
        stored.Dispose();
        compound?.Dispose();
    }

    /// <summary>Null for a field without doc values in this segment.</summary>
    private FieldInfo? FieldOf(string name) => fields.FieldInfo(name) is { HasDocValues: true } field ? field : null;

    /// <summary>Columns of one kind, each opened once.</summary>
    /// <param name="open">Null for a field that the segment does not have.</param>
    internal sealed class ColumnsByName<T>(Func<string, T?> open)
        where T : class
    {
        private readonly Dictionary<string, T?> opened = new(StringComparer.Ordinal);

        public T? Of(string name)
        {
            if (!opened.TryGetValue(name, out var column))
                opened[name] = column = open(name);
            return column;
        }
    }
}
