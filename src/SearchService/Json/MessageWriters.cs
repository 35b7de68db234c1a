using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Google.Protobuf.Reflection;
using Type = System.Type;

namespace SearchService.Json;

/// <summary>
/// The writers of all messages of the contract, made when they are needed. They write the bytes that transcoding would.
/// </summary>
/// <param name="transcoding">The options of transcoding, which write all values that have a form of their own, such as times.</param>
internal sealed class MessageWriters(JsonSerializerOptions transcoding)
{
    private const string WellKnown = "google.protobuf.";

    private readonly ConcurrentDictionary<Type, object> writers = [];

    public JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, transcoding.Encoder);

    /// <summary>False for the messages of protobuf itself, which have forms of their own.</summary>
    public static bool CanWrite(MessageDescriptor type) => !type.FullName.StartsWith(WellKnown, StringComparison.Ordinal);

    public MessageWriter<TMessage> Of<TMessage>(MessageDescriptor type) =>
        (MessageWriter<TMessage>)writers.GetOrAdd(typeof(TMessage), _ => new MessageWriter<TMessage>(type, this));

    /// <summary>The writer of one value of a field.</summary>
    public ValueWriter<TValue> Of<TValue>(FieldDescriptor field) => (ValueWriter<TValue>)(object)(field.FieldType switch
    {
        FieldType.String => (ValueWriter<string>)((json, value) => json.WriteStringValue(value)),
        FieldType.Bool => (ValueWriter<bool>)((json, value) => json.WriteBooleanValue(value)),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => (ValueWriter<int>)((json, value) => json.WriteNumberValue(value)),
        FieldType.Float => (ValueWriter<float>)WriteFloat,
        FieldType.Double => (ValueWriter<double>)WriteDouble,
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 when !IsAsText(1L) =>
            (ValueWriter<long>)((json, value) => json.WriteNumberValue(value)),
        FieldType.Enum => OfEnum<TValue>(field.EnumType),
        FieldType.Message when CanWrite(field.MessageType) => (ValueWriter<TValue>)Of<TValue>(field.MessageType).Write,
        _ => (ValueWriter<TValue>)WriteAsTranscoding,
    });

    public void WriteAsTranscoding<TValue>(Utf8JsonWriter json, TValue value) => JsonSerializer.Serialize(json, value, transcoding);

    private bool IsAsText(long number) => JsonSerializer.Serialize(number, transcoding)[0] == '"';

    private void WriteFloat(Utf8JsonWriter json, float value)
    {
        if (float.IsFinite(value))
            json.WriteNumberValue(value);
        else
            WriteAsTranscoding(json, value);
    }

    private void WriteDouble(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            WriteAsTranscoding(json, value);
    }

    private ValueWriter<TValue> OfEnum<TValue>(EnumDescriptor type)
    {
        var names = new Dictionary<int, JsonEncodedText>();
        // Of several names of a number the first is its own.
        foreach (var value in type.Values)
            names.TryAdd(value.Number, Encode(value.Name));
        return (json, value) =>
        {
            if (names.TryGetValue(Unsafe.As<TValue, int>(ref value), out var name))
                json.WriteStringValue(name);
            else
                WriteAsTranscoding(json, value);
        };
    }
}
