using Lucene.Net.Index;
using NewsIndex.BitPacking;
using NewsIndex.Lucene.Caching;

namespace NewsIndex.Lucene.Codec;

/// <summary>
/// The terms of a field in a segment, in blocks whose first terms are in memory. Serves all threads; what was read of a block belongs to
/// the caller.
/// </summary>
internal sealed class TermDictionary
{
    private readonly byte[] firstTerms;

    /// <summary>
    /// The first eight bytes of each first term as a number, for comparing most terms at once; shorter terms end with zeros.
    /// </summary>
    private readonly ulong[] heads;

    /// <summary>Offsets in <see cref="firstTerms"/>, and the end of the last.</summary>
    private readonly int[] termStarts;

    /// <summary>Offsets of the blocks in the file, and the end of the last.</summary>
    private readonly long[] blockStarts;

    private TermDictionary(int count, byte[] firstTerms, int[] termStarts, long[] blockStarts)
    {
        (Count, this.firstTerms, this.termStarts, this.blockStarts) = (count, firstTerms, termStarts, blockStarts);
        heads = new ulong[Blocks];
        for (var block = 0; block < heads.Length; block++)
            heads[block] = TermHead.Of(FirstTerm(block));
    }

    public int Count { get; }

    public int Blocks => blockStarts.Length - 1;

    public long RamBytesUsed =>
        firstTerms.Length + (sizeof(int) * (long)termStarts.Length) + (sizeof(long) * (long)(blockStarts.Length + heads.Length));

    /// <summary>Reads the index of the blocks.</summary>
    /// <param name="count">Terms of the field, at least 1.</param>
    /// <exception cref="CorruptIndexException">A value is out of its range.</exception>
    public static TermDictionary Read(ref ByteReader reader, int count)
    {
        var blocks = ((count - 1) / TermDictionaryWriter.BlockSize) + 1;
        var terms = new byte[8 * blocks];
        var (termStarts, blockStarts) = (new int[blocks + 1], new long[blocks + 1]);
        blockStarts[0] = reader.ReadVariable();
        for (var block = 0; block < blocks; block++)
        {
            var term = reader.Read(reader.ReadVariable(TermSuffix.MaxTerm));
            var end = termStarts[block] + term.Length;
            if (end > terms.Length)
                Array.Resize(ref terms, Math.Max(end, 2 * terms.Length));
            term.CopyTo(terms.AsSpan(termStarts[block]));
            termStarts[block + 1] = end;
            blockStarts[block + 1] = blockStarts[block] + reader.ReadVariable(int.MaxValue);
        }

        Array.Resize(ref terms, termStarts[blocks]);
        return new TermDictionary(count, terms, termStarts, blockStarts);
    }

    public ReadOnlySpan<byte> FirstTerm(int block) => firstTerms.AsSpan(termStarts[block], termStarts[block + 1] - termStarts[block]);

    /// <summary>Returns the number of terms of a block.</summary>
    public int TermsOf(int block) => Math.Min(TermDictionaryWriter.BlockSize, Count - (block * TermDictionaryWriter.BlockSize));

    /// <summary>Returns the block that has a term if the field has it; -1 for a term before the first.</summary>
    public int BlockOf(ReadOnlySpan<byte> term)
    {
        var head = TermHead.Of(term);
        var (low, high) = (0, Blocks);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            var other = heads[middle];
            if (other < head || (other == head && FirstTerm(middle).SequenceCompareTo(term) <= 0))
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    /// <param name="scratch">As for <see cref="RangeInput.Read(long, int, ref byte[])"/>.</param>
    /// <exception cref="CorruptIndexException">The block is not inside the file.</exception>
    public ArraySegment<byte> Read(int block, RangeInput input, ref byte[] scratch) =>
        input.Read(blockStarts[block], (int)(blockStarts[block + 1] - blockStarts[block]), ref scratch);
}
