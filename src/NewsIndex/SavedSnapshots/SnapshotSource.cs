using NewsIndex.Alerts;
using NewsIndex.Entities;
using NewsIndex.Files;
using NewsIndex.Generations;
using NewsIndex.Intake;

namespace NewsIndex.SavedSnapshots;

/// <summary>What a snapshot is made of: an index, and the files beside it.</summary>
/// <param name="directory">Folder of the index.</param>
/// <param name="hold">Opens all files of a generation, or of the newest.</param>
internal sealed class SnapshotSource(string directory, Func<string, Generation?, HeldGeneration> hold)
{
    /// <exception cref="GenerationExpiredException">The generation is no longer there.</exception>
    /// <exception cref="IndexUnavailableException">There is no index.</exception>
    public HeldGeneration Hold(Generation? generation) => hold(directory, generation);

    /// <summary>
    /// Reads the corrections that exist now: their number, and the lines of the file as they are. A line that is being written is left
    /// out, since it was not acknowledged.
    /// </summary>
    /// <returns>No bytes when there is no file.</returns>
    /// <exception cref="IndexUnavailableException">A line is damaged.</exception>
    public (int Count, byte[] Lines) ReadCorrections() => ReadLines(CorrectionLog.FileOf(CorrectionLog.PathFor(directory)));

    /// <summary>Reads the changes of alerts that exist now.</summary>
    /// <inheritdoc cref="ReadCorrections"/>
    public byte[] ReadAlerts() => ReadLines(AlertLog.FileOf(AlertLog.PathFor(directory))).Lines;

    /// <summary>Reads the deletions of articles that exist now.</summary>
    /// <inheritdoc cref="ReadCorrections"/>
    public byte[] ReadDeletions() => ReadLines(DeletionLog.FileOf(DeletionLog.PathFor(directory))).Lines;

    /// <summary>Reads the pins that exist now.</summary>
    /// <exception cref="IndexUnavailableException">They cannot be read.</exception>
    public IReadOnlyList<GenerationPin> ReadPins() => new PinFile(directory).Read();

    private static (int Count, byte[] Lines) ReadLines<T>(LineFile<T> file)
    {
        try
        {
            var known = file.Read();
            return (known.Entries.Count, file.LinesOf(known));
        }
        catch (FormatException e)
        {
            throw new IndexUnavailableException(e.Message, e);
        }
    }
}
