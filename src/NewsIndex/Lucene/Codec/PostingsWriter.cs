using System.Runtime.InteropServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.BitPacking;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Codec;

/// <summary>Writes the postings of the terms of a field, one term after another.</summary>
/// <remarks>
/// A term of one document has no list: the dictionary has the document. A list of one block is its <see cref="BlockWidths"/> and the
/// block. A longer list begins with a record for each block (see <see cref="BlockRecord"/>), and the blocks follow.
/// </remarks>
internal sealed class PostingsWriter(PostingsOutputs files, FieldParts parts, int segmentDocs) : PostingsConsumer
{
    /// <summary>Documents of a block; only the last of a list has fewer.</summary>
    public const int BlockSize = LaneBits.Count;

    private readonly int[] gaps = new int[BlockSize];
    private readonly int[] freqs = new int[BlockSize];
    private readonly List<int> positions = [];
    private readonly ExtrasWriter extras = new(parts);

    /// <summary>Records and blocks of the term so far.</summary>
    private readonly ByteBuffer records = new();
    private readonly ByteBuffer blocks = new();
    private readonly ByteBuffer packed = new();

    /// <summary>Documents of the block so far.</summary>
    private int pending;
    private int blockCount;
    private int lastDoc;
    private BlockWidths widths;
    private TermEntry entry;

    /// <summary>Begins a term; drops an unfinished one.</summary>
    public void Start()
    {
        (pending, blockCount, lastDoc) = (0, 0, -1);
        entry = new TermEntry
        {
            DocStart = files.Docs.Position,
            PositionStart = files.Positions.Position,
            ExtraStart = files.Extras.Position,
        };
        records.Clear();
        blocks.Clear();
        positions.Clear();
        extras.Clear();
    }

    public override void StartDoc(int docID, int freq)
    {
        if (pending == BlockSize)
            AddBlock();
        if (docID <= lastDoc || docID >= segmentDocs)
            throw new ArgumentException($"document {docID} is invalid; expected one after {lastDoc} and before {segmentDocs}");
        gaps[pending] = docID - lastDoc - 1;
        freqs[pending] = parts.Has(FieldParts.Freqs) ? freq : 1;
        lastDoc = docID;
        pending++;
        entry.DocFreq++;
        entry.TotalTermFreq += freqs[pending - 1];
    }

    public override void AddPosition(int position, BytesRef payload, int startOffset, int endOffset)
    {
        positions.Add((int)PositionCode.Encode(position));
        extras.Add(payload, startOffset, endOffset);
    }

    /// <param name="payload">Empty for none.</param>
    public void AddPosition(int position, ReadOnlySpan<byte> payload) => AddCode(PositionCode.Encode(position), payload);

    /// <summary>Adds a position by its <see cref="PositionCode"/>.</summary>
    /// <param name="payload">Empty for none.</param>
    public void AddCode(uint code, ReadOnlySpan<byte> payload)
    {
        positions.Add((int)code);
        extras.Add(payload);
    }

    /// <summary>Merges the documents of a term; those of our format without Lucene's iterators over iterators.</summary>
    public override TermStats Merge(MergeState mergeState, IndexOptions indexOptions, DocsEnum postings, FixedBitSet visitedDocs)
    {
        if (indexOptions != IndexOptions.DOCS_AND_FREQS_AND_POSITIONS || postings is not MappingMultiDocsAndPositionsEnum mapped)
            return base.Merge(mergeState, indexOptions, postings, visitedDocs);
        var segments = mapped.Subs.AsSpan(0, mapped.NumSubs);
        foreach (var segment in segments)
        {
            if (segment.DocsAndPositionsEnum is not BlockPositionsEnum)
                return base.Merge(mergeState, indexOptions, postings, visitedDocs);
        }

        foreach (var segment in segments)
        {
            var reader = segment.Slice.ReaderIndex;
            Add((BlockPositionsEnum)segment.DocsAndPositionsEnum, mergeState.DocMaps[reader], mergeState.DocBase[reader], visitedDocs);
        }

        return new TermStats(entry.DocFreq, entry.TotalTermFreq);
    }

