using System.Text.Json;

namespace NewsIndex.Articles;

/// <summary>
/// Reads records that <see cref="ArticleRecord.ToJson"/> wrote, in one pass and without a document in between. Every hit that is shown
/// is read this way.
/// </summary>
internal static class WrittenRecord
{
    /// <summary>Returns the same article as <see cref="ArticleRecord.Read(ReadOnlyMemory{byte})"/>.</summary>
    /// <exception cref="ArticleRecordException">The text is not such a record.</exception>
    public static Article Read(ReadOnlyMemory<byte> utf8) => Read(utf8, withBody: true).Article;

    /// <summary>Returns the article with an empty body, and the kind that it has with its own.</summary>
    /// <exception cref="ArticleRecordException">The text is not such a record.</exception>
    public static (Article Article, ArticleKind Kind) ReadWithoutBody(ReadOnlyMemory<byte> utf8) => Read(utf8, withBody: false);

    private static (Article Article, ArticleKind Kind) Read(ReadOnlyMemory<byte> utf8, bool withBody)
    {
        try
        {
            if (new Fields(withBody).Read(utf8.Span) is { } read)
                return read;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The general reader says what is wrong.
        }

        var article = ArticleRecord.Read(utf8);
        return (withBody ? article : article with { Body = "" }, article.Kind);
    }

    /// <summary>Values of one record, in whatever order it has them.</summary>
    private sealed class Fields(bool withBody)
    {
        private List<ConflictingDate>? conflicts;
        private List<string>? authors;
        private List<string>? tags;
        private List<NamedEntity>? entities;
        private string? id;
        private string? headline;
        private string? body;
        private string? published;
        private string? publishedFrom;
        private string? timeOfDay;
        private string? source;
        private string? url;
        private string? language;
        private string? section;
        private bool hasBody;

        /// <returns>Null for a record that is not as it would have been written.</returns>
        public (Article Article, ArticleKind Kind)? Read(ReadOnlySpan<byte> utf8)
        {
            var json = new Utf8JsonReader(utf8);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
                return null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (!ReadField(ref json))
                    return null;
            }

            return json.Read() ? null : ToArticle();
        }

        /// <returns>False for a value that is not as it would have been written.</returns>
        private bool ReadField(ref Utf8JsonReader json)
        {
            if (json.ValueTextEquals("id"u8))
                return ReadText(ref json, ref id);
            if (json.ValueTextEquals("headline"u8))
                return ReadText(ref json, ref headline);
            if (json.ValueTextEquals("body"u8))
                return ReadBody(ref json);
            if (json.ValueTextEquals("published"u8))
                return ReadText(ref json, ref published);
            if (json.ValueTextEquals("published_from"u8))
                return ReadText(ref json, ref publishedFrom);
            if (json.ValueTextEquals("source"u8))
                return ReadText(ref json, ref source);
            if (json.ValueTextEquals("language"u8))
                return ReadText(ref json, ref language);
            if (json.ValueTextEquals("url"u8))
                return ReadText(ref json, ref url);
            if (json.ValueTextEquals("section"u8))
                return ReadText(ref json, ref section);
            if (json.ValueTextEquals("time_of_day"u8))
                return ReadText(ref json, ref timeOfDay);
            if (json.ValueTextEquals("authors"u8))
                return ReadTexts(ref json, out authors);
            if (json.ValueTextEquals("tags"u8))
                return ReadTexts(ref json, out tags);
            if (json.ValueTextEquals("entities"u8))
                return ReadEntities(ref json);
            if (json.ValueTextEquals("published_conflicts"u8))
                return ReadConflicts(ref json);
            // The kind follows from the body.
            json.Skip();
            return true;
        }

        private (Article Article, ArticleKind Kind)? ToArticle()
        {
            if (ToPublished() is not { } date || id is null || id.Length > ArticleId.MaximumLength || (headline is null && !hasBody))
                return null;
            var article = new Article
            {
                Id = id,
                Headline = headline?.Trim() ?? "",
                Body = body?.Trim() ?? "",
                Published = date,
                Source = source,
                Url = url,
                Language = language,
                Section = section,
                Authors = authors ?? (IReadOnlyList<string>)[],
                Tags = tags ?? (IReadOnlyList<string>)[],
                Entities = entities ?? (IReadOnlyList<NamedEntity>)[],
            };
            return (article, hasBody ? ArticleKind.Article : ArticleKind.Headline);
        }

