using Grpc.Core;
using Grpc.Net.Client;
using NewsIndex;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;
using Entity = NewsSearch.V1.Entity;
using EntityType = NewsSearch.V1.EntityType;

namespace Evaluation.Kills;

/// <summary>Merges, splits, renames and hides persons, and undoes what it has done.</summary>
internal sealed class CorrectionCaller(Random random) : KilledCaller
{
    private static readonly string[] Persons = ["Ada Roe", "Bela Poe", "Cora Doe", "Dan Moe", "Eva Loe", "Finn Koe"];

    private readonly Dictionary<int, (string Kind, string Why)> acknowledged = [];

    /// <summary>Reasons of what was asked for, none twice: by them an entry of the log is known.</summary>
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private int number;
    private (string Why, Correcting Call)? asking;

    private delegate AsyncUnaryCall<Correction> Correcting(EntityService.EntityServiceClient client, CallOptions options);

    /// <summary>The article that names them all, which is there from the start and which nobody deletes.</summary>
    public static Article OfPersons { get; } = new()
    {
        Id = "persons",
        Body = string.Join(", ", Persons),
        Entities = [.. Persons.Select(name => new NewsIndex.Articles.NamedEntity(name, NewsIndex.Articles.EntityType.Person))],
    };

    public override string Name => "corrections";

    public override IEnumerable<string> Losses(KilledIndex index)
    {
        var log = NewsIndexServices.OpenCorrections(index.Options, TimeProvider.System).Current.Log
            .Select(each => (each.Number, Kind: each.GetType().Name, each.Why)).ToList();
        if (!log.Select(each => each.Number).SequenceEqual(Enumerable.Range(1, log.Count)))
            yield return $"the corrections have the numbers {string.Join(' ', log.Select(each => each.Number))}";
        var there = log.ToLookup(each => each.Number, each => (each.Kind, each.Why));
        foreach (var (number, correction) in acknowledged.Where(pair => !there[pair.Key].Contains(pair.Value)))
            yield return $"correction {number} ({correction.Kind} {correction.Why}) is not there";
        foreach (var stranger in log.Where(each => !asked.Contains(each.Why)))
            yield return $"correction {stranger.Number} is one that nobody asked for";
        foreach (var (_, twice) in log.CountBy(each => each.Why).Where(pair => pair.Value > 1).Select(pair => (pair.Value, pair.Key)))
            yield return $"correction {twice} is there twice";
    }

    /// <summary>What a kill left without an answer is asked for again by the same request, and is not to come about twice.</summary>
    protected override async Task CallOnceAsync(GrpcChannel channel, KilledIndex index, CancellationToken killed)
    {
        asking ??= Next();
        Begin();
        try
        {
            var made = await asking.Value.Call(new EntityService.EntityServiceClient(channel), new CallOptions(cancellationToken: killed));
            acknowledged.Add(made.Number, ($"{char.ToUpperInvariant(made.Kind[0])}{made.Kind[1..]}", made.Why));
            Acknowledge();
        }
        catch (RpcException refused) when (refused.StatusCode
            is StatusCode.InvalidArgument or StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            // Two that are one already, a correction that is undone already.
            Refuse();
            asked.Remove(asking.Value.Why);
        }

        asking = null;
    }

    private (string Why, Correcting Call) Next()
    {
        var why = $"{number++}";
        asked.Add(why);
        var (entity, other, undone) = (Any(), Any(), random.Next(1, acknowledged.Count + 2));
        return (why, random.Next(8) switch
        {
            < 2 => (client, options) => client.MergeEntitiesAsync(
                new MergeEntitiesRequest { From = entity, Into = other, Who = "desk", Why = why, RequestId = why }, options),
            2 => (client, options) => client.SplitEntityAsync(
                new SplitEntityRequest
                {
                    From = entity,
                    Articles = { OfPersons.Id },
                    NewName = $"Split {why}",
                    Who = "desk",
                    Why = why,
                    RequestId = why,
                },
                options),
            3 => (client, options) => client.RenameEntityAsync(
                new RenameEntityRequest { Entity = entity, Name = $"Renamed {why}", Who = "desk", Why = why, RequestId = why }, options),
            4 => (client, options) => client.HideMentionAsync(
                new HideMentionRequest { Entity = entity, ArticleId = OfPersons.Id, Who = "desk", Why = why, RequestId = why }, options),
            _ => (client, options) => client.UndoCorrectionAsync(
                new UndoCorrectionRequest { Number = undone, Who = "desk", Why = why, RequestId = why }, options),
        });
    }

    private Entity Any() => new()
    {
        Id = $"person:{Persons[random.Next(Persons.Length)].ToLowerInvariant()}",
        Type = EntityType.Person,
    };
}
