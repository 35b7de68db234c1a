using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.NearDuplicates;

namespace NewsIndex.Results;

/// <summary>Statistics of an index.</summary>
/// <param name="HeadlinesOnly">Articles without a body, counted in <paramref name="Articles"/> too.</param>
/// <param name="FirstDate">The earliest day of publication; null when every article is undated.</param>
/// <param name="Undated">Articles whose day is unknown.</param>
/// <param name="DistinctTexts">Articles with near-duplicates counted once: see <see cref="CopyGroups"/>.</param>
/// <param name="Sources">Articles by source, most first; those without a source are under the empty name.</param>
/// <param name="Languages">Articles by language, most first; those of unknown language are under the empty name.</param>
/// <param name="Entities">Different entities: persons, organisations and places, by type.</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="IndexId">Random id of the index, given when it was created; an index that is built anew has another.</param>
/// <param name="Recogniser">The recogniser that found the names: see <see cref="IntakeOptions.Recogniser"/>.</param>
/// <param name="Passages">Identity of the <see cref="PassageEncoder"/> that encoded the passages of English articles, or "none".</param>
public sealed record IndexInfo(
    long Articles,
    long HeadlinesOnly,
    DateOnly? FirstDate,
    DateOnly? LastDate,
    long Undated,
    long DistinctTexts,
    IReadOnlyList<NamedCount> Sources,
    IReadOnlyList<NamedCount> Languages,
    IReadOnlyDictionary<EntityType, long> Entities,
    long Bytes,
    int FormatVersion,
    Generation Generation,
    string Recogniser,
    string IndexId,
    string Passages);
