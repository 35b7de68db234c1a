using NewsIndex.Articles;
using NewsIndex.Entities;
using SearchService.Errors;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>Checks the fields of requests about entities and their corrections.</summary>
/// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: a field is invalid; the error names it.</exception>
internal static class EntityRequests
{
    private const int MaxNameLength = 200;
    private const int MaxWhyLength = 1000;
    private const int MaxNames = 100;
    private const int MaxArticles = 1000;

    /// <summary>An entity by its id, with or without percent-encoding.</summary>
    public static EntityReference Reference(string field, string id, V1.EntityType type)
    {
        FieldChecks.AtMost(field, id, FieldChecks.MaxNameLength);
        return EntityReference.TryParse(id, Type(field, type))
            // REST paths keep %20 and %3A as they are.
            ?? EntityReference.TryParse(Uri.UnescapeDataString(id), Type(field, type))
            ?? throw ErrorsToStatus.OfValue(
                field, id, "a Wikidata id such as Q22686, or person:, organization: or place: and a name",
                advice: "give the type with a Wikidata id that the alias table does not know");
    }

    public static EntityReference Reference(string field, V1.Entity? entity) =>
        Reference($"{field}.id", entity?.Id ?? "", entity?.Type ?? V1.EntityType.Unspecified);

    /// <summary>Null for any type.</summary>
    public static EntityType? Type(string field, V1.EntityType type) => type switch
    {
        V1.EntityType.Unspecified => null,
        V1.EntityType.Person => EntityType.Person,
        V1.EntityType.Organization => EntityType.Organization,
        V1.EntityType.Place => EntityType.Place,
        var other => throw ErrorsToStatus.OfValue(field, (int)other, "PERSON, ORGANIZATION or PLACE"),
    };

    /// <summary>A number of entities: 1 to 100, where 0 means 10.</summary>
    /// <param name="limit">The same by its older name, in place of <paramref name="pageSize"/>.</param>
    public static int PageSize(int pageSize, int limit)
    {
        if (limit == 0)
            return FieldChecks.PageSize(pageSize);
        return pageSize == 0
            ? FieldChecks.PageSize(limit, "limit")
            : throw ErrorsToStatus.OfField("page_size", "is given beside limit", "one of them", advice: "leave limit out");
    }

    /// <summary>The author of a correction, or a new name of an entity, without the spaces around it: 1 to 200 characters.</summary>
    public static string Name(string field, string text)
    {
        var trimmed = FieldChecks.AtMost(field, text.Trim(), MaxNameLength);
        return trimmed.Length > 0
            ? trimmed
            : throw ErrorsToStatus.OfField(field, "is empty", $"1 to {MaxNameLength} characters, not all of them spaces");
    }

    /// <summary>Distinct ids of articles; at most 1,000.</summary>
    public static IReadOnlyList<string> ArticleIds(string field, IReadOnlyCollection<string> ids) => ids.Count > MaxArticles
        ? throw ErrorsToStatus.OfRange(field, $"{ids.Count} articles", $"at most {MaxArticles}")
        : [.. ids.Select(id => FieldChecks.ArticleId(field, id)).Distinct(StringComparer.Ordinal)];

    /// <summary>The author of a correction and the reason: 1 to 200 and 0 to 1,000 characters.</summary>
    /// <param name="signedIn">Who signed in, who is the author then; empty while nobody needs to.</param>
    public static (string Who, string Why) Author(string signedIn, string who, string why)
    {
        if (signedIn.Length > 0 && who.Trim() is { Length: > 0 } other && other != signedIn)
            throw ErrorsToStatus.OfValue("who", who, $"\"{signedIn}\", who signed in, or nothing");
        return (Name("who", signedIn.Length > 0 ? signedIn : who), FieldChecks.AtMost("why", why, MaxWhyLength));
    }

    /// <summary>Distinct names in the form of <see cref="EntityName.Normalise"/>; at most 100.</summary>
    /// <param name="mayBeEmpty">True where another field says which mentions are meant.</param>
    public static IReadOnlyList<string> Names(IReadOnlyCollection<string> names, bool mayBeEmpty)
    {
        if (names.Count > MaxNames)
            throw ErrorsToStatus.OfRange("names", $"{names.Count} names", $"at most {MaxNames}");
        List<string> normalised =
            [.. names.Select(name => EntityName.Normalise(Name("names", name))).Distinct(StringComparer.Ordinal)];
        if (normalised.Count == 0 && !mayBeEmpty)
            throw ErrorsToStatus.OfField("names", "is empty", "at least one name", advice: "give names, articles or both");
        return normalised.TrueForAll(name => name.Length > 0)
            ? normalised
            : throw ErrorsToStatus.OfField("names", "has an invalid name", "names with at least one letter or digit");
    }
}
