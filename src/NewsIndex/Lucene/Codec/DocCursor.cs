using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Codec;

/// <summary>Goes through the documents of a term as Lucene's iterators do: those that live, one by one or to a target.</summary>
internal sealed class DocCursor(BlockTerms terms)
{
    private readonly BlockList list = new(terms);
    private readonly int[] docs = new int[BlockList.BlockSize];
    private readonly int[] freqs = new int[BlockList.BlockSize];
    private IBits? liveDocs;
    private int count;
    private bool hasFreqs;

    public BlockTerms Terms => terms;

    public BlockList List => list;

    /// <summary>The current document; -1 before the first and <see cref="DocIdSetIterator.NO_MORE_DOCS"/> behind the last.</summary>
    public int Doc { get; private set; }

    /// <summary>Block of the current document.</summary>
    public int Block { get; private set; }

    /// <summary>Number of the current document in its block.</summary>
    public int Index { get; private set; }

    /// <summary>Frequencies of the block.</summary>
    public ReadOnlySpan<int> Freqs
    {
        get
        {
            if (!hasFreqs)
                ReadFreqs();
            return freqs.AsSpan(0, count);
        }
    }

    /// <summary>Frequency of the current document.</summary>
    public int Freq
    {
        get
        {
            if (!hasFreqs)
                ReadFreqs();
            return freqs[Index];
        }
    }

    /// <summary>Begins with a term.</summary>
    /// <param name="liveDocs">Documents that are not left out; null for all.</param>
    public void Reset(in TermEntry entry, IBits? liveDocs)
    {
        list.Reset(entry);
        this.liveDocs = liveDocs;
        (Doc, Block, Index, count) = (-1, -1, -1, 0);
    }

    public int Next()
    {
        while (++Index < count || ReadBlock(Block + 1))
        {
            if (liveDocs is null || liveDocs.Get(docs[Index]))
                return Doc = docs[Index];
        }

        return End();
    }

    /// <param name="target">Greater than the current document.</param>
    public int Advance(int target)
    {
        if ((count == 0 || docs[count - 1] < target) && !ReadBlock(BlockWith(target)))
            return End();
        Index = IndexOf(target);
        return liveDocs is null || liveDocs.Get(docs[Index]) ? Doc = docs[Index] : Next();
    }

    private void ReadFreqs()
    {
        list.ReadFreqs(Block, freqs);
        hasFreqs = true;
    }

    private int End()
    {
        Index = count;
        return Doc = DocIdSetIterator.NO_MORE_DOCS;
    }

    /// <returns>False behind the last block.</returns>
    private bool ReadBlock(int block)
    {
        if (block >= list.Blocks)
        {
            // Later calls must find the end again.
            (Block, count) = (list.Blocks, 0);
            return false;
        }

        count = list.ReadDocs(block, docs);
        (Block, Index, hasFreqs) = (block, 0, false);
        return true;
    }

    /// <summary>
    /// Returns the first block behind the current one whose last document is not before a target; may be behind the last.
    /// </summary>
    private int BlockWith(int target)
    {
        // In growing steps, because most targets are near; then by halves.
        var low = Block + 1;
        var step = 1;
        while (low + step < list.Blocks && list.LastDoc(low + step - 1) < target)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step - 1, list.Blocks);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (list.LastDoc(middle) < target)
                low = middle + 1;
            else
                high = middle;
        }

        return low == list.Blocks - 1 && list.LastDoc(low) < target ? list.Blocks : low;
    }

    /// <summary>
    /// Returns the number of the first document of the block from the current on that is not before a target, which exists.
    /// </summary>
    private int IndexOf(int target)
    {
        var (low, high) = (Math.Max(Index, 0), count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (docs[middle] < target)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
