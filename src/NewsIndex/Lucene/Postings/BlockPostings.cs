using NewsIndex.Lucene.Codec;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Postings;

/// <summary>Postings of our format, decoded from the blocks of the index where they are asked for.</summary>
internal sealed class BlockPostings : PostingList
{
    private readonly BlockList list;

    /// <summary>Positions of a block up to which all of them are unpacked from one range; the others are read posting by posting.</summary>
    private const int MaxAtOnce = 4096;

    /// <summary>Sums of the frequencies up to each posting of a block, or of none.</summary>
    private long[] sums = [];
    private int summed = -1;

    /// <summary>The block of which a posting was read last without sums.</summary>
    private int looked = -1;

    /// <summary>Positions of that block; null when there are too many.</summary>
    private PackedPositions? packed;

    /// <summary>Bytes of the positions of a block up to which they are found together where their number is not known.</summary>
    private const int MaxBytesAtOnce = 2 * MaxAtOnce;

    /// <summary>Positions of a block whose frequencies were not read, and no fewer than their number; 0 when there are too many.</summary>
    private PackedPositions all;
    private long allCount;
    private int opened = -1;

    public BlockPostings(BlockTerms terms, in TermEntry entry)
    {
        list = new BlockList(terms);
        list.Reset(entry);
    }

    public override int Count => list.Count;

    public override int LastDoc(int block) => list.LastDoc(block);

    public override int MaxFreq(int block) => list.MaxFreq(block);

    public override int ReadDocs(int block, Span<int> docs) => list.ReadDocs(block, docs);

    public override int ReadFreqs(int block, Span<int> freqs) => list.ReadFreqs(block, freqs);

    public override int ReadPositions(int block, int index, ReadOnlySpan<int> freqs, Span<int> positions)
    {
        var freq = freqs[index];
        if (block != summed)
        {
            // Who looks for some articles reads one posting of a block, and sums are dearer than that.
            if (block != looked)
            {
                ReadOne(block, freqs[..index], positions[..freq]);
                return freq;
            }

            Sum(block, freqs);
        }

        var before = sums[index] - freq;
        if (packed is { } known)
            known.CopyTo((int)before, positions[..freq]);
        else
            list.Positions(block, before, freq).CopyTo(0, positions[..freq]);
        return freq;
    }

    /// <param name="freqs">Of the postings before it.</param>
    private void ReadOne(int block, ReadOnlySpan<int> freqs, Span<int> positions)
    {
        long before = 0;
        foreach (var freq in freqs)
            before += freq;
        // The list has one memory for all that it finds.
        (looked, summed, opened) = (block, -1, -1);
        list.Positions(block, before, positions.Length).CopyTo(0, positions);
    }

    public override void ReadPositions(int block, int index, int before, Span<int> positions)
    {
        if (block != opened)
            Open(block);
        if (before + positions.Length <= allCount)
            all.CopyTo(before, positions);
        else
            list.Positions(block, before, positions.Length).CopyTo(0, positions);
    }

    private void Open(int block)
    {
        // The list has one memory for all that it finds.
        (summed, looked) = (-1, -1);
        (all, allCount) = list.AllPositions(block, MaxBytesAtOnce);
        opened = block;
    }

    /// <summary>Begins with a block.</summary>
    private void Sum(int block, ReadOnlySpan<int> freqs)
    {
        if (sums.Length == 0)
            sums = new long[BlockSize];
        long sum = 0;
        for (var i = 0; i < list.CountOf(block); i++)
            sums[i] = sum += freqs[i];
        opened = -1;
        packed = sum <= MaxAtOnce ? list.Positions(block, 0, (int)sum) : null;
        summed = block;
    }
}
