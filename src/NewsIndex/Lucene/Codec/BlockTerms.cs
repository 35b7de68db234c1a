using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Codec;

/// <summary>The terms of a field in a segment of our format. Serves all threads.</summary>
internal sealed class BlockTerms(FieldSummary summary, TermDictionary dictionary, PostingsInputs files) : Terms
{
    public FieldParts Parts => summary.Parts;

    public TermDictionary Dictionary => dictionary;

    public PostingsInputs Files => files;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override long Count => summary.Terms;

    public override long SumTotalTermFreq => summary.SumTotalTermFreq;

    public override long SumDocFreq => summary.SumDocFreq;

    public override int DocCount => summary.Docs;

    public override bool HasFreqs => Parts.Has(FieldParts.Freqs);

    public override bool HasOffsets => Parts.Has(FieldParts.Offsets);

    public override bool HasPositions => Parts.Has(FieldParts.Positions);

    public override bool HasPayloads => Parts.Has(FieldParts.Payloads);

    public override TermsEnum GetEnumerator() => new BlockTermsEnum(this);

    /// <summary>Finds a term; allocates nothing if its block is in the cache.</summary>
    /// <returns>False when the segment does not have the term.</returns>
    /// <exception cref="System.IO.IOException">The dictionary cannot be read or is damaged.</exception>
    public bool Find(ReadOnlySpan<byte> term, out TermEntry entry)
    {
        entry = default;
        var block = dictionary.BlockOf(term);
        if (block < 0)
            return false;
        byte[] scratch = [];
        var bytes = dictionary.Read(block, files.Terms.Fork(), ref scratch).AsSpan();
        var (suffixes, entries) = TermBlock.Parts(bytes);
        var number = TermBlock.Find(bytes[suffixes..entries], dictionary.TermsOf(block), dictionary.FirstTerm(block), term);
        if (number < 0)
            return false;
        var reader = new ByteReader(bytes[entries..]);
        entry = TermEntryCode.ReadStart(ref reader, Parts);
        for (var i = 0; i <= number; i++)
            TermEntryCode.Read(ref reader, ref entry, Parts, files.SegmentDocs);
        return true;
    }
}
