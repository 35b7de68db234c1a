using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.Extensions.Options;

namespace SearchService.Json;

/// <summary>
/// Has transcoding write replies with <see cref="MessageWriters"/>: the same bytes, in less time. It goes on reading requests itself.
/// </summary>
/// <remarks>
/// Transcoding keeps the options of its JSON to itself; this is the one place that looks inside. A test compares the bytes.
/// </remarks>
internal sealed class MessageJson : IPostConfigureOptions<GrpcJsonTranscodingOptions>
{
    public void PostConfigure(string? name, GrpcJsonTranscodingOptions options) => Use(OptionsOf(options));

    /// <summary>The options with which transcoding reads requests and writes the replies of all calls but streams.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_UnarySerializerOptions")]
    internal static extern JsonSerializerOptions OptionsOf(GrpcJsonTranscodingOptions options);

    private static void Use(JsonSerializerOptions options)
    {
        var transcoding = new JsonSerializerOptions(options);
        options.TypeInfoResolver = new Resolver(options.TypeInfoResolver!, transcoding);
    }

    private sealed class Resolver(IJsonTypeInfoResolver others, JsonSerializerOptions transcoding) : IJsonTypeInfoResolver
    {
        private readonly MessageWriters writers = new(transcoding);

        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            TryDescribe(type, out var message) && MessageWriters.CanWrite(message)
                ? (JsonTypeInfo)typeof(Resolver).GetMethod(nameof(Of), BindingFlags)!.MakeGenericMethod(type)
                    .Invoke(this, [message, options])!
                : others.GetTypeInfo(type, options);

        private JsonTypeInfo<TMessage> Of<TMessage>(MessageDescriptor type, JsonSerializerOptions options) =>
            JsonMetadataServices.CreateValueInfo<TMessage>(options, new Converter<TMessage>(writers.Of<TMessage>(type), transcoding));

        private static bool TryDescribe(Type type, [NotNullWhen(true)] out MessageDescriptor? message)
        {
            message = typeof(IMessage).IsAssignableFrom(type) ? type.GetProperty("Descriptor")?.GetValue(null) as MessageDescriptor : null;
            return message is not null;
        }

        private const System.Reflection.BindingFlags BindingFlags =
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic;
    }

    private sealed class Converter<TMessage>(MessageWriter<TMessage> writer, JsonSerializerOptions transcoding) : JsonConverter<TMessage>
    {
        public override TMessage? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<TMessage>(ref reader, transcoding);

        public override void Write(Utf8JsonWriter json, TMessage value, JsonSerializerOptions options) => writer.Write(json, value);
    }
}
