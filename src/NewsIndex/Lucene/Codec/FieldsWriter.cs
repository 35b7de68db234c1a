using Lucene.Net.Codecs;
using Lucene.Net.Index;
using NewsIndex.Lucene.Segments;

namespace NewsIndex.Lucene.Codec;

/// <summary>Writes the postings of a segment.</summary>
internal sealed class FieldsWriter(SegmentWriteState state) : FieldsConsumer
{
    private readonly PostingsOutputs files = new(state);
    private bool isClosed;

    public override TermsConsumer AddField(FieldInfo field) => new TermsWriter(files, field, state.SegmentInfo.DocCount);

    /// <summary>Takes a collected segment in one piece; merges others.</summary>
    public override void Merge(MergeState mergeState, Fields fields)
    {
        if (mergeState.Readers is [CollectedSegment segment])
            new CollectedPostings(segment, mergeState.FieldInfos, files).Write();
        else
            base.Merge(mergeState, fields);
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing || isClosed)
            return;
        isClosed = true;
        FieldSummary.AddEnd(files.TermIndex);
        files.Dispose();
    }
}
