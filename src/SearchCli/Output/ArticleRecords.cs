using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf.Collections;
using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Writes article records that the indexer can read, one JSON object a line.</summary>
internal sealed class ArticleRecords(Stream output) : ArticleOutput
{
    private const int FlushThreshold = 1 << 16;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MemoryStream buffer = new();

    public override async Task WriteAsync(Article article, CancellationToken cancellation)
    {
        await using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, article);
        buffer.WriteByte((byte)'\n');
        if (buffer.Length >= FlushThreshold)
            await FlushAsync(cancellation);
    }

    public override async Task FlushAsync(CancellationToken cancellation)
    {
        await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellation);
        await output.FlushAsync(cancellation);
        buffer.SetLength(0);
    }

    public override ValueTask DisposeAsync() => buffer.DisposeAsync();

    private static void Write(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteString("headline", article.Headline);
        WriteOptional(json, "body", article.Body);
        if (article.Published.Value.Length > 0)
            json.WriteString("published", article.Published.Value);
        else
            json.WriteNull("published");
        json.WriteString("published_from", article.Published.Provenance.ToString().ToLowerInvariant());
        WriteOptional(json, "time_of_day", article.Published.TimeOfDay);
        WriteOptional(json, "source", article.Source);
        WriteOptional(json, "url", article.Url);
        WriteOptional(json, "language", article.Language);
        WriteList(json, "authors", article.Authors);
        WriteOptional(json, "section", article.Section);
        WriteList(json, "tags", article.Tags);
        json.WriteString("kind", article.Kind == Article.Types.Kind.Headline ? "headline" : "article");
        if (article.Entities.Count > 0)
        {
            json.WriteStartArray("entities");
            foreach (var entity in article.Entities)
            {
                json.WriteStartObject();
                json.WriteString("name", entity.Name);
                json.WriteString("type", entity.Type.ToString().ToLowerInvariant());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
            json.WriteString(name, value);
    }

    private static void WriteList(Utf8JsonWriter json, string name, RepeatedField<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
