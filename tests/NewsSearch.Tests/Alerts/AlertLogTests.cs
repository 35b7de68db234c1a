using NewsIndex.Alerts;
using NewsIndex.Generations;
using NewsIndex.Repeats;

namespace NewsSearch.Tests.Alerts;

public sealed class AlertLogTests : IDisposable
{
    private static readonly Generation Since = new(7, 0xABC);

    private readonly TemporaryFolder folder = new();

    private string Path => folder.File("index-alerts.jsonl");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Alerts_are_there_after_a_restart()
    {
        var log = Open();
        var first = log.Create("floods", "anna", "flood*", Since);
        var second = log.Create("", "ben", "\"oil price\"", Since);
        Assert.True(log.Delete(first.Number, "anna", _ => true));
        Assert.False(log.Delete(first.Number, "anna", _ => true));
        Assert.False(log.Delete(second.Number, "anna", alert => alert.Owner == "anna"));
        Assert.Equal([second], Open().Current.All);
        Assert.Equal(3, Open().Create("", "", "fog", Since).Number);
    }

    [Fact]
    public void What_one_process_creates_another_sees()
    {
        var (one, other) = (Open(), Open());
        Assert.Empty(other.Current.All);
        var made = one.Create("floods", "anna", "flood*", Since);
        Assert.Equal(2, other.Create("fires", "ben", "fire", Since).Number);
        Assert.Equal([made.Number, 2], other.Current.All.Select(alert => alert.Number));
    }

    [Fact]
    public void A_line_that_was_cut_off_does_not_count_and_goes_away()
    {
        var made = Open().Create("floods", "anna", "flood*", Since);
        var whole = File.ReadAllBytes(Path);
        // Without its line feed alone, the line would be whole.
        for (var length = 1; length < whole.Length - 1; length++)
        {
            File.WriteAllBytes(Path, [.. whole, .. whole.AsSpan(0, length)]);
            Assert.Equal([made], Open().Current.All);
        }

        Assert.Equal(2, Open().Create("fires", "ben", "fire", Since).Number);
        Assert.Equal(2, File.ReadAllLines(Path).Length);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("{\"change\":\"create\",\"number\":2,\"name\":\"\",\"query\":\"x\",\"since\":\"nowhere\"}")]
    [InlineData("{\"change\":\"create\",\"number\":2,\"name\":\"\",\"query\":\"x\",\"since\":\"7-0000000000000abc\",\"request\":{}}")]
    [InlineData("{\"change\":\"forget\",\"number\":1}")]
    [InlineData("{\"change\":\"delete\",\"number\":0}")]
    public void A_line_that_is_no_change_makes_all_alerts_unavailable(string line)
    {
        Open().Create("floods", "anna", "flood*", Since);
        File.AppendAllText(Path, line + "\n");
        var failure = Assert.Throws<AlertsUnavailableException>(() => Open().Current);
        Assert.StartsWith("line 2 of index-alerts.jsonl is not a change of alerts (", failure.Message, StringComparison.Ordinal);
        Assert.Throws<AlertsUnavailableException>(() => Open().Create("fires", "ben", "fire", Since));
    }

    [Fact]
    public void A_request_that_comes_again_has_the_first_alert_deleted_or_not_and_creates_none()
    {
        var request = new WriteRequest("anna", "1", "floods");
        var made = Open().Create("floods", "anna", "flood*", Since, request);
        Assert.Equal(made, Open().Create("floods", "anna", "flood*", new Generation(9, 9), request));
        Assert.True(Open().Delete(1, "anna", _ => true));
        Assert.Equal(made, Open().Create("floods", "anna", "flood*", Since, request));
        Assert.Equal(made, Open().Current.CreatedBy(request));
        Assert.Empty(Open().Current.All);
        var other = request with { Digest = "fires" };
        Assert.Equal("1", Assert.Throws<RequestIdReusedException>(() => Open().Create("fires", "anna", "fire", Since, other)).Id);
        Assert.Equal(2, Open().Create("fires", "ben", "fire", Since, other with { Caller = "ben" }).Number);
        Assert.Null(Open().Current.CreatedBy(null));
    }

    [Fact]
    public async Task Of_16_callers_with_one_request_one_creates()
    {
        AlertLog[] logs = [Open(), Open()];
        var request = new WriteRequest("", "1", "floods");
        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
            logs[i % 2].Create("floods", "", "flood*", Since, request))));
        Assert.All(made, alert => Assert.Equal(made[0], alert));
        Assert.Single(Open().Current.All);
    }

    [Fact]
    public void A_file_that_vanishes_is_missed()
    {
        var clock = new ManualClock();
        var log = new AlertLog(Path, clock);
        log.Create("floods", "anna", "flood*", Since);
        File.Delete(Path);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("is gone, with 1 alerts", Assert.Throws<AlertsUnavailableException>(() => log.Current).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_owner_has_a_maximum_of_alerts()
    {
        const string rest = "\"who\":\"anna\",\"when\":\"2026-01-01T00:00:00Z\",\"name\":\"\",\"query\":\"x\","
            + "\"since\":\"0-0000000000000000\"";
        var changes = Enumerable.Range(1, AlertLog.MaxPerOwner).Select(i => $"{{\"change\":\"create\",\"number\":{i},{rest}}}");
        File.WriteAllLines(Path, changes);
        var log = Open();
        Assert.Equal(AlertLog.MaxPerOwner, Assert.Throws<TooManyAlertsException>(() => log.Create("", "anna", "y", Since)).Limit);
        Assert.Equal(AlertLog.MaxPerOwner + 1, log.Create("", "ben", "y", Since).Number);
        log.Delete(1, "anna", _ => true);
        Assert.Equal("anna", log.Create("", "anna", "y", Since).Owner);
    }

    private AlertLog Open() => new(Path, TimeProvider.System);
}
