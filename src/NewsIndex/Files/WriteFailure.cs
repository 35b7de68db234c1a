namespace NewsIndex.Files;

/// <summary>Classifies failures of the operating system to read or write files.</summary>
internal static class WriteFailure
{
    /// <summary>Returns true for such a failure, false for a bug.</summary>
    public static bool Is(Exception failure) => failure is IOException or UnauthorizedAccessException;

    /// <summary>Returns true if nothing can be written at this location, so that a retry is pointless.</summary>
    /// <remarks>30 is EROFS on Linux and macOS.</remarks>
    public static bool IsReadOnly(Exception failure) =>
        failure is UnauthorizedAccessException || (failure is IOException && (failure.HResult & 0xFFFF) == 30);

    /// <summary>Describes a failure without file paths, which must not reach clients; messages of the framework contain them.</summary>
    public static string Reason(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "access is denied",
        _ when (failure.HResult & 0xFFFF) == 28 => "the disk is full",
        _ when failure.Message.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) => "the operating system reports a failure",
        _ => failure.Message,
    };
}
