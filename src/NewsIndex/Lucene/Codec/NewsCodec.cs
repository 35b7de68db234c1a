using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;
using NewsIndex.Lucene.StoredFields;

namespace NewsIndex.Lucene.Codec;

/// <summary>
/// Lucene's codec with our format of postings and our reader and writer of stored fields. The name stands in every segment.
/// </summary>
[CodecName("NewsSearch")]
internal sealed class NewsCodec() : FilterCodec(new Lucene46Codec())
{
    public override PostingsFormat PostingsFormat { get; } = new BlockPostingsFormat();

    public override StoredFieldsFormat StoredFieldsFormat { get; } = new ArticleFieldsFormat();
}
