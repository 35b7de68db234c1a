using Lucene.Net.Codecs;
using Lucene.Net.Index;

namespace NewsIndex.Lucene.Codec;

/// <summary>Writes the postings of a segment.</summary>
internal sealed class FieldsWriter(SegmentWriteState state) : FieldsConsumer
{
    private readonly PostingsOutputs files = new(state);
    private bool isClosed;

    public override TermsConsumer AddField(FieldInfo field) => new TermsWriter(files, field, state.SegmentInfo.DocCount);

    protected override void Dispose(bool disposing)
    {
        if (!disposing || isClosed)
            return;
        isClosed = true;
        FieldSummary.AddEnd(files.TermIndex);
        files.Dispose();
    }
}
