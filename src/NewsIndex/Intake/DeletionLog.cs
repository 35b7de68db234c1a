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
/// The writer of the index alone reads and writes it, under the lock of the index. An invalid line makes the index unwritable: a deleted
/// article could come back.
/// </remarks>
internal sealed class DeletionLog
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Null for a log that is not kept.</summary>
    private readonly LineFile<Line>? file;

    /// <summary>Sources of the deleted articles by id; null for an article without a source.</summary>
    private readonly Dictionary<string, string?> sources = new(StringComparer.Ordinal);

    private readonly List<string> restored = [];
    private LineFileEnd end = LineFileEnd.Missing;

    private DeletionLog(LineFile<Line>? file) => this.file = file;

    /// <summary>Ids of the deleted articles.</summary>
    public IReadOnlyCollection<string> Ids => sources.Keys;

    /// <summary>The file for an index, beside its folder.</summary>
    public static string PathFor(string indexDirectory) => Path.TrimEndingDirectorySeparator(indexDirectory) + "-deletions.jsonl";

    internal static LineFile<Line> FileOf(string path) => new(path, "deletion", Write, Read);

    /// <summary>A log that ends with the process.</summary>
    public static DeletionLog InMemory() => new(null);

    /// <exception cref="IndexUnavailableException">The file cannot be read, or one of its lines is no deletion.</exception>
    public static DeletionLog Open(string path)
    {
        var log = new DeletionLog(FileOf(path));
        try
        {
            log.Load();
        }
        catch (FormatException e)
        {
            throw new IndexUnavailableException(e.Message, e);
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

    private void Append(List<Line> lines)
    {
        if (file is not null && lines.Count > 0)
            end = file.Append(end, lines);
    }

    private void Load()
    {
        var content = file!.Read();
        foreach (var line in content.Entries)
        {
            if (line.Restored)
                sources.Remove(line.Id);
            else
                sources[line.Id] = line.Source;
        }

        end = content.End;
    }

    internal static byte[] Write(Line line) => JsonSerializer.SerializeToUtf8Bytes(line, Form);

    private static Line Read(ReadOnlySpan<byte> text)
    {
        const string expected = "expected {\"id\":…, \"at\":…}, a deleted article";
        try
        {
            return JsonSerializer.Deserialize<Line>(text, Form) is { Id.Length: > 0 } line ? line : throw new FormatException(expected);
        }
        catch (JsonException e)
        {
            throw new FormatException(expected, e);
        }
    }

    internal sealed record Line(string Id, string? Source, DateTimeOffset At, bool Restored);
}
