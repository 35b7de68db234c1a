using Lucene.Net.Index;

namespace NewsIndex.Lucene.Codec;

/// <summary>What the postings of a field have beside documents.</summary>
[Flags]
internal enum FieldParts : byte
{
    None = 0,
    Freqs = 1,
    Positions = 2,
    Offsets = 4,
    Payloads = 8,

    /// <summary>What is kept in the file of extras.</summary>
    Extras = Offsets | Payloads,
    All = Freqs | Positions | Offsets | Payloads,
}

/// <summary>Reads the parts of a field from Lucene's description.</summary>
internal static class FieldPartsOf
{
    public static FieldParts Field(FieldInfo field)
    {
        var parts = field.IndexOptions switch
        {
            IndexOptions.DOCS_AND_FREQS => FieldParts.Freqs,
            IndexOptions.DOCS_AND_FREQS_AND_POSITIONS => FieldParts.Freqs | FieldParts.Positions,
            IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS => FieldParts.Freqs | FieldParts.Positions | FieldParts.Offsets,
            _ => FieldParts.None,
        };
        return field.HasPayloads && parts.Has(FieldParts.Positions) ? parts | FieldParts.Payloads : parts;
    }

    public static bool Has(this FieldParts parts, FieldParts part) => (parts & part) != 0;
}
