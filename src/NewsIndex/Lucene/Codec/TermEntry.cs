namespace NewsIndex.Lucene.Codec;

/// <summary>What the dictionary knows of a term.</summary>
internal struct TermEntry
{
    /// <summary>Number of documents, at least 1.</summary>
    public int DocFreq;

    /// <summary>Sum of the frequencies; the number of documents in fields without frequencies.</summary>
    public long TotalTermFreq;

    /// <summary>Offset of the list of documents, which a term of one document does not have.</summary>
    public long DocStart;

    /// <summary>Offset of the positions, which a term with one position does not have.</summary>
    public long PositionStart;

    /// <summary>Offset of payloads and offsets.</summary>
    public long ExtraStart;

    /// <summary>The document of a term of one document.</summary>
    public int OnlyDoc;

    /// <summary>Code of the position of a term with one position; the width of positions for others of one document.</summary>
    public uint OnlyPosition;

    public readonly bool HasOneDoc => DocFreq == 1;

    public readonly bool HasOnePosition => TotalTermFreq == 1;
}
