using Indexer.Html;

namespace Indexer.Extraction.Body;

/// <summary>The part of a page that contains the article.</summary>
/// <param name="Blocks">Its blocks, in reading order.</param>
/// <param name="IsNamed">True if the page marks it as the body of an article.</param>
internal sealed record FoundBody(IReadOnlyList<TextBlock> Blocks, bool IsNamed)
{
    /// <summary>No article.</summary>
    public static FoundBody Nothing { get; } = new([], false);
}
