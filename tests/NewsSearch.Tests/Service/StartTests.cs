using System.Net;
using System.Net.Sockets;
using SearchService;
using SearchService.Settings;

namespace NewsSearch.Tests.Service;

/// <summary>How the service reads its command line, and what it says when it cannot start.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--grpcport 7000", 2,
        "--grpcport is not an option of the service; expected one that --help lists; did you mean --grpc-port?")]
    [InlineData("--nonsense 5", 2, "--nonsense is not an option of the service; expected one that --help lists")]
    [InlineData("--Search:GrpcPrt 7000", 2,
        "--Search:GrpcPrt is not an option of the service; expected one that --help lists; did you mean --Search:GrpcPort?")]
    [InlineData("serve", 2, "serve is not an option of the service; expected one that --help lists")]
    [InlineData("--grpc-port", 2, "--grpc-port has no value; expected --grpc-port N")]
    [InlineData("--grpc-port --http-port 5080", 2, "--grpc-port has no value; expected --grpc-port N")]
    [InlineData("--http-port 1 --http-port 2", 2, "--http-port is given twice; expected it once")]
    [InlineData("--grpc-port seven", 1, "the configuration is invalid: ")]
    [InlineData("--grpc-port 70000", 1, "Search:GrpcPort is out of range (70000); expected 0 to 65535")]
    [InlineData("--Search:Index:Limits:Clauses -5", 1, "Search:Index:Limits:Clauses is out of range (-5); expected 1 to 100000")]
    [InlineData("--Search:Index:Limits:Length 0", 1, "Search:Index:Limits:Length is out of range (0); expected 256 to 1000000")]
    [InlineData("--Search:Deadline 00:00:00", 1, "Search:Deadline is out of range (00:00:00); expected 00:00:00.050 to 00:05:00")]
    [InlineData("--address nowhere", 1, "Search:Address is invalid (\"nowhere\"); expected an IP address such as 127.0.0.1, or localhost")]
    [InlineData("--address 203.0.113.1", 1, "http://203.0.113.1:0 is open to the network while access is off; expected "
        + "Search:Access:KeyFile or Search:Access:Jwt:Issuer; set one of them, or listen on 127.0.0.1")]
    [InlineData("--address 0.0.0.0", 1, "http://0.0.0.0:0 is open to the network while access is off")]
    [InlineData("--address ::", 1, "http://[::]:0 is open to the network while access is off")]
    [InlineData("--Kestrel:Endpoints:Grpc:Url https://*:0", 1, "https://*:0 is open to the network while access is off")]
    [InlineData("--Kestrel:Endpoints:Grpc:Url http://archive.example:0", 1, "http://archive.example:0 is open to the network")]
    [InlineData("--Search:Access:KeyFile nowhere/keys.jsonl", 1, "nowhere/keys.jsonl cannot be read")]
    [InlineData("--Search:Access:Jwt:Issuer https://login.example", 1, "Search:Access:Jwt:Audience is empty")]
    [InlineData("--Search:Access:Jwt:Issuer http://login.example --Search:Access:Jwt:Audience a", 1,
        "Search:Access:Jwt:Issuer is invalid; expected an address that begins with https://")]
    [InlineData("--Search:Access:ConcurrentCalls -1", 1, "Search:Access:ConcurrentCalls is out of range (-1); expected 0 to 100000")]
    public async Task What_cannot_be_started_is_said_in_a_sentence(string arguments, int exit, string sentence)
    {
        string[] args =
            [.. arguments.Split(' '),
            .. arguments.Contains("port", StringComparison.OrdinalIgnoreCase) ? [] : (string[])["--grpc-port", "0", "--http-port", "0"]];
        var (code, _, error) = await CapturedConsole.RunAsync(() => SearchServiceProgram.RunAsync(args, TimeProvider.System));
        Assert.Equal(exit, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_with_what_to_do()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (code, _, error) =
            await CapturedConsole.RunAsync(() =>
            SearchServiceProgram.RunAsync(["--grpc-port", $"{port}", "--http-port", "0"], TimeProvider.System));
        Assert.Equal(1, code);
        Assert.Contains($"{port}", error, StringComparison.Ordinal);
        Assert.Contains("choose others with --grpc-port and --http-port", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_lists_every_setting_with_its_range_and_default(string argument)
    {
        var (code, output, _) = await CapturedConsole.RunAsync(() => SearchServiceProgram.RunAsync([argument], TimeProvider.System));
        Assert.Equal(0, code);
        Assert.Contains("Search:Deadline  00:00:00.050 to 00:05:00; default 00:00:10", output, StringComparison.Ordinal);
        Assert.Contains("Search:Index:Limits:Clauses  1 to 100000; default 1024", output, StringComparison.Ordinal);
        Assert.Contains("Search:Index:Directory  default index", output, StringComparison.Ordinal);
        Assert.All(ServiceSetting.All, setting =>
        {
            Assert.Contains($"  {setting.Name}  ", output, StringComparison.Ordinal);
            Assert.NotEmpty(setting.Summary);
        });
    }

    /// <summary>An address of no interface of this machine, so that nothing listens whatever the check says.</summary>
    [Fact]
    public async Task With_keys_an_address_of_the_network_is_tried()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("keys.jsonl"), "");
        var (code, _, error) = await CapturedConsole.RunAsync(() => SearchServiceProgram.RunAsync(
            ["--address", "203.0.113.1", "--grpc-port", "0", "--http-port", "0", "--Search:Access:KeyFile", folder.File("keys.jsonl")],
            TimeProvider.System));
        Assert.Equal(1, code);
        Assert.Contains("the address or port is not available", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Localhost_is_an_address_to_listen_on()
    {
        await using var service = new RunningService("--address", "localhost");
        await service.InitializeAsync();
        Assert.Equal("127.0.0.1", service.Http.BaseAddress!.Host);
    }
}
