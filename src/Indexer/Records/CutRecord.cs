namespace Indexer.Records;

/// <summary>A record that was cut out of an archive but not parsed yet.</summary>
/// <param name="Bytes">
/// Size in memory, in bytes; null for a record that is still in the stream of the archive and must be read at once.
/// </param>
/// <param name="Read">Reads the record; call it once. May be called on any thread if <paramref name="Bytes"/> is not null.</param>
internal readonly record struct CutRecord(int? Bytes, Func<IEnumerable<Reading>> Read)
{
    /// <summary>A record that was read already.</summary>
    public static CutRecord Of(Reading reading) => new(0, () => [reading]);
}
