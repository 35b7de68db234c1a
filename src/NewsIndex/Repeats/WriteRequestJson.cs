using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsIndex.Repeats;

/// <summary>
/// A request in the JSON of the record that it led to. One without its id or its digest is refused, whatever the options of the record: its
/// repeat would not be recognised.
/// </summary>
internal sealed class WriteRequestJson : JsonConverter<WriteRequest>
{
    public override WriteRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Form>(ref reader) is { Id.Length: > 0, Digest.Length: > 0 } form
            ? new WriteRequest(form.Caller ?? "", form.Id, form.Digest)
            : throw new JsonException("a request has no id or no digest");

    public override void Write(Utf8JsonWriter writer, WriteRequest value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Form(value.Caller.Length > 0 ? value.Caller : null, value.Id, value.Digest));

    private sealed record Form(
        [property: JsonPropertyName("caller"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Caller,
        [property: JsonPropertyName("id")] string? Id,
        [property: JsonPropertyName("digest")] string? Digest);
}
