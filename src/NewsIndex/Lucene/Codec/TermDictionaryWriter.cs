using Lucene.Net.Store;

namespace NewsIndex.Lucene.Codec;

/// <summary>
/// Writes the terms of a field in blocks of <see cref="BlockSize"/>. A term is written without the letters that it shares with the one
/// before it; the first terms of the blocks are in the index. What is known of the terms follows behind the last term of their block.
/// </summary>
internal sealed class TermDictionaryWriter(IndexOutput output, FieldParts parts)
{
    /// <summary>Terms of a block; only the last has fewer.</summary>
    public const int BlockSize = 16;

    private readonly ByteBuffer terms = new();
    private readonly ByteBuffer entries = new();
    private readonly ByteBuffer index = new();
    private readonly ByteBuffer length = new();
    private byte[] last = new byte[64];
    private int lastLength;
    private TermEntry before;

    public int Count { get; private set; }

    /// <param name="term">Greater than the term before, byte by byte.</param>
    public void Add(ReadOnlySpan<byte> term, in TermEntry entry)
    {
        if (Count % BlockSize == 0)
            StartBlock(term, entry);
        else
            TermSuffix.Add(terms, last.AsSpan(0, lastLength), term);
        TermEntryCode.Add(entries, entry, ref before, parts);
        if (last.Length < term.Length)
            last = new byte[2 * term.Length];
        term.CopyTo(last);
        lastLength = term.Length;
        Count++;
    }

    /// <summary>
    /// Ends the field and writes the index of its blocks: the offset of the first block, and first term and length of each.
    /// </summary>
    public void FinishTo(IndexOutput indexOutput)
    {
        EndBlock();
        index.WriteTo(indexOutput);
    }

    private void StartBlock(ReadOnlySpan<byte> term, in TermEntry entry)
    {
        EndBlock();
        if (Count == 0)
            index.AddVariable((ulong)output.Position);
        index.AddVariable((ulong)term.Length);
        index.Add(term);
        before = TermEntryCode.AddStart(entries, entry, parts);
    }

    private void EndBlock()
    {
        if (Count == 0)
            return;
        length.Clear();
        length.AddVariable((ulong)terms.Length);
        index.AddVariable((ulong)(length.Length + terms.Length + entries.Length));
        length.WriteTo(output);
        terms.WriteTo(output);
        entries.WriteTo(output);
        terms.Clear();
        entries.Clear();
    }
}
