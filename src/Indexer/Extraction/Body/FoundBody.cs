using Indexer.Html;

namespace Indexer.Extraction.Body;

/// <summary>The part of a page that an article stands in.</summary>
/// <param name="Blocks">All of its text, in reading order.</param>
/// <param name="IsNamed">The page itself calls it the body of an article.</param>
internal sealed record FoundBody(IReadOnlyList<TextBlock> Blocks, bool IsNamed)
{
    public static FoundBody Nothing { get; } = new([], false);
}
