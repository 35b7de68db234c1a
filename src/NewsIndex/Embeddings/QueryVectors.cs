namespace NewsIndex.Embeddings;

/// <summary>
/// Embeddings of the texts of queries. The last used are cached, since a page, its successors and its explanations ask for the
/// same. Thread-safe.
/// </summary>
/// <param name="open">Opens the encoder; called once, when the first text is encoded.</param>
internal sealed class QueryVectors(Func<PassageEncoder> open)
{
    /// <summary>Cached texts; some 2 MB.</summary>
    private const int Capacity = 1000;

    private readonly Lazy<PassageEncoder> encoder = new(open);
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Text, EmbeddingDirection? Direction)>> byText = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Text, EmbeddingDirection? Direction)> lastUsedFirst = [];

    /// <inheritdoc cref="PassageEncoder.Identity"/>
    public string Identity => encoder.Value.Identity;

    /// <summary>Returns the embedding of a text; null when it has no direction.</summary>
    public EmbeddingDirection? Of(string text)
    {
        lock (gate)
        {
            if (byText.TryGetValue(text, out var known))
            {
                lastUsedFirst.Remove(known);
                lastUsedFirst.AddFirst(known);
                return known.Value.Direction;
            }
        }

        // Outside of the lock, since it takes milliseconds; two calls may encode the same text.
        var direction = EmbeddingDirection.Of(encoder.Value.Encode(WordVectors.Numbers(text)));
        Keep(text, direction);
        return direction;
    }

    private void Keep(string text, EmbeddingDirection? direction)
    {
        lock (gate)
        {
            if (byText.ContainsKey(text))
                return;
            byText[text] = lastUsedFirst.AddFirst((text, direction));
            if (byText.Count <= Capacity)
                return;
            byText.Remove(lastUsedFirst.Last!.Value.Text);
            lastUsedFirst.RemoveLast();
        }
    }
}
