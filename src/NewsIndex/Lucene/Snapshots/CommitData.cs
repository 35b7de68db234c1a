using System.Globalization;
using System.Security.Cryptography;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Storage;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>Properties of a commit in the user data of Lucene's commit point, written atomically with it.</summary>
internal static class CommitData
{
    private const string Format = "newssearch.format";

    /// <summary>A key that stored commits have: it stays as it is, whatever the code calls it.</summary>
    private const string IndexId = "newssearch.birth";

    private const string Recogniser = "newssearch.recogniser";

    /// <summary>Absent in an index without embeddings of passages.</summary>
    private const string Passages = "newssearch.passages";
    private const string Number = "newssearch.generation.number";
    private const string Fingerprint = "newssearch.generation.fingerprint";

    /// <param name="indexId">That of the commit before (<see cref="IndexIdOf"/>), or <see cref="NewIndexId"/> for the first.</param>
    /// <param name="passages">See <see cref="PassagesOf"/>.</param>
    public static Dictionary<string, string> Write(
        Generation generation, string indexId, string recogniser, string passages = PassageEncoder.None)
    {
        var data = new Dictionary<string, string>
        {
            [IndexId] = indexId,
            [Recogniser] = recogniser,
            [Format] = IndexFormat.Version.ToString(CultureInfo.InvariantCulture),
            [Number] = generation.Number.ToString(CultureInfo.InvariantCulture),
            [Fingerprint] = generation.Fingerprint.ToString("x16", CultureInfo.InvariantCulture),
        };
        if (passages != PassageEncoder.None)
            data[Passages] = passages;
        return data;
    }

    /// <exception cref="IndexUnavailableException">The index was made by another program or by another version of this one.</exception>
    public static Generation Read(IDictionary<string, string> data, string directory)
    {
        if (!data.TryGetValue(Format, out var format))
            throw new IndexUnavailableException(
                $"{directory} holds a Lucene index that NewsSearch did not make: name another folder with --index");
        if (format != IndexFormat.Version.ToString(CultureInfo.InvariantCulture))
        {
            throw new IndexUnavailableException(
                $"the index in {directory} has format {format}, and this version reads format {IndexFormat.Version}: "
                + (IsUpgradable(format) ? "run the indexer's upgrade on it, or use the version that made it"
                    : "empty the folder and index the archive again, or use the version that made it"));
        }

        if (!data.TryGetValue(Number, out var number)
            || !data.TryGetValue(Fingerprint, out var fingerprint)
            || !Generation.TryParse($"{number}-{fingerprint}", out var generation))
            throw new IndexUnavailableException(
                $"the last commit in {directory} does not say its generation: index the archive again into an empty folder");
        return generation;
    }

    /// <summary>Returns the generation and the format of a commit of any format.</summary>
    /// <exception cref="IndexUnavailableException">
    /// The index was made by another program, or the commit does not say its generation.
    /// </exception>
    public static (Generation Generation, int Format) ReadAnyFormat(IDictionary<string, string> data, string directory)
    {
        if (!data.TryGetValue(Format, out var format)
            || !int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return (Read(data, directory), IndexFormat.Version);
        var current = new Dictionary<string, string>(data)
        {
            [Format] = IndexFormat.Version.ToString(CultureInfo.InvariantCulture),
        };
        return (Read(current, directory), version);
    }

    private static bool IsUpgradable(string format) =>
        int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && version is >= IndexFormat.OldestUpgradable and < IndexFormat.Version;

    /// <summary>Returns null for a commit without this value or of another format.</summary>
    public static Generation? TryReadGeneration(IDictionary<string, string> data) =>
        data.TryGetValue(Format, out var format) && format == IndexFormat.Version.ToString(CultureInfo.InvariantCulture)
        && data.TryGetValue(Number, out var number)
        && data.TryGetValue(Fingerprint, out var fingerprint)
        && Generation.TryParse($"{number}-{fingerprint}", out var generation)
            ? generation
            : null;

    /// <summary>Returns an id for a new index. It is random: directory, files and articles may be those of an index before it.</summary>
    public static string NewIndexId() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Returns the id of the index that a commit belongs to; empty when the commit has none.</summary>
    public static string IndexIdOf(IDictionary<string, string> data) => data.TryGetValue(IndexId, out var indexId) ? indexId : "";

    /// <summary>Returns the entity recogniser of the index: see <see cref="IntakeOptions.Recogniser"/>.</summary>
    public static string RecogniserOf(IDictionary<string, string> data) =>
        data.TryGetValue(Recogniser, out var recogniser) ? recogniser : "none";

    /// <summary>Returns the encoder of the index's passages; <see cref="PassageEncoder.None"/> when it has no embeddings of them.</summary>
    public static string PassagesOf(IDictionary<string, string> data) =>
        data.TryGetValue(Passages, out var passages) ? passages : PassageEncoder.None;

    /// <summary>Returns the generation of the last commit; null when there is none.</summary>
    public static Generation? ReadLatest(LuceneDirectory directory, string path) =>
        IndexFiles.LatestCommitData(directory) is { } data ? Read(data, path) : null;
}
