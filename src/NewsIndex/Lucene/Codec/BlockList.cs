using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using NewsIndex.BitPacking;
using NewsIndex.Lucene.Caching;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Codec;

/// <summary>
/// Reads the postings of a term, block by block, in any order. For one thread; another term can be read with the same object.
/// </summary>
/// <remarks>See <see cref="PostingsWriter"/> for the layout.</remarks>
internal sealed class BlockList(BlockTerms terms)
{
    public const int BlockSize = PostingsWriter.BlockSize;

    /// <summary>Last document and largest frequency of a list of one block, before they are decoded.</summary>
    private const int NotKnown = -1;

    private readonly FieldParts parts = terms.Parts;
    private readonly int segmentDocs = terms.Files.SegmentDocs;
    private readonly int recordSize = BlockRecord.SizeOf(terms.Parts);
    private readonly RangeInput docsFile = terms.Files.Docs.Fork();
    private RangeInput? positionsFile;

    /// <summary>The records of a long list are far from its blocks.</summary>
    private HeldBlock recordsBlock;
    private HeldBlock docsBlock;
    private HeldBlock positionsBlock;
    private byte[] recordScratch = [];
    private byte[] packedScratch = [];
    private byte[] positionScratch = new byte[2 * RowBits.Padding];

    private TermEntry entry;

    /// <summary>The block that was read last; -1 for none.</summary>
    private int current = -1;
    private int docBefore;
    private BlockRecord record;
    private ArraySegment<byte> packed;

    public BlockTerms Terms => terms;

    public TermEntry Entry => entry;

    public int Count => entry.DocFreq;

    public int Blocks => (entry.DocFreq + BlockSize - 1) / BlockSize;

    /// <summary>Begins with a term.</summary>
    public void Reset(in TermEntry term) => (entry, current) = (term, -1);

    /// <summary>Returns the number of postings of a block.</summary>
    public int CountOf(int block) => Math.Min(BlockSize, entry.DocFreq - (block * BlockSize));

    /// <summary>Returns the last document of a block.</summary>
    public int LastDoc(int block)
    {
        if (block != current && Blocks > 1)
            return BlockRecord.LastDocOf(docsFile.Read(RecordStart(block), sizeof(int), ref recordScratch, ref recordsBlock).AsSpan());
        Load(block);
        if (record.LastDoc == NotKnown)
            DecodeDocs(stackalloc int[BlockSize], entry.DocFreq);
        return record.LastDoc;
    }

    /// <summary>Returns the largest frequency of a block.</summary>
    public int MaxFreq(int block)
    {
        Load(block);
        if (record.MaxFreq == NotKnown)
        {
            Span<int> freqs = stackalloc int[BlockSize];
            foreach (var freq in freqs[..ReadFreqs(block, freqs)])
                record.MaxFreq = Math.Max(record.MaxFreq, freq);
        }

        return record.MaxFreq;
    }

    /// <summary>Decodes the documents of a block.</summary>
    /// <param name="docs">At least <see cref="BlockSize"/> long.</param>
    /// <returns>The number of postings of the block.</returns>
    public int ReadDocs(int block, Span<int> docs)
    {
        Load(block);
        var count = CountOf(block);
        if (entry.HasOneDoc)
            docs[0] = entry.OnlyDoc;
        else
            DecodeDocs(docs, count);
        return count;
    }

    /// <summary>Decodes the frequencies of a block.</summary>
    /// <param name="freqs">At least <see cref="BlockSize"/> long.</param>
    /// <returns>The number of postings of the block.</returns>
    public int ReadFreqs(int block, Span<int> freqs)
    {
        var count = CountOf(block);
        if (!parts.Has(FieldParts.Freqs))
        {
            freqs[..count].Fill(1);
            return count;
        }

        Load(block);
        if (entry.HasOneDoc)
            freqs[0] = (int)Math.Min(int.MaxValue, entry.TotalTermFreq);
        else
            DecodeFreqs(freqs, count);
        return count;
    }

