using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SearchService.Access;
using SearchService.Settings;

namespace NewsSearch.Tests.Service.Access;

public sealed class KeyFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();

    private string KeyPath => folder.File("keys.jsonl");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Keys_read_as_they_were_written()
    {
        var (_, id, hash) = KeySecret.Create();
        var key = new ApiKey(id, "desk \u2026", hash, [AccessScope.Search, AccessScope.Ingest], ["Herald", "Evening Post"],
            new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.Zero), 10, 4);
        KeyFile.Write(KeyPath, [key, key with { Id = "00000000", Sources = null, Expires = null, CallsPerSecond = null }]);
        var read = KeyFile.Read(KeyPath);
        Assert.Equal(2, read.Count);
        Assert.Equivalent(key, read[0], strict: true);
        Assert.Equal((null, null, null, 4), (read[1].Sources, read[1].Expires, read[1].CallsPerSecond, read[1].ConcurrentCalls));
    }

    [Fact]
    public void The_file_holds_no_key_and_only_its_owner_reads_it()
    {
        var (text, id, hash) = KeySecret.Create();
        KeyFile.Write(KeyPath, [new ApiKey(id, "desk", hash, [AccessScope.Search], null, null, null, null)]);
        Assert.DoesNotContain(text.Split('_', 3)[2], File.ReadAllText(KeyPath), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"id":"0123456","name":"a","sha256":"HASH","scopes":["search"]}""")]
    [InlineData("""{"id":"01234567","name":"a","sha256":"00","scopes":["search"]}""")]
    [InlineData("""{"id":"01234567","name":"a","sha256":"HASH","scopes":["everything"]}""")]
    [InlineData("""{"id":"01234567","name":"a","sha256":"HASH","scopes":[]}""")]
    [InlineData("""{"id":"01234567","name":"","sha256":"HASH","scopes":["search"]}""")]
    [InlineData("""{"id":"01234567","name":"a\nb","sha256":"HASH","scopes":["search"]}""")]
    [InlineData("""{"id":"01234567","name":"a","sha256":"HASH","scopes":["search"],"sources":[]}""")]
    [InlineData("""{"id":"01234567","name":"a","sha256":"HASH","scopes":["correct"],"sources":["Herald"]}""")]
    [InlineData("""{"id":"01234567","name":"a","sha256":"HASH","scopes":["search"],"source":["Herald"]}""")]
    [InlineData("""{"id":"01234567","name":"a","sha256":"HASH","scopes":["search"],"callsPerSecond":0}""")]
    [InlineData("""{"id":"01234567","name":"a","sha256":"HASH","scopes":["search"],"expires":"soon"}""")]
    public void A_line_that_grants_something_else_than_it_seems_is_refused(string line)
    {
        const string Good = """{"id":"76543210","name":"b","sha256":"HASH","scopes":["search"]}""";
        File.WriteAllText(KeyPath, $"{Good}\n{line}\n".Replace("HASH", new string('a', 64), StringComparison.Ordinal));
        if (line.Length == 0)
            Assert.Single(KeyFile.Read(KeyPath));
        else
            Assert.StartsWith("line 2 of keys.jsonl", Assert.Throws<FormatException>(() => KeyFile.Read(KeyPath)).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_taken_and_refused_as_the_file_changes_and_a_slip_in_it_shuts_nobody_out()
    {
        var (first, second) = (KeySecret.Create(), KeySecret.Create());
        Write(first);
        var log = new CapturedLog();
        using var loggers = new LoggerFactory([log]);
        var ring = new KeyRing(OptionsOf(), clock, loggers.CreateLogger<KeyRing>());
        Assert.Equal(("first", null), (ring.Find(first.Text)?.Id == first.Id ? "first" : null, ring.Find(second.Text)));

        Write(first, second);
        Assert.Null(ring.Find(second.Text));
        clock.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Equal(second.Id, ring.Find(second.Text)?.Id);

        File.AppendAllText(KeyPath, "not a key\n");
        clock.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Equal(second.Id, ring.Find(second.Text)?.Id);
        Assert.True(ring.IsStale);
        Assert.Contains("line 3 of keys.jsonl is not a key", log.Entries.Last().Line, StringComparison.Ordinal);

        Write(second);
        clock.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Null(ring.Find(first.Text));
        Assert.False(ring.IsStale);
    }

    [Fact]
    public void A_key_is_its_id_and_its_whole_secret()
    {
        var key = KeySecret.Create();
        Write(key);
        var ring = new KeyRing(OptionsOf(), clock, NullLogger<KeyRing>.Instance);
        Assert.NotNull(ring.Find(key.Text));
        Assert.All(
            [
                key.Text[..^1], key.Text + "A", key.Text.ToUpperInvariant(), $"nsk_{key.Id}_", $"nsk_{key.Id}", "nsk_", "",
                KeySecret.Create().Text, key.Text.Replace(key.Id, "00000000", StringComparison.Ordinal),
            ],
            wrong => Assert.Null(ring.Find(wrong)));
    }

    [Fact]
    public void A_file_that_is_not_there_stops_the_start() =>
        Assert.Throws<FileNotFoundException>(() => new KeyRing(OptionsOf(), clock, NullLogger<KeyRing>.Instance));

    private IOptions<SearchOptions> OptionsOf() => Options.Create(new SearchOptions { Access = { KeyFile = KeyPath } });

    private void Write(params (string Text, string Id, byte[] Hash)[] keys) =>
        KeyFile.Write(KeyPath, keys.Select(key => new ApiKey(key.Id, "desk", key.Hash, [AccessScope.Search], null, null, null, null)));
}
