namespace Recognition.Tagging;

/// <summary>Finds names in the sentences of a document.</summary>
internal interface ITagger : IDisposable
{
    /// <summary>Identifies rules and weights. An index records it, because taggers with other identities give other names.</summary>
    string Identity { get; }

    /// <summary>Tags every token of a document.</summary>
    /// <param name="sentences">The tokens of one document, split as <see cref="Text.Token"/> describes; no sentence is empty.</param>
    /// <returns>By sentence, one tag a token as <see cref="TagScheme"/> numbers them; always a valid sequence.</returns>
    /// <remarks>The same document always gets the same tags, whatever was tagged before. Implementations are thread-safe.</remarks>
    byte[][] Tag(IReadOnlyList<string[]> sentences);
}
