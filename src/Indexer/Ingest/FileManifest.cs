using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsIndex.Engines;

namespace Indexer.Ingest;

/// <summary>
/// <c>files.jsonl</c> in the index folder lists the files that were read completely, so that a run over a million unchanged files takes
/// seconds. A file is listed after its articles are committed. It may be deleted: all files are then read again, and their articles counted
/// as unchanged.
/// </summary>
internal sealed class FileManifest : IDisposable
{
    public const string FileName = "files.jsonl";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string path;
    private readonly string settings;
    private readonly Dictionary<ulong, Entry> entries = [];
    private readonly List<string> finished = [];

    /// <summary>Lookups and additions happen on different threads.</summary>
    private readonly Lock gate = new();
    private StreamWriter writer;

    /// <param name="settings">Other influences on the content read: options, mapping, version of the readers.</param>
    /// <param name="indexId">Id of the index that the files were read into: see <see cref="IArticleWriter.IndexId"/>.</param>
    /// <param name="generation">Number of committed changes; later lines belong to a lost state.</param>
    public FileManifest(string directory, string settings, string indexId, long generation)
    {
        path = Path.Combine(directory, FileName);
        this.settings = settings;
        var lines = Load(indexId, generation);
        var isFresh = lines == 0;
        var file = new FileStream(path, isFresh ? FileMode.Create : FileMode.Append, FileAccess.Write, FileShare.Read);
        writer = new StreamWriter(file, new UTF8Encoding(false));
        if (isFresh)
            writer.WriteLine(JsonSerializer.Serialize(new Header(indexId), Json));
    }

    /// <summary>Contents of a file when it was last read, if it has not changed; null if it must be read.</summary>
    public FileTally? Unchanged(string file)
    {
        Entry entry;
        lock (gate)
        {
            if (!entries.TryGetValue(KeyOf(file), out entry))
                return null;
        }

        if (FileStamp.Of(file) is not { } stamp || entry.Settings != settings || entry.Stamp.Size != stamp.Size)
            return null;
        // A copy or a checkout changes the time but not the bytes.
        if (entry.Stamp.Modified != stamp.Modified)
        {
            if (entry.Hash.Length == 0 || entry.Hash != FileStamp.HashOf(file))
                return null;
            Finish(file, stamp, entry.Hash, entry.Tally);
        }

        return entry.Tally;
    }

    /// <summary>Adds a file that was read completely; written by the next <see cref="Commit"/>.</summary>
    /// <param name="stamp">Stamp from before reading, so that bytes appended meanwhile are not missed.</param>
    public void Finish(string file, FileStamp stamp, string hash, FileTally tally)
    {
        lock (gate)
        {
            entries[KeyOf(file)] = new Entry(stamp, hash, settings, tally);
            finished.Add(file);
        }
    }

    /// <summary>Call after the articles of the added files are committed.</summary>
    public void Commit(long generation)
    {
        lock (gate)
        {
            foreach (var file in finished)
            {
                writer.WriteLine(JsonSerializer.Serialize(Line.Of(Path.GetFullPath(file), entries[KeyOf(file)], generation), Json));
            }

            finished.Clear();
        }

        writer.Flush();
    }

    public void Dispose() => writer.Dispose();

    /// <returns>Number of valid lines; 0 if the file is missing or belongs to another index.</returns>
    private int Load(string indexId, long generation)
    {
        if (!File.Exists(path))
            return 0;
        var lines = 0;
        foreach (var text in File.ReadLines(path))
        {
            try
            {
                if (lines == 0)
                {
                    if (JsonSerializer.Deserialize<Header>(text, Json)?.Index != indexId)
                        return 0;
                }
                else if (JsonSerializer.Deserialize<Line>(text, Json) is { } line && line.Generation <= generation)
                {
                    entries[KeyOf(line.Path)] = line.ToEntry();
                }
            }
            catch (JsonException)
            {
                // A line truncated by a kill: its file is read again.
            }

            lines++;
        }

        return lines;
    }

    /// <summary>A 64-bit hash of a path: a million paths would take too much memory.</summary>
    private static ulong KeyOf(string file) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(file))));

    private readonly record struct Entry(FileStamp Stamp, string Hash, string Settings, FileTally Tally);

    private sealed record Header(string Index);

    private sealed record Line(
        string Path,
        long Size,
        long Modified,
        string Hash,
        string Settings,
        long Generation,
        string Reader,
        long Articles,
        long Duplicates,
        long Rejected,
        long PassedOver,
        long Deleted = 0)
    {
        public static Line Of(string path, Entry entry, long generation)
        {
            var (stamp, hash, settings, tally) = entry;
            return new Line(
                path, stamp.Size, stamp.Modified, hash, settings, generation,
                tally.Reader, tally.Articles, tally.Duplicates, tally.Rejected, tally.PassedOver, tally.Deleted);
        }

        public Entry ToEntry() => new(new FileStamp(Size, Modified), Hash, Settings, new FileTally
        {
            Reader = Reader,
            Articles = Articles,
            Duplicates = Duplicates,
            Rejected = Rejected,
            PassedOver = PassedOver,
            Deleted = Deleted,
        });
    }
}
