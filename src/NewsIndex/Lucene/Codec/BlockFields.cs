using Lucene.Net.Codecs;
using Lucene.Net.Index;

namespace NewsIndex.Lucene.Codec;

/// <summary>The fields of a segment of our format.</summary>
internal sealed class BlockFields : FieldsProducer
{
    private readonly Dictionary<string, BlockTerms> fields = new(StringComparer.Ordinal);
    private readonly PostingsInputs files;

    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="System.IO.IOException">A file cannot be read.</exception>
    public BlockFields(SegmentReadState state)
    {
        files = new PostingsInputs(state);
        try
        {
            ReadIndex(state);
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    public override int Count => fields.Count;

    public override IEnumerator<string> GetEnumerator() => fields.Keys.Order(StringComparer.Ordinal).GetEnumerator();

    public override Terms? GetTerms(string field) => fields.GetValueOrDefault(field);

    public override long RamBytesUsed() => fields.Values.Sum(terms => terms.Dictionary.RamBytesUsed);

    /// <inheritdoc cref="PostingsInputs.Preload"/>
    public void Preload(CancellationToken stop) => files.Preload(stop);

    /// <summary>Compares the checksums of the files; that of the index of terms was compared when it was read.</summary>
    public override void CheckIntegrity() => files.CheckIntegrity();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            files.Dispose();
    }

    private void ReadIndex(SegmentReadState state)
    {
        using var index = PostingsFile.TermIndex.Open(state);
        index.CheckIntegrity();
        byte[] scratch = [];
        var reader = new ByteReader(index.Read(index.ContentStart, checked((int)index.ContentLength), ref scratch).AsSpan());
        while (FieldSummary.Read(ref reader) is { } summary)
        {
            var name = state.FieldInfos.FieldInfo(summary.Number)?.Name
                ?? throw new CorruptIndexException($"field {summary.Number} of {state.SegmentInfo.Name} is unknown; run verify");
            fields.Add(name, new BlockTerms(summary, TermDictionary.Read(ref reader, summary.Terms), files));
        }
    }
}
