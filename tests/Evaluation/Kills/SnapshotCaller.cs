using Grpc.Core;
using Grpc.Net.Client;
using NewsIndex;
using NewsIndex.Engines;
using NewsSearch.V1;

namespace Evaluation.Kills;

/// <summary>Makes snapshots, and deletes all but the last two of each kill and one of all others.</summary>
internal sealed class SnapshotCaller : KilledCaller
{
    private const int Kept = 2;

    /// <summary>Generations by name of the snapshot, as acknowledged.</summary>
    private readonly Dictionary<string, string> saved = new(StringComparer.Ordinal);

    /// <summary>Names that may be there or not.</summary>
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    /// <summary>Names in the order in which they were acknowledged.</summary>
    private readonly Queue<string> deletable = new();

    private int made;

    public override string Name => "snapshots";

    public override IEnumerable<string> Losses(KilledIndex index)
    {
        var listed = NewsIndexServices.OpenSnapshots(index.Options, index.Snapshots, TimeProvider.System).List()
            .ToDictionary(each => each.Name);
        foreach (var broken in listed.Values.Where(each => each.Problem.Length > 0))
            yield return $"snapshot {broken.Name}: {broken.Problem}";
        foreach (var (name, generation) in saved.Where(pair => $"{listed.GetValueOrDefault(pair.Key)?.Snapshot?.Generation}" != pair.Value))
            yield return $"snapshot {name} of {generation} is not there";
        foreach (var name in listed.Keys.Where(name => !saved.ContainsKey(name) && !open.Contains(name)))
            yield return $"snapshot {name} was deleted and is there";
        foreach (var problem in listed.Keys.Where(name => name.StartsWith($"{index.Kill}-", StringComparison.Ordinal))
            .SelectMany(name => Restored(index, name)))
            yield return problem;
    }

    protected override async Task CallOnceAsync(GrpcChannel channel, KilledIndex index, CancellationToken killed)
    {
        var client = new AdminService.AdminServiceClient(channel);
        var name = $"{index.Kill}-{made++}";
        open.Add(name);
        Begin();
        using (var call = client.CreateSnapshot(new CreateSnapshotRequest { Name = name }, cancellationToken: killed))
        {
            await foreach (var message in call.ResponseStream.ReadAllAsync(killed))
            {
                if (message.Snapshot is { } snapshot)
                    saved.Add(name, snapshot.Generation);
            }
        }

        open.Remove(name);
        Acknowledge();
        deletable.Enqueue(name);
        if (deletable.Count > Kept)
            await DeleteAsync(client, deletable.Dequeue(), killed);
    }

    private async Task DeleteAsync(AdminService.AdminServiceClient client, string name, CancellationToken killed)
    {
        saved.Remove(name);
        open.Add(name);
        Begin();
        await client.DeleteSnapshotAsync(new DeleteSnapshotRequest { Name = name }, cancellationToken: killed);
        open.Remove(name);
        Acknowledge();
    }

    /// <summary>What is wrong with the index that a snapshot gives.</summary>
    private static IEnumerable<string> Restored(KilledIndex index, string name)
    {
        var options = new NewsIndexOptions { Directory = Path.Combine(index.Restored, name) };
        NewsIndexServices.Restore(Path.Combine(index.Snapshots, name), options);
        foreach (var problem in KilledIndex.Verify(options.Directory))
            yield return $"the index of snapshot {name}: {problem}";
        Directory.Delete(index.Restored, recursive: true);
    }
}
