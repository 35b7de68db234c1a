using System.Reflection;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;

namespace SearchService.Json;

/// <summary>Makes the writer of one field of a message.</summary>
internal sealed class FieldWriters<TMessage>(FieldDescriptor field, MessageWriters writers)
{
    private static readonly MethodInfo One = Method(nameof(CreateOne));
    private static readonly MethodInfo List = Method(nameof(CreateList));
    private static readonly MethodInfo Other = Method(nameof(CreateOther));

    private readonly JsonEncodedText name = writers.Encode(field.JsonName);

    public FieldWriter<TMessage> Create()
    {
        var property = typeof(TMessage).GetProperty(field.PropertyName)
            ?? throw new InvalidOperationException($"{typeof(TMessage)} has no property {field.PropertyName}");
        var (method, value) = field.IsMap ? (Other, property.PropertyType)
            : field.IsRepeated ? (List, property.PropertyType.GenericTypeArguments[0])
            : (One, property.PropertyType);
        return (FieldWriter<TMessage>)method.MakeGenericMethod(value).Invoke(this, [property.GetMethod])!;
    }

    private FieldWriter<TMessage> CreateOne<TValue>(MethodInfo getter)
    {
        var (get, write) = (getter.CreateDelegate<Func<TMessage, TValue>>(), writers.Of<TValue>(field));
        if (field.FieldType == FieldType.Message)
        {
            return (json, message) =>
            {
                if (get(message) is { } value)
                    WriteNamed(json, value);
            };
        }

        if (!field.HasPresence)
            return (json, message) => WriteNamed(json, get(message));
        return (json, message) =>
        {
            if (field.Accessor.HasValue((IMessage)message!))
                WriteNamed(json, get(message));
        };

        void WriteNamed(Utf8JsonWriter json, TValue value)
        {
            json.WritePropertyName(name);
            write(json, value);
        }
    }

    private FieldWriter<TMessage> CreateList<TValue>(MethodInfo getter)
    {
        var (get, write) = (getter.CreateDelegate<Func<TMessage, RepeatedField<TValue>>>(), writers.Of<TValue>(field));
        return (json, message) =>
        {
            json.WriteStartArray(name);
            var values = get(message);
            for (var i = 0; i < values.Count; i++)
                write(json, values[i]);
            json.WriteEndArray();
        };
    }

    /// <summary>A map, which transcoding writes.</summary>
    private FieldWriter<TMessage> CreateOther<TValue>(MethodInfo getter)
    {
        var get = getter.CreateDelegate<Func<TMessage, TValue>>();
        return (json, message) =>
        {
            json.WritePropertyName(name);
            writers.WriteAsTranscoding(json, get(message));
        };
    }

    private static MethodInfo Method(string name) =>
        typeof(FieldWriters<TMessage>).GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!;
}
