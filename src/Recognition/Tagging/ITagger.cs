namespace Recognition.Tagging;

/// <summary>Finds names in the sentences of a document.</summary>
internal interface ITagger : IDisposable
{
    /// <summary>Which rules and weights it goes by: an index holds what one of them found.</summary>
    string Identity { get; }

    /// <param name="sentences">One document, split as <see cref="Text.Token"/> says; no sentence is empty.</param>
    /// <returns>By sentence, the tag of each token, as <see cref="TagScheme"/> numbers them.</returns>
    /// <remarks>The same document gets the same tags, whatever was tagged before. May be called from several threads at once.</remarks>
    byte[][] Tag(IReadOnlyList<string[]> sentences);
}
