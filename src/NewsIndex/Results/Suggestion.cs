using NewsIndex.Articles;

namespace NewsIndex.Results;

public enum SuggestionKind
{
    /// <summary>A word of the archive.</summary>
    Word,
    Entity,
    Source,

    /// <summary>The headline of an article.</summary>
    Headline,
}

/// <summary>A completion of a typed text.</summary>
/// <param name="Text">The text to display.</param>
/// <param name="Id">The entity's or the article's; empty for words and sources.</param>
/// <param name="Type">Of an entity; null for others.</param>
/// <param name="Articles">Articles that have it; for words, those that the text finds as a query; mentions for entities.</param>
public sealed record Suggestion(SuggestionKind Kind, string Text, string Id, EntityType? Type, long Articles);
