using Grpc.Core;
using Grpc.Net.Client;
using NewsIndex;
using NewsSearch.V1;

namespace Evaluation.Kills;

/// <summary>Pins generations, and lets two of three go again.</summary>
internal sealed class PinCaller : KilledCaller
{
    /// <summary>Generations by the owner of their pin, as acknowledged.</summary>
    private readonly Dictionary<string, string> pinned = new(StringComparer.Ordinal);

    /// <summary>Owners whose pin may be there or not.</summary>
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    private int made;

    public override string Name => "pins";

    public override IEnumerable<string> Losses(KilledIndex index)
    {
        var pins = NewsIndexServices.OpenPins(
            index.Options, TimeProvider.System, NewsIndexServices.OpenCorrections(index.Options, TimeProvider.System));
        var held = pins.Read().ToDictionary(pin => pin.By, pin => $"{pin.Generation}");
        var kept = pins.ListGenerations().Select(generation => $"{generation}").ToHashSet();
        foreach (var (by, generation) in pinned)
        {
            if (held.GetValueOrDefault(by) != generation)
                yield return $"the pin of {by} is not there";
            if (!kept.Contains(generation))
                yield return $"the generation {generation} was deleted though {by} has a pin of it";
        }

        foreach (var by in held.Keys.Where(by => !pinned.ContainsKey(by) && !open.Contains(by)))
            yield return $"the pin of {by} was let go and is there";
    }

    protected override async Task CallOnceAsync(GrpcChannel channel, KilledIndex index, CancellationToken killed)
    {
        var client = new IndexService.IndexServiceClient(channel);
        var by = $"owner {made++}";
        var generation = await PinAsync(client, by, killed);
        if (generation.Length == 0 || made % 3 == 0)
            return;
        pinned.Remove(by);
        open.Add(by);
        Begin();
        await client.UnpinGenerationAsync(new UnpinGenerationRequest { By = by, Generation = generation }, cancellationToken: killed);
        open.Remove(by);
        Acknowledge();
    }

    /// <returns>Empty when the newest generation was no longer the newest by the time.</returns>
    private async Task<string> PinAsync(IndexService.IndexServiceClient client, string by, CancellationToken killed)
    {
        open.Add(by);
        Begin();
        try
        {
            var pin = await client.PinGenerationAsync(new PinGenerationRequest { By = by }, cancellationToken: killed);
            pinned.Add(by, pin.Generation);
            open.Remove(by);
            Acknowledge();
            return pin.Generation;
        }
        catch (RpcException passed) when (passed.StatusCode == StatusCode.FailedPrecondition)
        {
            Refuse();
            open.Remove(by);
            return "";
        }
    }
}
