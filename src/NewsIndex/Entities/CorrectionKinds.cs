namespace NewsIndex.Entities;

/// <summary>Names of the kinds of corrections, in the log of corrections and in replies.</summary>
public static class CorrectionKinds
{
    internal const string Merge = "merge";
    internal const string Split = "split";
    internal const string Rename = "rename";
    internal const string Hide = "hide";
    internal const string Undo = "undo";

    public static string NameOf(EntityCorrection correction) => correction switch
    {
        EntityCorrection.Merge => Merge,
        EntityCorrection.Split => Split,
        EntityCorrection.Rename => Rename,
        EntityCorrection.Hide => Hide,
        EntityCorrection.Undo => Undo,
        _ => throw new InvalidOperationException($"{correction.GetType()} has no name."),
    };
}
