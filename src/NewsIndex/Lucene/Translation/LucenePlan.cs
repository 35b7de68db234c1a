using NewsIndex.Analysis;
using NewsIndex.Entities;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Positions;
using NewsIndex.Queries;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>What a query is in Lucene.</summary>
/// <param name="Parts">One for each group of languages that leave out different words of it; at least one.</param>
internal sealed record LucenePlan(LuceneQuery Query, IReadOnlyList<LanguagePart> Parts, IReadOnlyList<string> Notices)
{
    /// <summary>How each name of an entity was read.</summary>
    public IReadOnlyList<EntityReading> Entities => Parts[0].Entities;

    /// <summary>What to mark in the articles of a language.</summary>
    /// <param name="language">See <see cref="LanguageAnalysis.NumberOf"/>.</param>
    public IReadOnlyList<PositionPlan> MarksIn(int language) =>
        Parts.FirstOrDefault(part => part.Languages.Contains(language))?.Marks ?? [];

    public static LucenePlan Of(IReadOnlyList<LanguagePart> parts)
    {
        List<string> notices = [.. parts[0].Entities.Select(EntityNotice.Of).OfType<string>().Distinct()];
        if (LeftOutNotice.Of([.. parts.Select(part => (part.Codes, part.LeftOut))]) is { } leftOut)
            notices.Add(leftOut);
        notices.AddRange(parts.SelectMany(part => part.Gapped).Distinct(StringComparer.Ordinal).Select(
            phrase =>
                $"In \"{phrase}\" any word may stand in the place of a stop word; to search it as it is written, with its capitals, use "
                + $"exact:\"{phrase}\"."));
        var query = parts.Count == 1
            ? parts[0].Query
            : new ByLanguageQuery([.. parts.Select(part => (part.Languages, part.Query))]);
        return new LucenePlan(query, parts, notices);
    }
}

/// <summary>What a query is for the articles of some languages.</summary>
/// <param name="Marks">What to mark in a hit.</param>
/// <param name="LeftOut">Words that the search leaves out, as typed.</param>
/// <param name="Entities">How each name of an entity was read.</param>
internal sealed record LanguagePart(
    IReadOnlyList<string> Codes, LuceneQuery Query, IReadOnlyList<PositionPlan> Marks, IReadOnlyList<string> LeftOut,
    IReadOnlyList<EntityReading> Entities)
{
    public LanguageSet Languages { get; } = LanguageSet.Of(Codes);

    /// <summary>Phrases with a stop word inside, in whose place any word may stand.</summary>
    public IReadOnlyList<string> Gapped { get; init; } = [];
}
