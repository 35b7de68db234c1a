using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Indexer.Records;

namespace Indexer.Ingest;

/// <summary>
/// <c>rejected.jsonl</c>: rejected records, one object a line. It shows the present state: reading a file again replaces its lines and
/// keeps those of other files.
/// </summary>
internal sealed class RejectLog : IDisposable
{
    public const string FileName = "rejected.jsonl";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string path;
    private readonly HashSet<string> readAgain = new(StringComparer.Ordinal);
    private StreamWriter writer;
    private readonly long begin;

    public RejectLog(string directory)
    {
        Directory.CreateDirectory(directory);
        path = Path.Combine(directory, FileName);
        var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        begin = file.Position;
        writer = new StreamWriter(file, new UTF8Encoding(false));
    }

    public void BeginFile(string file) => readAgain.Add(file);

    public void Write(Reading.Rejected rejected)
    {
        var (path, offset, reader, reason, snippet) = rejected;
        writer.WriteLine(JsonSerializer.Serialize(new { path, offset, reader, reason, snippet }, Json));
    }

    /// <summary>Call with each commit, so that lines lost in a power cut are written again together with their articles.</summary>
    public void Flush() => writer.Flush();

    /// <summary>Removes older lines of files that were read again, by writing a new file that replaces the old one.</summary>
    public void Complete()
    {
        writer.Dispose();
        var compacted = path + ".new";
        using (var old = new FileStream(path, FileMode.Open, FileAccess.Read))
        using (var lines = new StreamReader(old, Encoding.UTF8))
        using (var kept = new StreamWriter(compacted, false, new UTF8Encoding(false)))
        {
            long position = 0;
            while (lines.ReadLine() is { } line)
            {
                if (position >= begin || !readAgain.Contains(PathOf(line)))
                    kept.WriteLine(line);
                position += Encoding.UTF8.GetByteCount(line) + Environment.NewLine.Length;
            }
        }

        File.Move(compacted, path, overwrite: true);
        writer = StreamWriter.Null;
    }

    public void Dispose() => writer.Dispose();

    private static string PathOf(string line)
    {
        try
        {
            using var entry = JsonDocument.Parse(line);
            return entry.RootElement.GetProperty("path").GetString() ?? "";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A line truncated by a kill: its file is not finished either, and is read again.
            return "";
        }
    }
}
