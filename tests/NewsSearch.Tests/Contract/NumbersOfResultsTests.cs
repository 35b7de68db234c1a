using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using NewsSearch.Tests.Service.Paging;

namespace NewsSearch.Tests.Contract;

/// <summary>0 has one meaning in every <c>limit</c> and <c>page_size</c>, and docs/contract.md has the number that it stands for.</summary>
public sealed partial class NumbersOfResultsTests(RankedArchive archive) : IClassFixture<RankedArchive>
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    /// <summary>What else a request needs.</summary>
    private static readonly Dictionary<string, string> Requests = new()
    {
        ["Aggregate"] = """{"facets":["person"]}""",
        ["Concordance"] = """{"query":"storm"}""",
        ["FindSimilarArticles"] = """{"id":"a0"}""",
        ["ListCooccurrences"] = """{"id":"person:jane roe"}""",
        ["ListCopies"] = """{"id":"a0"}""",
        ["ListMentions"] = """{"id":"person:jane roe"}""",
        ["ListQuotations"] = """{"id":"person:jane roe"}""",
        ["ListRevisions"] = """{"id":"a0"}""",
        ["SearchEntities"] = """{"name":"roe"}""",
        ["Suggest"] = """{"text":"roe"}""",
    };

    /// <summary>Lists of the archive that have fewer entries than 0 stands for.</summary>
    private static readonly string[] Short =
        ["ListAlerts", "ListCopies", "ListCorrections", "ListGenerations", "ListQuotations", "ListRevisions", "ListSnapshots"];

    [Fact]
    public void The_table_has_every_number_of_results() => Assert.Equal(
        QueryCallTests.Calls.SelectMany(call => call.InputType.Fields.InDeclarationOrder()
                .Where(field => field.Name is "limit" or "page_size").Select(field => $"{call.Name}.{field.Name}"))
            .Order(StringComparer.Ordinal),
        Rows().Select(row => $"{row.Call}.{row.Field}").Order(StringComparer.Ordinal));

    [Fact]
    public async Task Zero_and_the_bounds_are_as_in_the_table()
    {
        foreach (var (name, field, usual, most) in Rows())
        {
            var call = QueryCallTests.Calls.Single(each => each.Name == name);
            Task<string> With(long number) => OutcomeAsync(call, field, number);
            var refused = $"FIELD_OUT_OF_RANGE {field}";
            Assert.Equal((name, refused), (name, await With(-1)));
            if (most is { } largest)
                Assert.Equal((name, refused), (name, await With(largest + 1)));
            Assert.NotEqual((name, refused), (name, await With(most ?? int.MaxValue)));
            Assert.Equal((name, await With(0)), (name, await With(usual ?? int.MaxValue)));
            if (!Short.Contains(name))
                Assert.NotEqual((name, await With(0)), (name, await With((usual ?? 11) - 1)));
        }
    }

    /// <summary>The response, or the reason of an error with its field.</summary>
    private async Task<string> OutcomeAsync(MethodDescriptor call, string field, long number)
    {
        var request = JsonParser.Default.Parse(Requests.GetValueOrDefault(call.Name, "{}"), call.InputType);
        var its = call.InputType.FindFieldByName(field);
        its.Accessor.SetValue(request, its.FieldType == FieldType.Int64 ? number : (object)(int)number);
        var invoker = archive.Service.Channel.CreateCallInvoker();
        var method = new Method<byte[], byte[]>(
            call.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary, call.Service.FullName, call.Name, Bytes, Bytes);
        try
        {
            if (!call.IsServerStreaming)
                return Convert.ToBase64String(await invoker.AsyncUnaryCall(method, null, default, request.ToByteArray()));
            using var stream = invoker.AsyncServerStreamingCall(method, null, default, request.ToByteArray());
            return string.Join(' ', await stream.ResponseStream.ReadAllAsync().Select(Convert.ToBase64String).ToListAsync());
        }
        catch (RpcException refused)
        {
            var status = refused.GetRpcStatus()!;
            return $"{status.GetDetail<ErrorInfo>()!.Reason} {status.GetDetail<BadRequest>()?.FieldViolations[0].Field}".TrimEnd();
        }
    }

    private static List<(string Call, string Field, int? Usual, int? Most)> Rows() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "docs", "contract.md")).Select(line => Row().Match(line)).Where(row => row.Success)
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value, Number(row.Groups[3].Value), Number(row.Groups[4].Value))),
    ];

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\| `(\w+)` \| `(page_size|limit)` \| ([\d,]+|all) \| ([\d,]+|any) \|$")]
    private static partial Regex Row();
}
