using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace SearchService.Telemetry;

/// <summary>
/// Writes an entry of the log as one line: time in UTC, level, category, event, request id, message. Characters that control a terminal, or
/// would begin a line, become spaces; an exception follows the message on the same line.
/// </summary>
internal sealed class LineFormatter(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "line";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var request = Activity.Current?.TraceId.ToHexString() ?? "-";
        var failure = logEntry.Exception is { } exception ? $" | {exception}" : "";
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {WordOf(logEntry.LogLevel)} {logEntry.Category}[{logEntry.EventId.Name}] "
            + $"{request} {logEntry.Formatter(logEntry.State, logEntry.Exception)}{failure}");
        textWriter.WriteLine(string.Create(line.Length, line, (shown, whole) =>
        {
            for (var i = 0; i < shown.Length; i++)
                shown[i] = char.IsControl(whole[i]) || whole[i] is '\u2028' or '\u2029' ? ' ' : whole[i];
        }));
    }

    private static string WordOf(LogLevel level) => level switch
    {
        LogLevel.Critical => "crit",
        LogLevel.Error => "fail",
        LogLevel.Warning => "warn",
        LogLevel.Information => "info",
        _ => "debug",
    };
}
