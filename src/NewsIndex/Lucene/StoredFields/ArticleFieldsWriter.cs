using Lucene.Net.Codecs;
using Lucene.Net.Index;
using NewsIndex.Lucene.Segments;

namespace NewsIndex.Lucene.StoredFields;

/// <summary>Writes stored fields; those of a collected segment without an object for each.</summary>
internal sealed class ArticleFieldsWriter(StoredFieldsWriter writer) : StoredFieldsWriter
{
    public override void StartDocument(int numStoredFields) => writer.StartDocument(numStoredFields);

    public override void FinishDocument() => writer.FinishDocument();

    public override void WriteField(FieldInfo info, IIndexableField field) => writer.WriteField(info, field);

    public override void Abort() => writer.Abort();

    public override void Finish(FieldInfos fis, int numDocs) => writer.Finish(fis, numDocs);

    public override int Merge(MergeState mergeState)
    {
        if (mergeState.Readers is not [CollectedSegment segment])
            return writer.Merge(mergeState);
        var infos = segment.Collector.Fields.ConvertAll(field => mergeState.FieldInfos.FieldInfo(field.Name));
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            var cells = segment.Collector.Stored.Of(doc);
            writer.StartDocument(cells.Count);
            while (cells.Next())
                writer.WriteField(infos[cells.Field], cells);
            writer.FinishDocument();
        }

        writer.Finish(mergeState.FieldInfos, segment.MaxDoc);
        return segment.MaxDoc;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            writer.Dispose();
    }
}
