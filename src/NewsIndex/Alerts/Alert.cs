using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Repeats;

namespace NewsIndex.Alerts;

/// <summary>A stored query, matched against what arrives after it was created.</summary>
/// <param name="Number">1 for the first alert of an index; never given twice.</param>
/// <param name="Name">As its owner calls it; may be empty.</param>
/// <param name="Owner">Who created it; empty while access control is off.</param>
/// <param name="Text">The canonical text of the query.</param>
/// <param name="Since">The generation at its creation.</param>
public sealed record Alert(int Number, string Name, string Owner, string Text, DateTimeOffset CreatedAt, Generation Since)
{
    /// <summary>Maximum length of the name in UTF-16 code units.</summary>
    public const int MaxNameLength = 200;

    private readonly Lazy<QueryReading> reading = new(() => QueryReader.Read(Text));

    /// <summary>The request that created it; null if that had no id.</summary>
    public WriteRequest? Request { get; init; }

    /// <summary>The query; null if this version cannot read it.</summary>
    public Query? Query => reading.Value.Query;

    /// <summary>Why the query cannot be read; null if it can.</summary>
    public QueryError? Error => reading.Value.Error;

    /// <summary>Compares what is stored.</summary>
    public bool Equals(Alert? other) => other is not null
        && (Number, Name, Owner, Text) == (other.Number, other.Name, other.Owner, other.Text)
        && (CreatedAt, Since, Request) == (other.CreatedAt, other.Since, other.Request);

    public override int GetHashCode() => Number;
}
