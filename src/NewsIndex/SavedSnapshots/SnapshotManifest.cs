using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsIndex.Files;
using NewsIndex.Generations;
using NewsIndex.Repeats;

namespace NewsIndex.SavedSnapshots;

/// <summary>
/// Reads and writes the two files that make a folder a snapshot: <c>manifest.json</c> with the checksum of every other file, and
/// <c>manifest.json.sha256</c> with its own, as <c>sha256sum -c</c> reads it.
/// </summary>
internal static class SnapshotManifest
{
    public const string FileName = "manifest.json";
    public const string ChecksumName = "manifest.json.sha256";

    /// <summary>Folder of the index files in a snapshot.</summary>
    public const string IndexFolder = "index";

    /// <summary>Corrections of entities; absent when there are none.</summary>
    public const string CorrectionsName = "corrections.jsonl";

    /// <summary>Changes of alerts; absent when there are none.</summary>
    public const string AlertsName = "alerts.jsonl";

    /// <summary>Deletions of articles; absent when there are none.</summary>
    public const string DeletionsName = "deletions.jsonl";

    /// <summary>Pins; absent when there are none.</summary>
    public const string PinsName = "pins.jsonl";

    /// <summary>Version of the manifest. A later version of the product reads those before.</summary>
    private const int Version = 1;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static void Write(string folder, SavedSnapshot snapshot)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new Content(
                Version, snapshot.Name, snapshot.Generation.ToString(), snapshot.CreatedAt, snapshot.CommittedAt, snapshot.IndexId,
                snapshot.Format, snapshot.Corrections, snapshot.Pins, snapshot.By, snapshot.Note, snapshot.Files,
                snapshot.Request),
            Form);
        DurableFile.Write(Path.Combine(folder, FileName), content);
        DurableFile.Write(Path.Combine(folder, ChecksumName), Encoding.ASCII.GetBytes(ChecksumLine(content)));
    }

    /// <exception cref="SnapshotFailedException">
    /// Damaged: the manifest is missing, differs from its checksum, or has a path that no snapshot has.
    /// </exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static SavedSnapshot Read(string folder)
    {
        byte[] content;
        string checksum;
        try
        {
            content = File.ReadAllBytes(Path.Combine(folder, FileName));
            checksum = File.ReadAllText(Path.Combine(folder, ChecksumName));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Damaged("has no manifest", e);
        }

        if (checksum != ChecksumLine(content))
            throw Damaged($"has a {FileName} that differs from its checksum");
        try
        {
            var read = JsonSerializer.Deserialize<Content>(content, Form)!;
            if (read.Version > Version)
                throw Damaged($"has a manifest of version {read.Version}, and this version of the product reads {Version}");
            if (!Generation.TryParse(read.Generation, out var generation) || !read.Files.All(file => IsKnown(file.Path)))
                throw Damaged("has an invalid manifest");
            return new SavedSnapshot(
                read.Name, generation, read.CreatedAt, read.CommittedAt, read.IndexId, read.Format, read.Corrections, read.Pins, read.By,
                read.Note, read.Files)
            {
                Request = read.Request,
            };
        }
        catch (JsonException e)
        {
            throw Damaged("has an invalid manifest", e);
        }
    }

    public static SnapshotFailedException Damaged(string problem, Exception? inner = null) =>
        new(SnapshotFailure.Damaged, $"the snapshot {problem}; expected it as it was made; use another snapshot", inner);

    /// <summary>A path that leads out of the folder would let a manifest write anywhere.</summary>
    private static bool IsKnown(string path) =>
        path is CorrectionsName or AlertsName or DeletionsName or PinsName
        || (path.Split('/') is [IndexFolder, { Length: > 0 } name] && name[0] != '.'
            && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '.'));

    private static string ChecksumLine(byte[] content) => $"{Convert.ToHexStringLower(SHA256.HashData(content))}  {FileName}\n";

    private sealed record Content(
        int Version, string Name, string Generation, DateTimeOffset CreatedAt, DateTimeOffset CommittedAt, string IndexId, int Format,
        int Corrections, int Pins, string By, string Note, IReadOnlyList<SavedFile> Files,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WriteRequest? Request = null);
}
