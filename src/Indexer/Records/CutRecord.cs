namespace Indexer.Records;

/// <summary>A record that was cut out of an archive and is not read yet.</summary>
/// <param name="Bytes">
/// Bytes of memory that it holds; null for one that is still in the archive's stream, and has to be read at once.
/// </param>
/// <param name="Read">Reads it, once. Where <paramref name="Bytes"/> are known, from any thread.</param>
internal readonly record struct CutRecord(int? Bytes, Func<IEnumerable<Reading>> Read)
{
    /// <summary>A record of which nothing is left to be read.</summary>
    public static CutRecord Of(Reading reading) => new(0, () => [reading]);
}
