using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Caching;

namespace NewsIndex.Lucene.Codec;

/// <summary>Lucene's iterator of the terms of a field.</summary>
internal sealed class BlockTermsEnum(BlockTerms terms) : TermsEnum
{
    private readonly TermDictionary dictionary = terms.Dictionary;
    private readonly RangeInput file = terms.Files.Terms.Fork();
    private readonly BytesRef term = new(64);
    private byte[] scratch = [];

    /// <summary>Block of the current term; -1 before the first.</summary>
    private int block = -1;

    /// <summary>Number of the current term in its block.</summary>
    private int number;

    /// <summary>Block whose bytes are read; -1 for none.</summary>
    private int readBlock = -1;
    private ArraySegment<byte> bytes;
    private int entriesStart;

    /// <summary>Offset of the suffix behind the current term.</summary>
    private int suffixAt;

    private TermEntry entry;

    /// <summary>Terms of the block whose entries are decoded: 0 to <see cref="number"/> + 1.</summary>
    private int decoded;
    private int entryAt;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override BytesRef Term => term;

    public override long Ord => ((long)block * TermDictionaryWriter.BlockSize) + number;

    public override int DocFreq => Entry().DocFreq;

    public override long TotalTermFreq => terms.HasFreqs ? Entry().TotalTermFreq : -1;

    [Obsolete("Use MoveNext; overridden because Lucene requires it.")]
    public override BytesRef? Next() => MoveNext() ? Term : null;

    public override bool MoveNext()
    {
        if (block >= 0 && block < dictionary.Blocks)
        {
            Resume();
            if (number + 1 < dictionary.TermsOf(block))
            {
                Step();
                return true;
            }
        }

        return GoToBlock(block + 1);
    }

    public override bool SeekExact(BytesRef text) => SeekCeil(text) == SeekStatus.FOUND;

    public override SeekStatus SeekCeil(BytesRef text)
    {
        var wanted = text.Bytes.AsSpan(text.Offset, text.Length);
        var target = dictionary.BlockOf(wanted);
        if (target < 0)
            return GoToBlock(0) ? SeekStatus.NOT_FOUND : SeekStatus.END;
        // Most seeks go forward, and many stay in the block.
        if (target != readBlock || target != block || CurrentTerm().SequenceCompareTo(wanted) > 0)
            GoToBlock(target);
        while (CurrentTerm().SequenceCompareTo(wanted) is var order && order != 0)
        {
            if (order > 0)
                return SeekStatus.NOT_FOUND;
            if (!MoveNext())
                return SeekStatus.END;
        }

        return SeekStatus.FOUND;
    }

    public override void SeekExact(long ord)
    {
        if (ord < 0 || ord >= dictionary.Count)
            throw new ArgumentOutOfRangeException(nameof(ord), ord, $"expected 0 to {dictionary.Count - 1}");
        GoToBlock((int)(ord / TermDictionaryWriter.BlockSize));
        while (Ord < ord)
            Step();
    }

    public override void SeekExact(BytesRef term, TermState state)
    {
        var known = (BlockTermState)state;
        this.term.CopyBytes(term);
        (block, number, entry) = (known.Block, known.Number, known.Entry);
        (decoded, readBlock) = (number + 1, -1);
    }

    public override TermState GetTermState() => new BlockTermState { Entry = Entry(), Block = block, Number = number };

    public override DocsEnum Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) =>
        BlockDocsEnum.Of(terms, Entry(), liveDocs, reuse);

    /// <returns>Null for fields without positions.</returns>
    public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) =>
        terms.HasPositions ? BlockPositionsEnum.Of(terms, Entry(), liveDocs, reuse) : null;

    private ReadOnlySpan<byte> CurrentTerm() => term.Bytes.AsSpan(term.Offset, term.Length);

    /// <returns>False behind the last block.</returns>
    private bool GoToBlock(int target)
    {
        if (target >= dictionary.Blocks)
        {
            // Later calls must find the end again.
            (block, readBlock) = (dictionary.Blocks, -1);
            return false;
        }

        if (target != readBlock)
        {
            readBlock = -1;
            bytes = dictionary.Read(target, file, ref scratch);
            readBlock = target;
        }

        (suffixAt, entriesStart) = TermBlock.Parts(bytes.AsSpan());
        (block, number, decoded, entryAt) = (target, 0, 0, entriesStart);
        Append(0, dictionary.FirstTerm(target));
        return true;
    }

    /// <summary>Goes to the next term of the block, which exists.</summary>
    private void Step()
    {
        var reader = new ByteReader(bytes.AsSpan()[suffixAt..entriesStart]);
        var suffix = TermSuffix.Read(ref reader, out var shared);
        if (shared > term.Length || shared + suffix.Length > TermSuffix.MaxTerm)
            throw new CorruptIndexException($"a term that shares {shared} bytes with one of {term.Length} is invalid; run verify");
        Append(shared, suffix);
        suffixAt += reader.Position;
        number++;
    }

    /// <summary>Reads the block again after a seek by state, which did not read it.</summary>
    private void Resume()
    {
        if (readBlock == block)
            return;
        var target = number;
        GoToBlock(block);
        while (number < target)
            Step();
    }

    private void Append(int shared, ReadOnlySpan<byte> suffix)
    {
        if (term.Bytes.Length < shared + suffix.Length)
            term.Grow(shared + suffix.Length);
        suffix.CopyTo(term.Bytes.AsSpan(shared));
        term.Length = shared + suffix.Length;
    }

    private ref readonly TermEntry Entry()
    {
        if (decoded > number)
            return ref entry;
        var reader = new ByteReader(bytes.AsSpan()[entryAt..]);
        if (decoded == 0)
            entry = TermEntryCode.ReadStart(ref reader, terms.Parts);
        for (; decoded <= number; decoded++)
            TermEntryCode.Read(ref reader, ref entry, terms.Parts, terms.Files.SegmentDocs);
        entryAt += reader.Position;
        return ref entry;
    }
}
