using NewsIndex.Articles;
using NewsIndex.Entities;
using SearchService.Errors;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>Fields of requests about entities, checked.</summary>
internal static class EntityRequests
{
    private const int DefaultLimit = 10;
    private const int MaximumLimit = 100;

    private const int LongestId = 512;
    private const int LongestName = 200;
    private const int LongestWhy = 1000;
    private const int MostNames = 100;
    private const int MostArticles = 1000;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, with what is wrong and where.</exception>
    public static EntityReference Reference(string field, string id, V1.EntityType type)
    {
        RequireAtMost(field, id, LongestId);
        return EntityReference.TryParse(id, Type(field, type))
            // Paths keep %20 and %3A, and a client may send either.
            ?? EntityReference.TryParse(Uri.UnescapeDataString(id), Type(field, type))
            ?? throw ErrorsToStatus.OfField(
                field, $"\"{Echo.Of(id)}\" is no id of an entity",
                "a Wikidata id such as Q22686, with its type where the alias table does not know it, or person:, organization: or place: and a name",
                "FIELD_OUT_OF_RANGE");
    }

    public static EntityReference Reference(string field, V1.Entity? entity) => Reference($"{field}.id", entity?.Id ?? "", entity?.Type ?? V1.EntityType.Unspecified);

    public static EntityType? Type(string field, V1.EntityType type) => type switch
    {
        V1.EntityType.Unspecified => null,
        V1.EntityType.Person => EntityType.Person,
        V1.EntityType.Organization => EntityType.Organization,
        V1.EntityType.Place => EntityType.Place,
        var other => throw ErrorsToStatus.OfField(field, $"{(int)other} is no entity type", "PERSON, ORGANIZATION or PLACE", "FIELD_OUT_OF_RANGE"),
    };

    public static int Limit(int asked) => asked switch
    {
        0 => DefaultLimit,
        > 0 and <= MaximumLimit => asked,
        _ => throw ErrorsToStatus.OfField("limit", $"{asked} is out of range", $"1 to {MaximumLimit}, or 0 for {DefaultLimit}", "FIELD_OUT_OF_RANGE"),
    };

    /// <summary>Of an article, as a correction names it.</summary>
    public static string ArticleId(string field, string id)
    {
        RequireAtMost(field, id, LongestId);
        return id.Length > 0
            ? id
            : throw ErrorsToStatus.OfField(field, "there is nothing", $"the id of an article, 1 to {LongestId} characters",
            "FIELD_OUT_OF_RANGE");
    }

    /// <summary>Who corrects, or a name that is given to an entity.</summary>
    public static string Name(string field, string text) =>
        text.Trim() is { Length: > 0 and <= LongestName } trimmed
            ? trimmed
            : throw ErrorsToStatus.OfField(
                field, text.Length == 0 ? "there is nothing" : $"{text.Length} characters are out of range",
                $"1 to {LongestName} characters that are not all spaces", "FIELD_OUT_OF_RANGE");

    /// <summary>Without doubles.</summary>
    public static IReadOnlyList<string> ArticleIds(string field, IReadOnlyCollection<string> ids) => ids.Count > MostArticles
        ? throw ErrorsToStatus.OfField(field, $"{ids.Count} articles are too many", $"at most {MostArticles}", "FIELD_OUT_OF_RANGE")
        : [.. ids.Select(id => ArticleId(field, id)).Distinct(StringComparer.Ordinal)];

    /// <summary>Who makes a correction, and why.</summary>
    public static (string Who, string Why) Author(string who, string why) => (Name("who", who), OptionalText("why", why, LongestWhy));

    public static string OptionalText(string field, string text, int most)
    {
        RequireAtMost(field, text, most);
        return text;
    }

    /// <summary>As <see cref="EntityName.Normalise"/> gives them.</summary>
    /// <param name="mayBeNone">True where something else says which mentions are meant.</param>
    public static IReadOnlyList<string> Names(IReadOnlyCollection<string> names, bool mayBeNone)
    {
        if (names.Count > MostNames)
            throw ErrorsToStatus.OfField("names", $"{names.Count} names are too many", $"at most {MostNames}", "FIELD_OUT_OF_RANGE");
        List<string> normalised = [.. names.Select(name => EntityName.Normalise(Name("names", name))).Distinct(StringComparer.Ordinal)];
        return (mayBeNone || normalised.Count > 0) && normalised.TrueForAll(name => name.Length > 0)
            ? normalised
            : throw ErrorsToStatus.OfField("names", "a name is missing", "one name or more, each with a letter or a digit in it",
                "FIELD_OUT_OF_RANGE");
    }

    private static void RequireAtMost(string field, string text, int most)
    {
        if (text.Length > most)
            throw ErrorsToStatus.OfField(field, $"{text.Length} characters are too many", $"at most {most}", "FIELD_OUT_OF_RANGE");
    }
}
