using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>What someone has put right about an entity, by whom, when and why.</summary>
/// <param name="Number">1 for the first of an index, one more for each after it.</param>
/// <param name="When">In UTC.</param>
public abstract record EntityCorrection(int Number, string Who, DateTimeOffset When, string Why)
{
    /// <summary>Two entities are one: the second stands for both.</summary>
    public sealed record Merge(
        int Number, string Who, DateTimeOffset When, string Why, EntityReference From,
        EntityReference Into) : EntityCorrection(Number, Who, When, Why);

    /// <summary>
    /// Some mentions of an entity are another's: those by some names, those in some articles, or those by some names in some articles.
    /// </summary>
    /// <param name="Names">As <see cref="EntityName.Normalise"/> gives them; empty for any name.</param>
    /// <param name="Articles">Ids; empty for all articles.</param>
    public sealed record Split(
        int Number,
        string Who,
        DateTimeOffset When,
        string Why,
        EntityReference From,
        IReadOnlyList<string> Names,
        IReadOnlyList<string> Articles,
        EntityReference Into,
        string NewName) : EntityCorrection(Number, Who, When, Why);

    /// <summary>An entity is shown by another name.</summary>
    public sealed record Rename(
        int Number, string Who, DateTimeOffset When, string Why, EntityReference Entity,
        string Name) : EntityCorrection(Number, Who, When, Why);

    /// <summary>An article does not mention the entity after all.</summary>
    public sealed record Hide(
        int Number, string Who, DateTimeOffset When, string Why, EntityReference Entity,
        string ArticleId) : EntityCorrection(Number, Who, When, Why);

    /// <summary>An earlier correction no longer counts.</summary>
    public sealed record Undo(
        int Number, string Who, DateTimeOffset When, string Why, int Undone) : EntityCorrection(Number, Who, When, Why);
}
