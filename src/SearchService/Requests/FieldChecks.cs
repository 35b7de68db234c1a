using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Queries;
using SearchService.Errors;

namespace SearchService.Requests;

/// <summary>Checks that fields of several requests share. Each names the field in its error.</summary>
/// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: the value is out of range, too long or missing.</exception>
internal static class FieldChecks
{
    public const int DefaultPageSize = 10;
    public const int MaxPageSize = 100;

    /// <summary>Most entries of a page of a list that earlier came whole.</summary>
    public const int MaxListSize = 1000;

    /// <summary>Longest id, name or label, in UTF-16 code units.</summary>
    public const int MaxNameLength = 512;

    /// <summary>A number of hits: 1 to 100, where 0 means 10.</summary>
    public static int PageSize(int asked, string field = "page_size") => InRange(field, asked, 1, MaxPageSize, DefaultPageSize);

    /// <summary>An order of publication.</summary>
    /// <param name="usual">Order that the empty text stands for.</param>
    public static HitOrder DateOrder(string orderBy, HitOrder usual) => orderBy switch
    {
        "" => usual,
        "newest" => HitOrder.Newest,
        "oldest" => HitOrder.Oldest,
        _ => throw ErrorsToStatus.OfValue("order_by", orderBy, "newest or oldest"),
    };

    /// <summary>A number of entries: 1 to 1,000, where 0 means 1,000.</summary>
    public static int ListSize(int asked) => InRange("page_size", asked, 1, MaxListSize, MaxListSize);

    /// <param name="usual">Value that 0 stands for.</param>
    public static int InRange(string field, int asked, int min, int max, int usual)
    {
        if (asked == 0)
            return usual;
        return asked >= min && asked <= max
            ? asked
            : throw ErrorsToStatus.OfRange(field, $"{asked}", $"{min} to {max}, or 0 for {usual}");
    }

    /// <summary>The most results of a stream: 1 or more, where 0 means all.</summary>
    public static void RequireLimit(long limit)
    {
        if (limit < 0)
            throw ErrorsToStatus.OfRange("limit", $"{limit}", "1 or more, or 0 for all");
    }

    /// <summary>The text itself, if it is at most <paramref name="max"/> UTF-16 code units long.</summary>
    public static string AtMost(string field, string text, int max) => text.Length <= max
        ? text
        : throw ErrorsToStatus.OfRange(field, $"{text.Length} characters", $"at most {max}");

    /// <summary>A name without the spaces around it: at most 512 characters, with a letter or a digit.</summary>
    public static string Name(string field, string name) =>
        EntityName.Normalise(AtMost(field, name, MaxNameLength)).Length > 0
            ? name.Trim()
            : throw ErrorsToStatus.OfField(field, "has no name", "a name with at least one letter or digit");

    /// <summary>The id of an article: 1 to 512 characters.</summary>
    public static string ArticleId(string field, string id) =>
        AtMost(field, id, MaxNameLength).Length > 0
            ? id
            : throw ErrorsToStatus.OfField(field, "is empty", "the id of an article");

    /// <summary>A generation; null for the empty text.</summary>
    public static Generation? ToGeneration(string field, string text)
    {
        if (text.Length == 0)
            return null;
        return Generation.TryParse(text, out var generation)
            ? generation
            : throw ErrorsToStatus.OfValue(field, text, "the generation field of an earlier response", advice: "copy it unchanged");
    }

    /// <summary>A time zone by its IANA name; null for the empty text.</summary>
    public static TimeZoneInfo? ToTimeZone(string name)
    {
        if (name.Length == 0)
            return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw ErrorsToStatus.OfValue("time_zone", name, "an IANA name such as Europe/Paris");
    }
}
