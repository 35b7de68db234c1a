using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SearchService.Telemetry;

namespace NewsSearch.Tests.Service.Telemetry;

public sealed class LineFormatterTests
{
    private readonly LineFormatter formatter = new(new ManualClock());

    [Theory]
    [InlineData("a sentence", "a sentence")]
    [InlineData("one\r\n2026-01-01T00:00:00.000Z crit two", "one  2026-01-01T00:00:00.000Z crit two")]
    [InlineData("red \u001b[31m and \u2028 more", "red  [31m and   more")]
    public void An_entry_is_one_line(string message, string shown)
    {
        using var output = new StringWriter();
        formatter.Write(
            new LogEntry<string>(LogLevel.Warning, "NewsSearch", new EventId(1, "Happened"), message, null, (state, _) => state), null,
            output);
        var line = Assert.Single(output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z warn NewsSearch\[Happened\] ", line);
        Assert.EndsWith(" " + shown, line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_on_the_line_of_its_message()
    {
        using var output = new StringWriter();
        var failure = new InvalidOperationException("first\nsecond");
        formatter.Write(
            new LogEntry<string>(LogLevel.Error, "NewsSearch", default, "it failed", failure, (state, _) => state), null, output);
        Assert.Contains("it failed | System.InvalidOperationException: first second", output.ToString(), StringComparison.Ordinal);
    }
}
