namespace NewsIndex.Files;

/// <summary>What the operating system says when a file cannot be read or written.</summary>
internal static class WriteFailure
{
    /// <summary>Whether it is such a failure, rather than a mistake of ours.</summary>
    public static bool Is(Exception failure) => failure is IOException or UnauthorizedAccessException;

    /// <summary>Whether nothing can be written there at all: trying again does not help.</summary>
    /// <remarks>30 is EROFS of Linux and macOS.</remarks>
    public static bool IsReadOnly(Exception failure) =>
        failure is UnauthorizedAccessException || (failure is IOException && (failure.HResult & 0xFFFF) == 30);

    /// <summary>In words for a caller, who should not learn where files lie: messages of the framework name whole paths.</summary>
    public static string Reason(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "access is denied",
        _ when (failure.HResult & 0xFFFF) == 28 => "the disk is full",
        _ when failure.Message.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) => "the operating system reports a failure",
        _ => failure.Message,
    };
}
