using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsSearch.V1;
using SearchService.Calls;
using SearchService.Json;

namespace NewsSearch.Tests.Service.Json;

/// <summary>Replies over REST have the bytes that transcoding would write.</summary>
public sealed class MessageJsonTests
{
    private const int MaxDepth = 4;

    private static readonly MethodInfo Map = typeof(GrpcEndpointRouteBuilderExtensions).GetMethod(
        "MapGrpcService", 1, [typeof(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)])!;

    private static readonly string[] Texts = ["", "storm", "Åland “quoted” \"x\"\\ <b>&'\u0001\n", "\U0001F600 漢", "1815"];

    private static readonly double[] Numbers =
        [0, -0.0, 1, 0.1, 1e-30, 1e30, 11.035341, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon];

    private static readonly long[] Integers = [0, 1, -1, 1815, int.MaxValue, long.MaxValue, long.MinValue];

    private static readonly JsonSerializerOptions Transcoding = OptionsWith(services => services);

    private static readonly JsonSerializerOptions Ours =
        OptionsWith(services => services.AddSingleton<IPostConfigureOptions<GrpcJsonTranscodingOptions>, MessageJson>());

    /// <summary>Every message that a call of the contract answers with.</summary>
    public static TheoryData<string> Replies =>
        [.. Services().SelectMany(service => service.Methods).Select(method => method.OutputType.FullName).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Replies))]
    public void Any_reply_is_written_as_transcoding_writes_it(string name)
    {
        var type = Services().SelectMany(service => service.Methods).First(method => method.OutputType.FullName == name).OutputType;
        Gen.Int.Sample(
            seed =>
            {
                var message = Fill((IMessage)Activator.CreateInstance(type.ClrType)!, new Random(seed), MaxDepth);
                Assert.Equal(
                    JsonSerializer.Serialize(message, type.ClrType, Transcoding), JsonSerializer.Serialize(message, type.ClrType, Ours));
            },
            iter: 300);
    }

    [Fact]
    public void Transcoding_writes_with_our_writers() => Assert.Equal(
        (JsonTypeInfoKind.Object, JsonTypeInfoKind.None),
        (Transcoding.GetTypeInfo(typeof(SearchResponse)).Kind, Ours.GetTypeInfo(typeof(SearchResponse)).Kind));

    [Fact]
    public void A_request_is_read_as_transcoding_reads_it()
    {
        const string json = """{"query":"storm","page_size":3,"published":{"from":"1987"},"sources":["a","b"],"totals":"NONE"}""";
        var read = JsonSerializer.Deserialize<SearchRequest>(json, Ours)!;
        Assert.Equal(JsonSerializer.Deserialize<SearchRequest>(json, Transcoding), read);
        Assert.Equal(("storm", 3, "1987", 2), (read.Query, read.PageSize, read.Published.From, read.Sources.Count));
    }

    private static IEnumerable<Google.Protobuf.Reflection.ServiceDescriptor> Services() => typeof(SearchRequest).Assembly.GetTypes()
        .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
        .OfType<FileDescriptor>().SelectMany(file => file.Services);

    private static JsonSerializerOptions OptionsWith(Func<IServiceCollection, IServiceCollection> add)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddGrpc().AddJsonTranscoding();
        add(builder.Services);
        var app = builder.Build();
        // Transcoding learns of the messages with the services.
        foreach (var calls in typeof(SearchCalls).Assembly.GetTypes()
            .Where(type => type.BaseType?.Name.EndsWith("ServiceBase", StringComparison.Ordinal) == true))
            Map.MakeGenericMethod(calls).Invoke(null, [app]);
        return MessageJson.OptionsOf(app.Services.GetRequiredService<IOptions<GrpcJsonTranscodingOptions>>().Value);
    }

    private static IMessage Fill(IMessage message, Random random, int depth)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (random.Next(4) == 0)
                continue;
            if (field.IsMap)
            {
                ((IDictionary)field.Accessor.GetValue(message))[Texts[random.Next(Texts.Length)]] = Texts[random.Next(Texts.Length)];
            }
            else if (field.IsRepeated)
            {
                for (var i = random.Next(3); i > 0; i--)
                {
                    if (ValueOf(field, random, depth) is { } value)
                        ((IList)field.Accessor.GetValue(message)).Add(value);
                }
            }
            else if (ValueOf(field, random, depth) is { } value)
            {
                field.Accessor.SetValue(message, value);
            }
        }

        return message;
    }

    private static object? ValueOf(FieldDescriptor field, Random random, int depth) => field.FieldType switch
    {
        FieldType.String => Texts[random.Next(Texts.Length)],
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Int32 => (int)Integers[random.Next(5)],
        FieldType.Int64 => Integers[random.Next(Integers.Length)],
        FieldType.Double => Numbers[random.Next(Numbers.Length)],
        FieldType.Float => (float)Numbers[random.Next(Numbers.Length)],
        // Of a number that the enum lacks too, as a newer library may give.
        FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, random.Next(12)),
        FieldType.Bytes => ByteString.CopyFromUtf8(Texts[random.Next(Texts.Length)]),
        FieldType.Message when field.MessageType.FullName == "google.protobuf.Timestamp" =>
            Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddSeconds(random.Next())),
        FieldType.Message when depth > 0 =>
            Fill((IMessage)Activator.CreateInstance(field.MessageType.ClrType)!, random, depth - 1),
        FieldType.Message => null,
        _ => throw new InvalidOperationException($"a message has a field of the new type {field.FieldType}; make values of it here"),
    };
}
