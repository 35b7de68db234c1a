namespace CommandLines;

/// <summary>The exit codes of the programs.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>A failure that is not the fault of the command line.</summary>
    public const int NothingDone = 1;

    /// <summary>An invalid command line or query.</summary>
    public const int WrongUsage = 2;

    /// <summary>Done, but some records were rejected and <c>--strict</c> was given.</summary>
    public const int DoneWithRejects = 3;
}
