using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Results;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes facts about the index and its pins as messages.</summary>
internal static class IndexReplies
{
    public static V1.IndexInfo From(IndexInfo info) => new()
    {
        Articles = info.Articles,
        HeadlinesOnly = info.HeadlinesOnly,
        FirstDate = Day(info.FirstDate),
        LastDate = Day(info.LastDate),
        Undated = info.Undated,
        DistinctTexts = info.DistinctTexts,
        Sources = { info.Sources.Select(From) },
        Languages = { info.Languages.Select(From) },
        Persons = info.Entities[EntityType.Person],
        Organizations = info.Entities[EntityType.Organization],
        Places = info.Entities[EntityType.Place],
        Bytes = info.Bytes,
        FormatVersion = info.FormatVersion,
        Recogniser = info.Recogniser,
        Passages = info.Passages,
        Identity = info.IndexId,
        Generation = info.Generation.ToString(),
    };

    /// <param name="now">Tells whether the pin has expired.</param>
    public static V1.PinnedGeneration From(GenerationPin pin, DateTimeOffset now) => new()
    {
        Generation = pin.Generation.ToString(),
        PinnedAt = Timestamp.FromDateTimeOffset(pin.PinnedAt),
        By = pin.By,
        Why = pin.Why,
        ExpiresAt = pin.ExpiresAt is { } expiry ? Timestamp.FromDateTimeOffset(expiry) : null,
        Expired = pin.IsExpiredAt(now),
    };

    /// <param name="pins">Those of this generation.</param>
    /// <param name="now">Tells which pins have expired.</param>
    public static V1.GenerationDetails From(KeptGeneration kept, bool isCurrent, IEnumerable<GenerationPin> pins, DateTimeOffset now) =>
        new()
        {
            Generation = kept.Generation.ToString(),
            Fingerprint = kept.Generation.Fingerprint.ToString("x16", CultureInfo.InvariantCulture),
            CommittedAt = Timestamp.FromDateTimeOffset(kept.CommittedAt),
            Articles = kept.Articles,
            Bytes = kept.Bytes,
            Current = isCurrent,
            Pins = { pins.Select(pin => From(pin, now)) },
        };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static V1.NamedCount From(NamedCount count) => new() { Name = count.Name, Articles = count.Articles };
}
