using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Codec;

/// <summary>Writes the terms of a field.</summary>
/// <param name="segmentDocs">Documents of the segment.</param>
internal sealed class TermsWriter(PostingsOutputs files, FieldInfo field, int segmentDocs) : TermsConsumer
{
    private readonly FieldParts parts = FieldPartsOf.Field(field);
    private readonly PostingsWriter postings = new(files, FieldPartsOf.Field(field), segmentDocs);
    private readonly TermDictionaryWriter dictionary = new(files.Terms, FieldPartsOf.Field(field));

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override PostingsConsumer StartTerm(BytesRef text)
    {
        postings.Start();
        return postings;
    }

    public override void FinishTerm(BytesRef text, TermStats stats) =>
        dictionary.Add(text.Bytes.AsSpan(text.Offset, text.Length), postings.Finish());

    public override void Finish(long sumTotalTermFreq, long sumDocFreq, int docCount)
    {
        // All documents with a term of the field may have been deleted before a merge.
        if (dictionary.Count == 0)
            return;
        new FieldSummary(field.Number, parts, dictionary.Count, sumTotalTermFreq, sumDocFreq, docCount).WriteTo(files.TermIndex);
        dictionary.FinishTo(files.TermIndex);
    }
}