    public override void FinishDoc()
    {
    }

    /// <summary>Ends a term with at least one document.</summary>
    public TermEntry Finish()
    {
        if (entry.HasOneDoc)
        {
            AddOnlyDoc();
            return entry;
        }

        AddBlock();
        if (blockCount > 1)
        {
            records.WriteTo(files.Docs);
        }
        else
        {
            packed.Clear();
            packed.AddUInt16(widths.Code);
            packed.WriteTo(files.Docs);
        }

        blocks.WriteTo(files.Docs);
        return entry;
    }

    private void Add(BlockPositionsEnum list, MergeState.DocMap map, int docBase, FixedBitSet visitedDocs)
    {
        for (int doc; (doc = list.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS;)
        {
            var kept = map.Get(doc);
            if (kept < 0)
                continue;
            visitedDocs.Set(docBase + kept);
            StartDoc(docBase + kept, list.Freq);
            list.CopyTo(this);
        }
    }

    private void AddOnlyDoc()
    {
        entry.OnlyDoc = lastDoc;
        if (!parts.Has(FieldParts.Positions))
            return;
        entry.OnlyPosition = entry.HasOnePosition ? (uint)positions[0] : (uint)WritePositions();
        extras.WriteTo(files.Extras);
    }

    private void AddBlock()
    {
        var (positionStart, extraStart) = (files.Positions.Position, files.Extras.Position);
        var documents = gaps.AsSpan(0, pending);
        var counts = freqs.AsSpan(0, pending);
        var maxFreq = 1;
        foreach (ref var count in counts)
            maxFreq = Math.Max(maxFreq, count--);
        widths = new BlockWidths(WidthOf(documents), RowBits.WidthOf((uint)maxFreq - 1), WritePositions());
        new BlockRecord
        {
            LastDoc = lastDoc,
            Start = checked((uint)blocks.Length),
            MaxFreq = maxFreq,
            Widths = widths,
            PositionStart = checked((uint)(positionStart - entry.PositionStart)),
            ExtraStart = checked((uint)(extraStart - entry.ExtraStart)),
        }.AddTo(records, parts);
        AddDocuments(documents, counts);
        extras.WriteTo(files.Extras);
        pending = 0;
        blockCount++;
    }

    private void AddDocuments(ReadOnlySpan<int> documents, ReadOnlySpan<int> counts)
    {
        if (documents.Length == BlockSize)
        {
            LaneBits.Pack(documents, widths.Docs, blocks.Add(LaneBits.BytesOf(widths.Docs)));
            LaneBits.Pack(counts, widths.Freqs, blocks.Add(LaneBits.BytesOf(widths.Freqs)));
            return;
        }

        var bytes = blocks.Add((int)RowBits.BytesOf(documents.Length, widths.Docs + widths.Freqs));
        RowBits.Pack(documents, widths.Docs, bytes);
        RowBits.Pack(counts, widths.Freqs, bytes, documents.Length * widths.Docs);
    }

    /// <returns>
    /// The width of the positions; 0 when there are none, and otherwise at least 1, so that a damaged frequency cannot ask for more
    /// positions than the file has bits.
    /// </returns>
    private int WritePositions()
    {
        if (positions.Count == 0)
            return 0;
        var places = CollectionsMarshal.AsSpan(positions);
        var width = Math.Max(1, WidthOf(places));
        packed.Clear();
        RowBits.Pack(places, width, packed.Add(checked((int)RowBits.BytesOf(places.Length, width))));
        packed.WriteTo(files.Positions);
        positions.Clear();
        return width;
    }

    private static int WidthOf(ReadOnlySpan<int> values)
    {
        uint all = 0;
        foreach (var value in values)
            all |= (uint)value;
        return RowBits.WidthOf(all);
    }
}
