using NewsIndex.Analysis;
using NewsIndex.Entities;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Positions;
using NewsIndex.Queries;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>A query translated for Lucene.</summary>
/// <param name="Parts">One for each language group; at least one.</param>
internal sealed record LucenePlan(LuceneQuery Query, IReadOnlyList<LanguagePart> Parts, IReadOnlyList<string> Notices)
{
    /// <summary>Resolutions of the entity names.</summary>
    public IReadOnlyList<EntityReading> Entities => Parts[0].Entities;

    /// <summary>Terms to mark in articles of a language.</summary>
    /// <param name="language">As <see cref="LanguageAnalysis.NumberOf"/> returns it.</param>
    public IReadOnlyList<PositionPlan> MarksIn(int language) =>
        Parts.FirstOrDefault(part => part.Languages.Contains(language))?.Marks ?? [];

    public static LucenePlan Of(IReadOnlyList<LanguagePart> parts)
    {
        var query = parts.Count == 1
            ? parts[0].Query
            : new ByLanguageQuery([.. parts.Select(part => (part.Languages, part.Query))]);
        return new LucenePlan(query, parts, parts.Any(part => part.IsNoteworthy) ? NoticesOf(parts) : []);
    }

    private static List<string> NoticesOf(IReadOnlyList<LanguagePart> parts)
    {
        List<string> notices = [.. parts[0].Entities.Select(EntityNotice.Of).OfType<string>().Distinct()];
        if (LeftOutNotice.Of([.. parts.Select(part => (part.Codes, part.LeftOut))]) is { } leftOut)
            notices.Add(leftOut);
        notices.AddRange(parts.SelectMany(part => part.Gapped).Distinct(StringComparer.Ordinal).Select(
            phrase =>
                $"In \"{phrase}\" any word may stand in the place of a stop word; to search it as it is written, with its capitals, use "
                + $"exact:\"{phrase}\"."));
        return notices;
    }
}

/// <summary>A query translated for one language group.</summary>
/// <param name="Marks">Terms to mark in a hit.</param>
/// <param name="LeftOut">Words that the search ignores, as typed.</param>
/// <param name="Entities">Resolutions of the entity names.</param>
internal sealed record LanguagePart(
    IReadOnlyList<string> Codes, LuceneQuery Query, IReadOnlyList<PositionPlan> Marks, IReadOnlyList<string> LeftOut,
    IReadOnlyList<EntityReading> Entities)
{
    public LanguageSet Languages { get; } = LanguageSet.Of(Codes);

    /// <summary>Phrases with a stop word inside; any word matches in its place.</summary>
    public IReadOnlyList<string> Gapped { get; init; } = [];

    /// <summary>True when something in it may need a notice.</summary>
    public bool IsNoteworthy => LeftOut.Count + Entities.Count + Gapped.Count > 0;
}
