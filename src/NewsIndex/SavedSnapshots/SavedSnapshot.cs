using NewsIndex.Generations;
using NewsIndex.Repeats;

namespace NewsIndex.SavedSnapshots;

/// <summary>A copy of one generation in a folder of its own, with the corrections and pins of its time.</summary>
/// <param name="Generation">The generation that it holds.</param>
/// <param name="CreatedAt">Time at which it was begun, in UTC and whole seconds.</param>
/// <param name="CommittedAt">Time at which the commit of the generation was written.</param>
/// <param name="IndexId">Random id of the index that it was made of.</param>
/// <param name="Format">Version of the index format.</param>
/// <param name="Corrections">Number of corrections of entities in it.</param>
/// <param name="Pins">Number of pins in it, those of other generations included.</param>
/// <param name="By">Who made it; empty when unknown.</param>
/// <param name="Note">What it was made for; may be empty.</param>
/// <param name="Files">All files but the manifest itself.</param>
public sealed record SavedSnapshot(
    string Name, Generation Generation, DateTimeOffset CreatedAt, DateTimeOffset CommittedAt, string IndexId, int Format, int Corrections,
    int Pins, string By, string Note, IReadOnlyList<SavedFile> Files)
{
    /// <summary>The request that made it; null if that had no id.</summary>
    public WriteRequest? Request { get; init; }

    /// <summary>Maximum length of the note in UTF-16 code units.</summary>
    public const int MaxNoteLength = 1000;

    /// <summary>Size of all files in bytes. Files that are linked to those of the index take no further space.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);
}

/// <summary>A file of a saved snapshot.</summary>
/// <param name="Path">In the folder of the snapshot, with slashes.</param>
/// <param name="Sha256">64 hexadecimal digits.</param>
/// <param name="ModifiedAt">Time of the last write, in UTC; a restored file has it too.</param>
public sealed record SavedFile(string Path, long Bytes, string Sha256, DateTimeOffset ModifiedAt);
