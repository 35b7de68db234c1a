using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Embeddings;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Embeddings of the articles of a segment. Takes 132 bytes per article and as many for each passage of a long article; loaded on first
/// use.
/// </summary>
internal sealed class EmbeddingColumn
{
    private static readonly PerSegment<EmbeddingColumn> Made = new(segment => new EmbeddingColumn(segment));

    /// <summary>
    /// Rows of 128 values: for each article the whole article, followed by its passages if there are several.
    /// </summary>
    private readonly sbyte[] rows;
    private readonly float[] inverseLengths;

    /// <summary>First row by article, with one more entry for the end of the last.</summary>
    private readonly int[] firstRow;

    private EmbeddingColumn(AtomicReader segment)
    {
        firstRow = new int[segment.MaxDoc + 1];
        var values = segment.GetBinaryDocValues(IndexFields.Meaning);
        var value = new BytesRef();
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            values?.Get(doc, value);
            firstRow[doc + 1] = firstRow[doc] + (values is null ? 0 : value.Length / WordVectors.Dimensions);
        }

        rows = new sbyte[(long)firstRow[^1] * WordVectors.Dimensions];
        inverseLengths = new float[firstRow[^1]];
        for (var doc = 0; doc < segment.MaxDoc && values is not null; doc++)
        {
            values.Get(doc, value);
            MemoryMarshal.Cast<byte,
            sbyte>(value.Bytes.AsSpan(value.Offset, value.Length)).CopyTo(rows.AsSpan(firstRow[doc] * WordVectors.Dimensions));
        }

        for (var row = 0; row < inverseLengths.Length; row++)
            inverseLengths[row] = InverseLength(Row(row));
    }

    public static EmbeddingColumn Of(AtomicReader segment) => Made.Of(segment);

    /// <summary>Returns the embeddings of an article.</summary>
    public ArticleVectors this[int doc] => new(rows, inverseLengths, firstRow[doc], firstRow[doc + 1]);

    /// <summary>Reads where the rows of an article are: see <see cref="HeadlineColumn.Approach"/>.</summary>
    public int Approach(int doc) => firstRow[doc];

    /// <summary>Reads from the cache lines of each passage of an article, after <see cref="Approach"/>.</summary>
    public int ApproachRows(int doc)
    {
        var (row, end) = (firstRow[doc], firstRow[doc + 1]);
        if (row == end)
            return 0;
        var read = (int)inverseLengths[row];
        // The first of several rows is the whole article.
        for (row += end - row > 1 ? 1 : 0; row < end; row++)
        {
            // Arrays do not begin where cache lines do.
            var bytes = Row(row);
            read += bytes[0] + bytes[WordVectors.Dimensions / 2] + bytes[^1];
        }

        return read;
    }

    private ReadOnlySpan<sbyte> Row(int row) => rows.AsSpan(row * WordVectors.Dimensions, WordVectors.Dimensions);

    private static float InverseLength(ReadOnlySpan<sbyte> row) => 1 / MathF.Sqrt(ByteVectors.Dot(row, row));
}
