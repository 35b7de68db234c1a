using System.Text.Json;
using Google.Protobuf.Reflection;

namespace SearchService.Json;

/// <summary>Writes messages of one type as JSON, by functions that are made once for each field.</summary>
/// <remarks>Transcoding asks the descriptor of every field of every message instead, and wraps each number into an object.</remarks>
internal sealed class MessageWriter<TMessage>(MessageDescriptor type, MessageWriters writers)
{
    // Made with the first message, since a message may hold messages of its own type.
    private readonly Lazy<FieldWriter<TMessage>[]> fields =
        new(() => [.. type.Fields.InFieldNumberOrder().Select(field => new FieldWriters<TMessage>(field, writers).Create())]);

    public void Write(Utf8JsonWriter json, TMessage message)
    {
        json.WriteStartObject();
        foreach (var field in fields.Value)
            field(json, message);
        json.WriteEndObject();
    }
}

/// <summary>Writes the name and the value of one field, or nothing when the message does not have it.</summary>
internal delegate void FieldWriter<in TMessage>(Utf8JsonWriter json, TMessage message);

/// <summary>Writes one value.</summary>
internal delegate void ValueWriter<in TValue>(Utf8JsonWriter json, TValue value);
