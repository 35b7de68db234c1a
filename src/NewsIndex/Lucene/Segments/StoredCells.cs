using System.Buffers.Binary;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Segments;

/// <summary>The stored fields of a document, one after the other: each is this object until the next is read.</summary>
internal sealed class StoredCells : IIndexableField
{
    /// <summary>Bytes before a value: number of its field and kind, and length.</summary>
    public const int HeadSize = 2 * sizeof(int);

    private readonly BytesRef row = new();
    private readonly BytesRef value = new();
    private int next;
    private Kind kind;

    public StoredCells(ByteRows rows, int doc) => rows.Get(doc, row);

    /// <summary>Number of the field in the segment.</summary>
    public int Field { get; private set; }

    /// <summary>The number of fields of the document.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (var at = 0; at < row.Length; at += HeadSize + LengthAt(at))
                count++;
            return count;
        }
    }

    string IIndexableField.Name => throw new NotSupportedException("a stored value is known by the number of its field");

    IIndexableFieldType IIndexableField.IndexableFieldType => StoredField.TYPE;

    float IIndexableField.Boost => 1;

    public NumericFieldType NumericType => kind switch
    {
        Kind.Int32 => NumericFieldType.INT32,
        Kind.Int64 => NumericFieldType.INT64,
        _ => NumericFieldType.NONE,
    };

    private long Number => BinaryPrimitives.ReadInt64LittleEndian(value.Bytes.AsSpan(value.Offset, sizeof(long)));

    /// <summary>Goes to the next field; false at the end.</summary>
    public bool Next()
    {
        if (next == row.Length)
            return false;
        var head = BinaryPrimitives.ReadInt32LittleEndian(row.Bytes.AsSpan(row.Offset + next));
        (Field, kind) = (head >> 2, (Kind)(head & 3));
        (value.Bytes, value.Offset, value.Length) = (row.Bytes, row.Offset + next + HeadSize, LengthAt(next));
        next += HeadSize + value.Length;
        return true;
    }

    /// <summary>Shows the current field to a reader of it.</summary>
    public void Visit(FieldInfo info, StoredFieldVisitor visitor)
    {
        if (kind == Kind.Bytes)
            visitor.BinaryField(info, value.Bytes.AsSpan(value.Offset, value.Length).ToArray());
        else if (kind == Kind.Text)
            visitor.StringField(info, GetStringValue());
        else if (kind == Kind.Int32)
            visitor.Int32Field(info, (int)Number);
        else
            visitor.Int64Field(info, Number);
    }

    public BytesRef? GetBinaryValue() => kind == Kind.Bytes ? value : null;

    public string? GetStringValue() => kind == Kind.Text ? Encoding.UTF8.GetString(value.Bytes, value.Offset, value.Length) : null;

    string? IIndexableField.GetStringValue(IFormatProvider provider) => GetStringValue();

    string? IIndexableField.GetStringValue(string format) => GetStringValue();

    string? IIndexableField.GetStringValue(string format, IFormatProvider provider) => GetStringValue();

    TextReader? IIndexableField.GetReaderValue() => null;

    object? IIndexableField.GetNumericValue() => kind switch
    {
        Kind.Int32 => (int)Number,
        Kind.Int64 => Number,
        _ => null,
    };

    byte? IIndexableField.GetByteValue() => null;

    short? IIndexableField.GetInt16Value() => null;

    int? IIndexableField.GetInt32Value() => kind == Kind.Int32 ? (int)Number : null;

    long? IIndexableField.GetInt64Value() => kind == Kind.Int64 ? Number : null;

    float? IIndexableField.GetSingleValue() => null;

    double? IIndexableField.GetDoubleValue() => null;

    TokenStream? IIndexableField.GetTokenStream(Analyzer analyzer) => null;

    private int LengthAt(int at) => BinaryPrimitives.ReadInt32LittleEndian(row.Bytes.AsSpan(row.Offset + at + sizeof(int)));

    /// <summary>Kinds of values.</summary>
    internal enum Kind
    {
        Bytes,
        Text,
        Int32,
        Int64,
    }
}
