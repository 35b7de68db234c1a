using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NewsSearch.Tests;

/// <summary>Log entries, kept for a test to look at.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line, Exception? Failure)> entries = [];

    public IReadOnlyCollection<(LogLevel Level, string Line, Exception? Failure)> Entries => [.. entries];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            log.entries.Enqueue((logLevel, $"{category}: {formatter(state, exception)}", exception));
    }
}