        /// <returns>Null when date, time or origin are invalid or do not fit together.</returns>
        private PublishedDate? ToPublished()
        {
            PartialDate? date = null;
            if (published is not null && !PartialDate.TryParse(published, out date))
                return null;
            TimeOnly? time = null;
            if (timeOfDay is not null)
            {
                if (!PublishedDate.TryParseTimeOfDay(timeOfDay, out var parsed))
                    return null;
                time = parsed;
            }

            if (date is null && time is null)
                return PublishedDate.Unknown;
            return RecordNames.ProvenanceOf(publishedFrom) is { } provenance
                ? new PublishedDate(date, time, provenance) { Conflicts = conflicts ?? (IReadOnlyList<ConflictingDate>)[] }
                : null;
        }

        private bool ReadBody(ref Utf8JsonReader json)
        {
            if (withBody)
            {
                var isText = ReadText(ref json, ref body);
                hasBody = body is not null;
                return isText;
            }

            json.Read();
            hasBody = json.TokenType == JsonTokenType.String
                && (BeginsWithLetter(json.ValueSpan) || !string.IsNullOrWhiteSpace(json.GetString()));
            return json.TokenType is JsonTokenType.String or JsonTokenType.Null;
        }

        /// <summary>True for most texts that are not blank, false for those that have to be decoded to tell.</summary>
        private static bool BeginsWithLetter(ReadOnlySpan<byte> json) =>
            json.Length > 0 && json[0] is > (byte)' ' and < 0x80 and not (byte)'\\';

        private bool ReadConflicts(ref Utf8JsonReader json)
        {
            var read = conflicts = [];
            return ReadList(ref json, (ref Utf8JsonReader item) =>
            {
                string? date = null;
                string? from = null;
                if (!ReadPair(ref item, "published"u8, ref date, "published_from"u8, ref from)
                    || date is null || !PartialDate.TryParse(date, out var parsed) || RecordNames.ProvenanceOf(from) is not { } provenance)
                    return false;
                read.Add(new ConflictingDate(parsed, provenance));
                return true;
            });
        }

        private bool ReadEntities(ref Utf8JsonReader json)
        {
            var read = entities = [];
            return ReadList(ref json, (ref Utf8JsonReader item) =>
            {
                string? name = null;
                string? type = null;
                if (!ReadPair(ref item, "name"u8, ref name, "type"u8, ref type)
                    || name is null || RecordNames.TypeOf(type) is not { } known)
                    return false;
                read.Add(new NamedEntity(name, known));
                return true;
            });
        }

        private static bool ReadTexts(ref Utf8JsonReader json, out List<string> texts)
        {
            var read = texts = [];
            return ReadList(ref json, (ref Utf8JsonReader item) =>
            {
                if (item.TokenType != JsonTokenType.String)
                    return false;
                if (item.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
                    read.Add(text.Trim());
                return true;
            });
        }

        private delegate bool ItemReader(ref Utf8JsonReader item);

        private static bool ReadList(ref Utf8JsonReader json, ItemReader read)
        {
            json.Read();
            if (json.TokenType == JsonTokenType.Null)
                return true;
            if (json.TokenType != JsonTokenType.StartArray)
                return false;
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (!read(ref json))
                    return false;
            }

            return true;
        }

        /// <summary>Reads an object with two texts.</summary>
        private static bool ReadPair(
            ref Utf8JsonReader json, ReadOnlySpan<byte> firstName, ref string? first, ReadOnlySpan<byte> secondName, ref string? second)
        {
            if (json.TokenType != JsonTokenType.StartObject)
                return false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isText = json.ValueTextEquals(firstName) ? ReadText(ref json, ref first)
                    : json.ValueTextEquals(secondName) && ReadText(ref json, ref second);
                if (!isText)
                    return false;
            }

            return true;
        }

        /// <summary>Reads a text, as null where it is null or blank.</summary>
        private static bool ReadText(ref Utf8JsonReader json, ref string? value)
        {
            json.Read();
            if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                return false;
            value = json.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
            return true;
        }
    }
}
