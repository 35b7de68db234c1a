using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsIndex.Articles;

/// <summary>
/// The JSON form of an article: one object with the names of <see cref="Article"/> in snake case. What archives give us, what
/// <c>extract</c> prints, and what an index stores are this one form.
/// </summary>
public static class ArticleRecord
{
    /// <summary>Text beyond ASCII stays readable; the output is JSON and never pasted into HTML.</summary>
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] ToJson(Article article)
    {
        var buffer = new ArrayBufferWriter<byte>(article.Body.Length + 512);
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            json.WriteStartObject();
            WriteFields(json, article);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the fields that have a value into an object that the caller has begun.</summary>
    public static void WriteFields(Utf8JsonWriter json, Article article)
    {
        json.WriteString("id", article.Id);
        json.WriteString("headline", article.Headline);
        if (article.Body.Length > 0)
            json.WriteString("body", article.Body);
        json.WriteString("published", article.Published.Date?.ToString());
        json.WriteString("published_from", RecordNames.Of(article.Published.Provenance));
        WriteConflicts(json, article.Published.Conflicts);
        WriteOptional(json, "time_of_day", article.Published.TimeOfDayText);
        WriteOptional(json, "source", article.Source);
        WriteOptional(json, "url", article.Url);
        WriteOptional(json, "language", article.Language);
        WriteList(json, "authors", article.Authors);
        WriteOptional(json, "section", article.Section);
        WriteList(json, "tags", article.Tags);
        json.WriteString("kind", article.Kind == ArticleKind.Headline ? "headline" : "article");
        if (article.Entities.Count == 0)
            return;

        json.WriteStartArray("entities");
        foreach (var entity in article.Entities)
        {
            json.WriteStartObject();
            json.WriteString("name", entity.Name);
            json.WriteString("type", RecordNames.Of(entity.Type));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads one record; the id is empty where it has none.</summary>
    /// <exception cref="ArticleRecordException">The text is not JSON, or not such a record; says which field and what was
    /// expected.</exception>
    public static Article Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new ArticleRecordException($"a JSON {Kind(document.RootElement)}; expected an object {{…}}");
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new ArticleRecordException(
                $"not valid JSON at byte {e.BytePositionInLine} of the record: the object is cut off or malformed");
        }
        catch (InvalidOperationException)
        {
            throw new ArticleRecordException("a text with an escaped half of a surrogate pair, or bytes that are not UTF-8");
        }
    }

    /// <summary>Reads a record that is already parsed.</summary>
    /// <exception cref="ArticleRecordException">Not such a record; says which field and what was expected.</exception>
    /// <exception cref="InvalidOperationException">A text holds half of a surrogate pair, or bytes that are not UTF-8.</exception>
    public static Article Read(JsonElement record)
    {
        var article = new Article
        {
            Id = "",
            Headline = Text(record, "headline")?.Trim() ?? "",
            Body = Text(record, "body")?.Trim() ?? "",
            Published = ReadPublished(record),
            Source = Text(record, "source"),
            Url = Text(record, "url"),
            Language = Text(record, "language"),
            Section = Text(record, "section"),
            Authors = Texts(record, "authors"),
            Tags = Texts(record, "tags"),
            Entities = ReadEntities(record),
        };
        if (article.Headline.Length == 0 && article.Body.Length == 0)
            throw new ArticleRecordException("neither \"headline\" nor \"body\" has text; expected at least one of them");

        var id = Text(record, "id");
        if (id?.Length > ArticleId.MaximumLength)
            throw new ArticleRecordException($"\"id\" has {id.Length} characters; expected at most {ArticleId.MaximumLength}");
        return id is null ? article : article with { Id = id };
    }

    private static PublishedDate ReadPublished(JsonElement record)
    {
        PartialDate? date = null;
        if (Text(record, "published") is { } published && !PartialDate.TryParse(published, out date))
            throw new ArticleRecordException(
                $"\"published\" is \"{Excerpt(published)}\"; expected 1987, 1987-10, 1987-10-19 or 1987-10-19T14:05:00Z");

        TimeOnly? time = null;
        if (Text(record, "time_of_day") is { } timeText)
        {
            if (!PublishedDate.TryParseTimeOfDay(timeText, out var parsed))
                throw new ArticleRecordException($"\"time_of_day\" is \"{Excerpt(timeText)}\"; expected a form such as 12:20");
            time = parsed;
        }

        if (date is null && time is null)
            return PublishedDate.Unknown;
        return new PublishedDate(date, time, ReadProvenance(record)) { Conflicts = ReadConflicts(record) };
    }

    private static List<ConflictingDate> ReadConflicts(JsonElement record)
    {
        var conflicts = new List<ConflictingDate>();
        if (!TryGet(record, "published_conflicts", out var list))
            return conflicts;
        if (list.ValueKind != JsonValueKind.Array)
            throw new ArticleRecordException(
                $"\"published_conflicts\" is a {Kind(list)}; expected a list of {{\"published\":…, \"published_from\":…}}");
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object
                || Text(item, "published") is not { } published
                || !PartialDate.TryParse(published, out var date))
                throw new ArticleRecordException(
                    "an item of \"published_conflicts\" has no date; expected {\"published\":\"1987-10-19\", \"published_from\":\"url\"}");
            conflicts.Add(new ConflictingDate(date, ReadProvenance(item)));
        }

        return conflicts;
    }

    private static DateProvenance ReadProvenance(JsonElement record)
    {
        var name = Text(record, "published_from");
        return RecordNames.ProvenanceOf(name) ?? throw new ArticleRecordException(name == "none"
            ? "\"published_from\" is \"none\" though a date is given; expected where it was found"
            : $"\"published_from\" is \"{Excerpt(name!)}\"; expected text, metadata, url, path or argument");
    }

    private static List<NamedEntity> ReadEntities(JsonElement record)
    {
        var entities = new List<NamedEntity>();
        if (!TryGet(record, "entities", out var list))
            return entities;
        if (list.ValueKind != JsonValueKind.Array)
            throw new ArticleRecordException($"\"entities\" is a {Kind(list)}; expected a list of {{\"name\":…, \"type\":…}}");

        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || Text(item, "name") is not { } name)
                throw new ArticleRecordException(
                    "an item of \"entities\" has no name; expected {\"name\":…, \"type\":\"person|organization|place\"}");
            entities.Add(new NamedEntity(name, ReadType(Text(item, "type"))));
        }

        return entities;
    }

    private static EntityType ReadType(string? type) => RecordNames.TypeOf(type)
        ?? throw new ArticleRecordException(
            $"the type of an entity is \"{Excerpt(type ?? "")}\"; expected person, organization or place");

    /// <summary>Null where the field is missing, null or blank.</summary>
    private static string? Text(JsonElement record, string field)
    {
        if (!TryGet(record, field, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw new ArticleRecordException($"\"{field}\" is a {Kind(value)}; expected text in quotation marks");
        var text = value.GetString()!;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static List<string> Texts(JsonElement record, string field)
    {
        var texts = new List<string>();
        if (!TryGet(record, field, out var list))
            return texts;
        if (list.ValueKind != JsonValueKind.Array)
            throw new ArticleRecordException($"\"{field}\" is a {Kind(list)}; expected a list of texts");

        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
                throw new ArticleRecordException($"an item of \"{field}\" is a {Kind(item)}; expected text in quotation marks");
            if (item.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
                texts.Add(text.Trim());
        }

        return texts;
    }

    private static bool TryGet(JsonElement record, string field, out JsonElement value) =>
        record.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;

    private static void WriteConflicts(Utf8JsonWriter json, IReadOnlyList<ConflictingDate> conflicts)
    {
        if (conflicts.Count == 0)
            return;
        json.WriteStartArray("published_conflicts");
        foreach (var conflict in conflicts)
        {
            json.WriteStartObject();
            json.WriteString("published", conflict.Date.ToString());
            json.WriteString("published_from", RecordNames.Of(conflict.Provenance));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string field, string? value)
    {
        if (value is not null)
            json.WriteString(field, value);
    }

    private static void WriteList(Utf8JsonWriter json, string field, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(field);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "truth value",
        JsonValueKind.Array => "list",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static string Excerpt(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
