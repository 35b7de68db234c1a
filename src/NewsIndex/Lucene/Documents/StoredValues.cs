using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Documents;

/// <summary>Stored values of one article; the others are passed over without a copy.</summary>
internal sealed class StoredValues : StoredFieldVisitor
{
    private readonly bool withMentions;

    private StoredValues(bool withMentions) => this.withMentions = withMentions;

    /// <summary>The article record in UTF-8.</summary>
    public ReadOnlyMemory<byte> Record { get; private set; }

    /// <summary>In seconds since 1970; 0 when it is not stored.</summary>
    public long IndexedAt { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>Empty when there is none.</summary>
    public string CopyGroup { get; private set; } = "";

    /// <summary>As <see cref="StoredMentions"/> wrote them; null when there are none, or they were not asked for.</summary>
    public BytesRef? Mentions { get; private set; }

    public static StoredValues Read(AtomicReader segment, int doc, bool withMentions) =>
        Read(visitor => segment.Document(doc, visitor), withMentions);

    /// <param name="visit">Shows the stored fields of a document to a visitor.</param>
    public static StoredValues Read(Action<StoredFieldVisitor> visit, bool withMentions)
    {
        var values = new StoredValues(withMentions);
        visit(values);
        return values;
    }

    public override Status NeedsField(FieldInfo fieldInfo) => fieldInfo.Name switch
    {
        IndexFields.Article or IndexFields.IndexedAt or IndexFields.Revision or IndexFields.CopyGroup => Status.YES,
        IndexFields.StoredMentions when withMentions => Status.YES,
        _ => Status.NO,
    };

    public override void BinaryField(FieldInfo fieldInfo, byte[] value)
    {
        if (fieldInfo.Name == IndexFields.Article)
            Record = value;
        else
            Mentions = new BytesRef(value);
    }

    public override void StringField(FieldInfo fieldInfo, string value) => CopyGroup = value;

    public override void Int32Field(FieldInfo fieldInfo, int value) => Revision = value;

    public override void Int64Field(FieldInfo fieldInfo, long value) => IndexedAt = value;
}
