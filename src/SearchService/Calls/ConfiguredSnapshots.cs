using Microsoft.Extensions.Options;
using NewsIndex;
using NewsIndex.SavedSnapshots;
using SearchService.Errors;
using SearchService.Settings;
using SearchService.Telemetry;

namespace SearchService.Calls;

/// <summary>The snapshots in the folder that the settings name, if they name one.</summary>
internal sealed class ConfiguredSnapshots(IOptions<SearchOptions> options, TimeProvider clock, ILogger<ConfiguredSnapshots> logger)
{
    /// <summary>Null while the setting is empty.</summary>
    public SnapshotFolder? Folder { get; } = options.Value.SnapshotFolder.Length > 0
        ? NewsIndexServices.OpenSnapshots(options.Value.Index, options.Value.SnapshotFolder, clock)
        : null;

    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION (SNAPSHOTS_OFF).</exception>
    public SnapshotFolder RequireFolder() => Folder ?? throw ErrorsToStatus.OfSnapshotsOff();

    /// <summary>Removes what a service that was killed left.</summary>
    public void CleanUp()
    {
        try
        {
            Folder?.CleanUp();
        }
        catch (SnapshotFailedException e)
        {
            logger.SnapshotsNotCleaned(e.Message);
        }
    }
}
