using Lucene.Net.Codecs;
using Lucene.Net.Index;

namespace NewsIndex.Lucene.Codec;

/// <summary>Our format of postings, for all fields of an index.</summary>
[PostingsFormatName("NewsBlocks")]
internal sealed class BlockPostingsFormat : PostingsFormat
{
    public override FieldsConsumer FieldsConsumer(SegmentWriteState state) => new FieldsWriter(state);

    public override FieldsProducer FieldsProducer(SegmentReadState state) => new BlockFields(state);
}
