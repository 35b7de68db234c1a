using NewsIndex.Articles;
using NewsIndex.Repeats;

namespace NewsIndex.Entities;

/// <summary>A correction of an entity, with author, time and reason.</summary>
/// <param name="Number">Consecutive number, from 1.</param>
/// <param name="When">In UTC.</param>
public abstract record EntityCorrection(int Number, string Who, DateTimeOffset When, string Why)
{
    /// <summary>The request that led to it; null if that had no id.</summary>
    public WriteRequest? Request { get; init; }

    /// <summary>Merges two entities: the second replaces both.</summary>
    public sealed record Merge(
        int Number, string Who, DateTimeOffset When, string Why, EntityReference From,
        EntityReference Into) : EntityCorrection(Number, Who, When, Why);

    /// <summary>
    /// Splits some mentions off an entity: those by some names, those in some articles, or those by some names in some articles.
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

    /// <summary>Changes the displayed name of an entity.</summary>
    public sealed record Rename(
        int Number, string Who, DateTimeOffset When, string Why, EntityReference Entity,
        string Name) : EntityCorrection(Number, Who, When, Why);

    /// <summary>Hides the mentions of an entity in an article.</summary>
    public sealed record Hide(
        int Number, string Who, DateTimeOffset When, string Why, EntityReference Entity,
        string ArticleId) : EntityCorrection(Number, Who, When, Why);

    /// <summary>Undoes an earlier correction.</summary>
    public sealed record Undo(
        int Number, string Who, DateTimeOffset When, string Why, int Undone) : EntityCorrection(Number, Who, When, Why);
}
