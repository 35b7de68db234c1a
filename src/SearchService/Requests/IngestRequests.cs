using Enrichment.Languages;
using NewsIndex.Articles;
using SearchService.Errors;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>Messages → articles, as <see cref="ArticleRecord.Read(System.Text.Json.JsonElement)"/> reads records of an archive.</summary>
/// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: a field is invalid; the error names it.</exception>
internal static class IngestRequests
{
    private const int MaxItems = 1000;

    private const string DateForm = "1987, 1987-10, 1987-10-19 or 1987-10-19T14:05:00Z";

    /// <summary>Requires a number of articles or ids that one call may have.</summary>
    public static void RequireCount(string field, int count)
    {
        if (count is < 1 or > MaxItems)
            throw ErrorsToStatus.OfRange(field, $"{count}", $"1 to {MaxItems}");
    }

    /// <summary>The article of a message, with an id.</summary>
    /// <param name="maxBytes">Size of the largest message.</param>
    public static Article ToArticle(V1.ArticleInput? input, int maxBytes)
    {
        if (input is null)
            throw ErrorsToStatus.OfField("article", "is not set", "an article");
        if (input.CalculateSize() is var size && size > maxBytes)
        {
            throw ErrorsToStatus.OfField(
                "article", $"is too large ({size:N0} bytes)", $"at most {maxBytes:N0} bytes", "ARTICLE_TOO_LARGE");
        }

        var article = new Article
        {
            Id = Known(FieldChecks.AtMost("id", input.Id, ArticleId.MaximumLength)) ?? "",
            Headline = input.Headline.Trim(),
            Body = input.Body.Trim(),
            Published = ToPublished(input.Published),
            Source = Known(input.Source),
            Url = Known(input.Url),
            Language = Known(input.Language) is { } language ? ToLanguage(language) : null,
            Section = Known(input.Section),
            Authors = Texts(input.Authors),
            Tags = Texts(input.Tags),
            Entities = [.. input.Entities.Select(ToEntity)],
        };
        if (article.Headline.Length == 0 && article.Body.Length == 0)
            throw ErrorsToStatus.OfField("headline", "and body have no text", "text in at least one of them");
        return article.Id.Length > 0 ? article : article with { Id = ArticleId.Derive(article) };
    }

    private static string ToLanguage(string tag) => LanguageTag.Of(tag)
        ?? throw ErrorsToStatus.OfValue("language", tag, "a BCP 47 tag such as en or pt-BR", advice: "leave it empty if it is unknown");

    private static PublishedDate ToPublished(V1.DateInput? input)
    {
        if (input is null)
            return PublishedDate.Unknown;
        var date = Known(input.Value) is { } value ? ToDate("published.value", value) : null;
        var time = Known(input.TimeOfDay) is { } text ? ToTimeOfDay(text) : (TimeOnly?)null;
        if (date is not null || time is not null)
        {
            return new PublishedDate(date, time, ToProvenance("published.provenance", input.Provenance))
            {
                Conflicts = [.. input.Conflicts.Select(ToConflict)],
            };
        }

        if (input.Conflicts.Count > 0)
            throw ErrorsToStatus.OfField("published.conflicts", "is set though there is no date", "value or time_of_day as well");
        return input.Provenance is V1.PublishedDate.Types.Provenance.Unspecified or V1.PublishedDate.Types.Provenance.None
            ? PublishedDate.Unknown
            : throw ErrorsToStatus.OfField("published.provenance", "is set though there is no date", "value or time_of_day as well");
    }

    private static ConflictingDate ToConflict(V1.ConflictInput conflict, int i) => new(
        ToDate($"published.conflicts[{i}].value", conflict.Value),
        ToProvenance($"published.conflicts[{i}].provenance", conflict.Provenance));

    private static PartialDate ToDate(string field, string text) => PartialDate.TryParse(text, out var date)
        ? date
        : throw ErrorsToStatus.OfValue(field, text, DateForm, "BAD_DATE");

    private static TimeOnly ToTimeOfDay(string text) => PublishedDate.TryParseTimeOfDay(text, out var time)
        ? time
        : throw ErrorsToStatus.OfValue("published.time_of_day", text, "a form such as 12:20 or 12:20:05", "BAD_DATE");

    private static DateProvenance ToProvenance(string field, V1.PublishedDate.Types.Provenance provenance) => provenance switch
    {
        V1.PublishedDate.Types.Provenance.Unspecified or V1.PublishedDate.Types.Provenance.Metadata => DateProvenance.Metadata,
        V1.PublishedDate.Types.Provenance.Text => DateProvenance.Text,
        V1.PublishedDate.Types.Provenance.Url => DateProvenance.Url,
        V1.PublishedDate.Types.Provenance.Path => DateProvenance.Path,
        V1.PublishedDate.Types.Provenance.Argument => DateProvenance.Argument,
        _ => throw ErrorsToStatus.OfValue(field, (int)provenance, "TEXT, METADATA, URL, PATH or ARGUMENT, as there is a date"),
    };

    private static NamedEntity ToEntity(V1.EntityInput entity, int i) => new(
        Known(entity.Name) ?? throw ErrorsToStatus.OfField($"entities[{i}].name", "is empty", "the name of the entity"),
        EntityRequests.Type($"entities[{i}].type", entity.Type)
            ?? throw ErrorsToStatus.OfField($"entities[{i}].type", "is not set", "PERSON, ORGANIZATION or PLACE"));

    private static List<string> Texts(IEnumerable<string> texts) =>
        [.. texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text.Trim())];

    /// <summary>Null for a text that says nothing.</summary>
    private static string? Known(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
