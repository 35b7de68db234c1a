using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Codec;

/// <summary>Lucene's iterator of the documents of a term and of its positions in each.</summary>
internal sealed class BlockPositionsEnum(BlockTerms terms) : DocsAndPositionsEnum
{
    private readonly DocCursor cursor = new(terms);
    private ExtrasReader? extras;

    /// <summary>Document whose positions are open; -1 for none.</summary>
    private int opened;
    private PackedPositions positions;
    private int freq;

    /// <summary>Positions of the documents before <see cref="summedIndex"/> in block <see cref="summedBlock"/>.</summary>
    private long sum;
    private int summedBlock;
    private int summedIndex;

    /// <summary>Number of the current position among those of the document; -1 before the first.</summary>
    private int number;

    public override int Freq => cursor.Freq;

    public override int DocID => cursor.Doc;

    public override int StartOffset => terms.HasOffsets ? Extras().StartOffset(sum + number) : -1;

    public override int EndOffset => terms.HasOffsets ? Extras().EndOffset(sum + number) : -1;

    /// <summary>Returns an iterator at the start of a list; the one to reuse if it reads the same field.</summary>
    public static BlockPositionsEnum Of(BlockTerms terms, in TermEntry entry, IBits? liveDocs, DocsAndPositionsEnum? reuse)
    {
        var iterator = reuse is BlockPositionsEnum known && known.cursor.Terms == terms ? known : new BlockPositionsEnum(terms);
        iterator.cursor.Reset(entry, liveDocs);
        (iterator.opened, iterator.summedBlock) = (-1, -1);
        iterator.extras?.Reset();
        return iterator;
    }

    public override int NextDoc() => cursor.Next();

    public override int Advance(int target) => cursor.Advance(target);

    public override long GetCost() => cursor.List.Count;

    public override int NextPosition()
    {
        if (opened != cursor.Doc)
            Open();
        if (++number >= freq)
            throw new InvalidOperationException($"document {cursor.Doc} has {freq} positions of the term; expected no further reads");
        return positions[number];
    }

    /// <returns>Null for a position without a payload.</returns>
    public override BytesRef? GetPayload() => terms.HasPayloads ? Extras().Payload(sum + number) : null;

    /// <summary>Adds the positions of the document, none of which was read, to another list of a field with the same parts.</summary>
    public void CopyTo(PostingsWriter list)
    {
        Open();
        var read = terms.HasPayloads ? Extras() : null;
        for (number = 0; number < freq; number++)
        {
            var payload = read?.Payload(sum + number);
            list.AddCode(positions.CodeOf(number), payload is null ? [] : payload.Bytes.AsSpan(payload.Offset, payload.Length));
        }
    }

    private void Open()
    {
        var freqs = cursor.Freqs;
        if (summedBlock != cursor.Block)
            (sum, summedBlock, summedIndex) = (0, cursor.Block, 0);
        for (; summedIndex < cursor.Index; summedIndex++)
            sum += freqs[summedIndex];
        freq = freqs[cursor.Index];
        positions = cursor.List.Positions(cursor.Block, sum, freq);
        (opened, number) = (cursor.Doc, -1);
    }

    private ExtrasReader Extras()
    {
        extras ??= new ExtrasReader(terms);
        extras.MoveTo(cursor.Block, cursor.List, cursor.Freqs);
        return extras;
    }
}
