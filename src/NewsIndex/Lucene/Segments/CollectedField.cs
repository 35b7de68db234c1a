using Lucene.Net.Index;
using NewsIndex.Inversion;

namespace NewsIndex.Lucene.Segments;

/// <summary>What a segment has of a field so far, and where the document that comes in stands in it.</summary>
internal sealed class CollectedField(string name, int number)
{
    private int current = -1;

    public string Name => name;

    public int Number => number;

    /// <summary>Of the index of its terms; <see cref="IndexOptions.NONE"/> for a field that is not indexed.</summary>
    public IndexOptions Options { get; private set; } = IndexOptions.NONE;

    public bool HasLengths { get; private set; }

    public bool IsStored { get; set; }

    public DocValuesType ValuesType { get; private set; } = DocValuesType.NONE;

    public CollectedTokens Tokens { get; } = new();

    /// <summary>Of <see cref="DocValuesType.NUMERIC"/>.</summary>
    public NumericColumn Numbers { get; } = new();

    public BinaryColumn Binary { get; } = new();

    /// <summary>Of the two sorted types.</summary>
    public TermColumn Terms { get; } = new();

    public NumericColumn Lengths { get; } = new();

    /// <summary>The position behind the last token of the document, and what it is made of.</summary>
    public int Position { get; set; }

    public int Length { get; set; }

    public int Overlaps { get; set; }

    public long Bytes => Tokens.Bytes + Numbers.Bytes + Binary.Bytes + Terms.Bytes + Lengths.Bytes;

    public DocumentSet DocumentsWithValues => ValuesType switch
    {
        DocValuesType.NUMERIC => Numbers.Documents,
        DocValuesType.BINARY => Binary.Documents,
        _ => Terms.Documents,
    };

    /// <summary>Begins with the text of a document, or goes on with it.</summary>
    /// <returns>True at the beginning.</returns>
    /// <exception cref="ArgumentException">The field has been indexed in another way.</exception>
    public bool Enter(int doc, IndexOptions options, bool hasLengths)
    {
        if (Options == IndexOptions.NONE)
            (Options, HasLengths) = (options, hasLengths);
        else if (Options != options || HasLengths != hasLengths)
            throw new ArgumentException($"field {name} is invalid; expected {Options} with lengths {HasLengths}; index it in one way");
        if (current == doc)
            return false;
        (current, Position, Length, Overlaps) = (doc, 0, 0, 0);
        return true;
    }

    /// <exception cref="ArgumentException">The field has values of another type.</exception>
    public void EnterValues(DocValuesType type)
    {
        if (ValuesType != DocValuesType.NONE && ValuesType != type)
            throw new ArgumentException($"type {type} of field {name} is invalid; expected {ValuesType}; give it values of one type");
        ValuesType = type;
    }

    /// <summary>The field as Lucene describes it.</summary>
    public FieldInfo ToInfo() => new(
        name, Options != IndexOptions.NONE, number, storeTermVector: false, omitNorms: !HasLengths, storePayloads: Tokens.HasPayloads,
        Options, ValuesType, HasLengths ? DocValuesType.NUMERIC : DocValuesType.NONE, null);

    /// <summary>Forgets all documents.</summary>
    public void Clear()
    {
        Tokens.Clear();
        Numbers.Clear();
        Binary.Clear();
        Terms.Clear();
        Lengths.Clear();
        (Options, HasLengths, IsStored, ValuesType, current) = (IndexOptions.NONE, false, false, DocValuesType.NONE, -1);
    }
}