    /// <summary>Finds the codes of the positions of a posting: see <see cref="PositionCode"/>.</summary>
    /// <param name="before">Positions of the postings before it in its block.</param>
    /// <param name="freq">Frequency of the posting.</param>
    /// <exception cref="InvalidOperationException">The field has no positions.</exception>
    public PackedPositions Positions(int block, long before, int freq)
    {
        if (!parts.Has(FieldParts.Positions))
            throw new InvalidOperationException("the field of the term has no positions");
        if (entry.HasOneDoc && entry.HasOnePosition)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(positionScratch, entry.OnlyPosition);
            return new PackedPositions(positionScratch, 0, 32);
        }

        Load(block);
        var width = record.Widths.Positions;
        if (width == 0)
            throw DamagedFreqs();
        var bit = before * width;
        var bytes = ((bit % 8) + ((long)freq * width) + 7) / 8;
        if (bytes > int.MaxValue - RowBits.Padding)
            throw DamagedFreqs();
        return new PackedPositions(
            ReadPositions(entry.PositionStart + record.PositionStart + (bit / 8), (int)bytes), (int)(bit % 8), width);
    }

    /// <summary>Finds the codes of all positions of a block that is not the last, without its frequencies.</summary>
    /// <param name="maxBytes">More are not found.</param>
    /// <returns>The codes with a number that is no less than theirs, up to which they can be read; 0 where they are not found.</returns>
    public (PackedPositions Positions, long Count) AllPositions(int block, int maxBytes)
    {
        if (block >= Blocks - 1 || !parts.Has(FieldParts.Positions))
            return default;
        Load(block);
        var next = BlockRecord.Of(docsFile.Read(RecordStart(block + 1), recordSize, ref recordScratch, ref recordsBlock).AsSpan(), parts);
        var bytes = (long)next.PositionStart - record.PositionStart;
        var width = record.Widths.Positions;
        if (bytes <= 0 || bytes > maxBytes || width == 0)
            return default;
        return (new PackedPositions(ReadPositions(entry.PositionStart + record.PositionStart, (int)bytes), 0, width), bytes * 8 / width);
    }

    private ArraySegment<byte> ReadPositions(long start, int bytes)
    {
        positionsFile ??= terms.Files.Positions.Fork();
        return positionsFile.Read(start, bytes + RowBits.Padding, ref positionScratch, ref positionsBlock);
    }

    /// <summary>Returns the offset of the payloads and offsets of a block.</summary>
    public long ExtraStart(int block)
    {
        Load(block);
        return entry.ExtraStart + record.ExtraStart;
    }

    private long RecordStart(int block) => entry.DocStart + ((long)block * recordSize);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Load(int block)
    {
        if (block != current)
            LoadOther(block);
    }

    private void LoadOther(int block)
    {
        current = -1;
        if (entry.HasOneDoc)
            LoadOnlyDoc();
        else if (Blocks == 1)
            LoadOnlyBlock();
        else
            LoadRecord(block);
        current = block;
    }

    private void LoadOnlyDoc() => record = new BlockRecord
    {
        LastDoc = entry.OnlyDoc,
        MaxFreq = (int)Math.Min(int.MaxValue, entry.TotalTermFreq),
        Widths = new BlockWidths(0, 0, parts.Has(FieldParts.Positions) && !entry.HasOnePosition ? (int)entry.OnlyPosition : 0),
    };

    /// <summary>The record of a list of one block has only its widths; the rest is decoded.</summary>
    private void LoadOnlyBlock()
    {
        // Most of these lists are shorter than this; a longer one is read again with its length.
        const int Expected = 256;
        var length = (int)Math.Clamp(docsFile.End - entry.DocStart, sizeof(ushort), Expected);
        var read = docsFile.Read(entry.DocStart, length, ref packedScratch, ref docsBlock);
        var widths = BlockWidths.Of(BinaryPrimitives.ReadUInt16LittleEndian(read.AsSpan()));
        length = sizeof(ushort) + SizeOf(widths, entry.DocFreq);
        if (length > read.Count)
            read = docsFile.Read(entry.DocStart, length, ref packedScratch, ref docsBlock);
        packed = read.Slice(sizeof(ushort), length - sizeof(ushort));
        record = new BlockRecord { Widths = widths, LastDoc = NotKnown, MaxFreq = NotKnown };
        docBefore = -1;
    }

    private void LoadRecord(int block)
    {
        // With the record before it, for its last document.
        var first = Math.Max(0, block - 1);
        var records = docsFile.Read(RecordStart(first), (block - first + 1) * recordSize, ref recordScratch, ref recordsBlock).AsSpan();
        docBefore = block == 0 ? -1 : BlockRecord.LastDocOf(records);
        record = BlockRecord.Of(records[((block - first) * recordSize)..], parts);
        if (docBefore < -1 || record.LastDoc <= docBefore || record.LastDoc >= segmentDocs)
            throw DamagedDocs();
        if (record.MaxFreq < 1 || record.MaxFreq > MaxFreqOf(entry) || RowBits.WidthOf((uint)record.MaxFreq - 1) != record.Widths.Freqs)
            throw DamagedFreqs();
        packed = docsFile.Read(RecordStart(Blocks) + record.Start, SizeOf(record.Widths, CountOf(block)), ref packedScratch, ref docsBlock);
    }

    private static int SizeOf(BlockWidths widths, int count) => count == BlockSize
        ? LaneBits.BytesOf(widths.Docs) + LaneBits.BytesOf(widths.Freqs)
        : (int)RowBits.BytesOf(count, widths.Docs + widths.Freqs) + RowBits.Padding;

    private void DecodeDocs(Span<int> docs, int count)
    {
        var width = record.Widths.Docs;
        if (count == BlockSize)
            LaneBits.UnpackAscending(packed.AsSpan(), width, docBefore, docs);
        else
            RowBits.UnpackAscending(packed.AsSpan(), width, docBefore, docs[..count]);
        CheckDocs(docs[..count], width);
    }

    private void DecodeFreqs(Span<int> freqs, int count)
    {
        var widths = record.Widths;
        if (count == BlockSize)
            LaneBits.UnpackPlusOne(packed.AsSpan()[LaneBits.BytesOf(widths.Docs)..], widths.Freqs, freqs);
        else
            RowBits.UnpackPlusOne(packed.AsSpan(), count * widths.Docs, widths.Freqs, freqs[..count]);
        if (Blocks == 1)
            CheckFreqs(freqs[..count]);
    }

    /// <summary>Documents outside the segment would break what reads their values.</summary>
    private void CheckDocs(ReadOnlySpan<int> docs, int width)
    {
        // 128 gaps of so many bits cannot overflow, so that the documents ascend.
        const int SafeWidth = 24;
        if (record.LastDoc == NotKnown)
            record.LastDoc = docs[^1];
        var isDamaged = docs[^1] != record.LastDoc || docs[^1] >= segmentDocs;
        if (width >= SafeWidth)
        {
            for (var (i, before) = (0, docBefore); i < docs.Length; before = docs[i++])
                isDamaged |= docs[i] <= before;
        }

        if (isDamaged)
            throw DamagedDocs();
    }

    /// <summary>
    /// A caller makes room for as many positions as a frequency says. In longer lists, the records limit frequencies.
    /// </summary>
    private void CheckFreqs(ReadOnlySpan<int> freqs)
    {
        long sum = 0;
        foreach (var freq in freqs)
            sum += freq;
        if (sum != entry.TotalTermFreq)
            throw DamagedFreqs();
    }

    /// <summary>Returns the largest frequency that a term can have: all others are 1.</summary>
    private static long MaxFreqOf(in TermEntry entry) => entry.TotalTermFreq - entry.DocFreq + 1;

    private static CorruptIndexException DamagedFreqs() =>
        new("frequencies of a term are invalid; expected those that the dictionary sums; run verify");

    private static CorruptIndexException DamagedDocs() => new("documents of a term are invalid; expected ascending ones; run verify");
}
