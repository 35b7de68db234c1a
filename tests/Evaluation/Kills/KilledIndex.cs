using NewsIndex;
using NewsIndex.Engines;

namespace Evaluation.Kills;

/// <summary>The files of a service that is killed, and how many kills there were.</summary>
/// <param name="folder">Holds the index, what lies beside it, and its snapshots.</param>
internal sealed class KilledIndex(string folder)
{
    public NewsIndexOptions Options { get; } = new() { Directory = Path.Combine(folder, "index") };

    public string Snapshots { get; } = Path.Combine(folder, "snapshots");

    /// <summary>Number of the present kill, from 0.</summary>
    public int Kill { get; set; }

    /// <summary>A folder for an index that is restored.</summary>
    public string Restored { get; } = Path.Combine(folder, "restored");

    public ServiceProcess Start() => new(
        "--index", Options.Directory, "--Search:Ingest:Enabled", "true", "--Search:Ingest:Recogniser", "none",
        "--Search:SnapshotFolder", Snapshots, "--Search:Index:Pins:MaxPins", "10000", "--Search:Index:Pins:MaxPinsPerOwner", "10000");

    /// <summary>What the verification of an index has to say.</summary>
    public static IReadOnlyList<string> Verify(string index) => NewsIndexServices.Verify(new NewsIndexOptions { Directory = index });
}
