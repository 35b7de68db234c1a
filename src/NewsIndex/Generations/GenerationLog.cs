using Microsoft.Extensions.Logging;

namespace NewsIndex.Generations;

/// <summary>Log messages about generations: open, expired, warmed up, not readable.</summary>
internal static partial class GenerationLog
{
    [LoggerMessage(EventName = "FollowingFailed", Level = LogLevel.Warning,
        Message = "New commits are not served: {Reason}. Trying again every {Interval} ms.")]
    public static partial void LogFollowingFailed(this ILogger logger, string reason, double interval, Exception? failure);

    [LoggerMessage(EventName = "FollowingResumed", Level = LogLevel.Information, Message = "New commits are served again.")]
    public static partial void LogFollowingResumed(this ILogger logger);

    [LoggerMessage(EventName = "GenerationOpened", Level = LogLevel.Debug,
        Message = "Generation {Generation} is open, with {Segments} segments, {Shared} of them shared with generations that were open.")]
    public static partial void LogOpened(this ILogger logger, Generation generation, int segments, int shared);

    [LoggerMessage(EventName = "PinnedGenerationOpened", Level = LogLevel.Information,
        Message =
            "Pinned generation {Generation} is open, with {Segments} segments, {Shared} of them shared with generations that were open.")]
    public static partial void LogPinnedOpened(this ILogger logger, Generation generation, int segments, int shared);

    [LoggerMessage(EventName = "PinnedGenerationNotOpened", Level = LogLevel.Warning,
        Message = "Generation {Generation} has a commit that cannot be opened.")]
    public static partial void LogPinnedNotOpened(this ILogger logger, Generation generation, Exception failure);

    [LoggerMessage(EventName = "GenerationExpired", Level = LogLevel.Debug, Message = "Generation {Generation} has expired and is closed.")]
    public static partial void LogExpired(this ILogger logger, Generation generation);

    [LoggerMessage(EventName = "SlowWarmUp", Level = LogLevel.Information,
        Message = "The warm-up of generation {Generation} takes more than {Limit} ms; it continues in the background.")]
    public static partial void LogSlowWarmUp(this ILogger logger, Generation generation, double limit);

    [LoggerMessage(EventName = "WarmUpFailed", Level = LogLevel.Warning,
        Message = "The warm-up of generation {Generation} failed; the first calls load what they need.")]
    public static partial void LogWarmUpFailed(this ILogger logger, Generation generation, Exception failure);
}
