namespace NewsIndex.Embeddings;

/// <summary>A network that encodes passages of articles and texts of queries, run by the program that uses the library.</summary>
/// <param name="Identity">
/// Identifies the network: only embeddings of equal identities can be compared. Any text but <see cref="None"/>.
/// </param>
/// <param name="Encode">
/// Word pieces of a text, by their numbers in <see cref="WordVectors"/> → a direction: a multiple of 128 numbers. Called concurrently;
/// equal for equal pieces.
/// </param>
public sealed record PassageEncoder(string Identity, Func<IReadOnlyList<int>, float[]> Encode)
{
    /// <summary>Identity of an index without embeddings of passages.</summary>
    public const string None = "none";
}
