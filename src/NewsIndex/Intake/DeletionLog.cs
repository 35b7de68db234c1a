using System.Text.Encodings.Web;
using System.Text.Json;
using NewsIndex.Files;
using NewsIndex.Generations;

namespace NewsIndex.Intake;

/// <summary>
/// Articles that were deleted and may not come back from an archive, in a file beside the index, so that an index that is built anew does
/// without them too: one JSON object a line. The file only ever grows; a later line of an id overrides an earlier one.
/// </summary>
/// <remarks>
/// The writer of the index alone reads and writes it, under the lock of the index. A last line without an end was never acknowledged: it
/// does not count, and the next line replaces it. Any other invalid line makes the index unwritable: a deleted article could come back.
/// </remarks>
internal sealed class DeletionLog
{
    private const byte LineFeed = (byte)'\n';

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Null for a log that is not kept.</summary>
    private readonly string? path;

    /// <summary>Sources of the deleted articles by id; null for an article without a source.</summary>
    private readonly Dictionary<string, string?> sources = new(StringComparer.Ordinal);

    private readonly List<string> restored = [];
    private long end;

    private DeletionLog(string? path) => this.path = path;

    /// <summary>Ids of the deleted articles.</summary>
    public IReadOnlyCollection<string> Ids => sources.Keys;

    /// <summary>The file for an index, beside its folder.</summary>
    public static string PathFor(string indexDirectory) => Path.TrimEndingDirectorySeparator(indexDirectory) + "-deletions.jsonl";

    /// <summary>A log that ends with the process.</summary>
    public static DeletionLog InMemory() => new(null);

    /// <exception cref="IndexUnavailableException">The file cannot be read, or one of its lines is no deletion.</exception>
    public static DeletionLog Open(string path)
    {
        var log = new DeletionLog(path);
        try
        {
            log.Read(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Nothing was deleted yet.
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            throw new IndexUnavailableException(
                $"{Path.GetFileName(path)} cannot be read ({WriteFailure.Reason(e)}), so that deleted articles are unknown; let it be read",
                e);
        }

        return log;
    }

    public bool Contains(string id) => sources.ContainsKey(id);

    /// <summary>Null for an article without a source, and for one that is not deleted.</summary>
    public string? SourceOf(string id) => sources.GetValueOrDefault(id);

    /// <summary>Adds deletions; they are on disk when it returns.</summary>
    /// <exception cref="IOException">They were not written; the file is as before.</exception>
    public void Add(IReadOnlyList<(string Id, string? Source)> deleted, DateTimeOffset now)
    {
        Append([.. deleted.Select(each => new Line(each.Id, each.Source, now, Restored: false))]);
        foreach (var (id, source) in deleted)
            sources[id] = source;
    }

    /// <summary>Lets a deleted article be written again; others are passed over. On disk with the next <see cref="Flush"/>.</summary>
    public void Restore(string id)
    {
        if (sources.Remove(id))
            restored.Add(id);
    }

    /// <summary>
    /// Writes what was restored. Call before the commit that holds the articles: a process that is killed between them leaves articles that
    /// may come, and not articles that the next writer would delete again.
    /// </summary>
    public void Flush(DateTimeOffset now)
    {
        Append(restored.ConvertAll(id => new Line(id, null, now, Restored: true)));
        restored.Clear();
    }

    private void Append(IReadOnlyList<Line> lines)
    {
        if (path is null || lines.Count == 0)
            return;
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.SetLength(end);
        file.Position = end;
        try
        {
            foreach (var line in lines)
                file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, Form), LineFeed]);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // A part of the lines must not count: the caller is told that nothing was deleted.
            file.SetLength(end);
            throw;
        }

        end = file.Length;
    }

    private void Read(ReadOnlySpan<byte> bytes)
    {
        for (var number = 1; bytes[(int)end..].IndexOf(LineFeed) is >= 0 and var length; number++)
        {
            Take(bytes.Slice((int)end, length), number);
            end += length + 1;
        }
    }

    private void Take(ReadOnlySpan<byte> text, int number)
    {
        if (ReadLine(text) is not { Id.Length: > 0 } line)
        {
            throw new IndexUnavailableException(
                $"line {number} of {Path.GetFileName(path)} is invalid; expected {{\"id\":…, \"at\":…}}, a deleted article; "
                + "repair the line, or remove it to let that article come back");
        }

        if (line.Restored)
            sources.Remove(line.Id);
        else
            sources[line.Id] = line.Source;
    }

    private static Line? ReadLine(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Line(string Id, string? Source, DateTimeOffset At, bool Restored);
}
