namespace CommandLines;

/// <summary>What the programs of NewsSearch exit with.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int NothingDone = 1;
    public const int WrongUsage = 2;
    public const int DoneWithRejects = 3;
}
