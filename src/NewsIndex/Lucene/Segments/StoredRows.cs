using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace NewsIndex.Lucene.Segments;

/// <summary>Stored fields of the documents of a segment: a row each of fields, which are a number, a kind and a value.</summary>
internal sealed class StoredRows
{
    private readonly ByteRows rows = new();
    private readonly ArrayBufferWriter<byte> row = new(1 << 12);

    public long Bytes => rows.Bytes;

    /// <summary>Adds a value to the row of the next document.</summary>
    /// <exception cref="ArgumentException">The value is of no kind that an index has.</exception>
    public void Add(int field, IIndexableField value)
    {
        if (value.GetBinaryValue() is { } bytes)
        {
            AddHead(field, StoredCells.Kind.Bytes, bytes.Length);
            row.Write(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
        }
        else if (value.NumericType is NumericFieldType.INT32)
        {
            AddHead(field, StoredCells.Kind.Int32, sizeof(long));
            AddNumber(value.GetInt32Value()!.Value);
        }
        else if (value.NumericType is NumericFieldType.INT64)
        {
            AddHead(field, StoredCells.Kind.Int64, sizeof(long));
            AddNumber(value.GetInt64Value()!.Value);
        }
        else if (value.NumericType is NumericFieldType.NONE && value.GetStringValue(CultureInfo.InvariantCulture) is { } text)
        {
            AddHead(field, StoredCells.Kind.Text, Encoding.UTF8.GetByteCount(text));
            Encoding.UTF8.GetBytes(text, row);
        }
        else
        {
            throw new ArgumentException($"stored field {value.Name} is invalid; expected bytes, text or a whole number");
        }
    }

    /// <summary>Ends the row of a document.</summary>
    public void End()
    {
        rows.Add(row.WrittenSpan);
        row.ResetWrittenCount();
    }

    /// <summary>Reads the fields of a document.</summary>
    public StoredCells Of(int doc) => new(rows, doc);

    public void Clear()
    {
        rows.Clear();
        row.ResetWrittenCount();
    }

    private void AddHead(int field, StoredCells.Kind kind, int length)
    {
        var head = row.GetSpan(StoredCells.HeadSize);
        BinaryPrimitives.WriteInt32LittleEndian(head, (field << 2) | (int)kind);
        BinaryPrimitives.WriteInt32LittleEndian(head[sizeof(int)..], length);
        row.Advance(StoredCells.HeadSize);
    }

    private void AddNumber(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(row.GetSpan(sizeof(long)), value);
        row.Advance(sizeof(long));
    }
}
