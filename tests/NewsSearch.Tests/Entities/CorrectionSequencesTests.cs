using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

/// <summary>
/// Random sequences of corrections and undos, by two services on one file, against a model that goes through every mention.
/// </summary>
public sealed class CorrectionSequencesTests
{
    private static readonly EntityReference[] Entities =
        [.. "abcde".Select(letter => EntityReference.Named(EntityType.Person, $"{letter} x"))];
    private static readonly string[] Names = ["x", "y"];
    private static readonly string[] Articles = ["1", "2"];

    [Fact]
    public void A_thousand_sequences_answer_as_the_model_does_after_every_correction_and_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        for (var seed = 0; seed < 1000; seed++)
            Run(folder.File($"{seed}.jsonl"), new Random(seed));
    }

    [Fact]
    public void A_merge_that_is_undone_made_again_and_restored_is_one_merge()
    {
        using var folder = new TemporaryFolder();
        var log = new CorrectionLog(folder.File("c.jsonl"), TimeProvider.System);
        var (a, b) = (Entities[0], Entities[1]);
        Assert.NotNull(log.Add((number, when) => new EntityCorrection.Merge(number, "me", when, "", a, b)).Made);
        Assert.NotNull(Undo(log, 1).Made);
        Assert.NotNull(log.Add((number, when) => new EntityCorrection.Merge(number, "me", when, "", a, b)).Made);
        Assert.NotNull(Undo(log, 2).Made);
        Assert.Equal([true, false, false, true], log.Current.Log.Select(log.Current.IsInForce));
        Assert.Equal("a x and b x are one entity without it",
            log.Current.WhyWithoutEffect(log.Current.Log[2])?.Replace("person:", "", StringComparison.Ordinal));
        Assert.Equal((b, b), (log.Current.Resolve(a), log.Current.Resolve(b)));
        Assert.Equal(CorrectionObjectionKind.AlreadyUndone, Undo(log, 2).Objection!.Kind);
        // Both have to go before the two are two again.
        Assert.NotNull(Undo(log, 1).Made);
        Assert.Equal(b, log.Current.Resolve(a));
        Assert.NotNull(Undo(log, 3).Made);
        Assert.Equal(a, new CorrectionLog(folder.File("c.jsonl"), TimeProvider.System).Current.Resolve(a));
    }

    private static void Run(string path, Random random)
    {
        CorrectionLog[] services = [Open(path), Open(path)];
        var model = new CorrectionModel(Entities, Names, Articles);
        for (var left = random.Next(4, 13); left > 0; left--)
        {
            var service = services[random.Next(2)];
            var outcome = service.Add((number, when) => Any(random, number, when));
            if (outcome.Made is { } made)
                model.Add(made);
            AssertSame(model, outcome.After);
        }

        var restarted = Open(path).Current;
        AssertSame(model, restarted);
        AssertSearchable(restarted);
    }

    private static EntityCorrection Any(Random random, int number, DateTimeOffset when) => random.Next(12) switch
    {
        < 4 => new EntityCorrection.Merge(number, "me", when, "", One(random, Entities), One(random, Entities)),
        < 6 => new EntityCorrection.Split(number, "me", when, "", One(random, Entities), Some(random, Names), Some(random, Articles),
            One(random, Entities), $"name {number}"),
        < 7 => new EntityCorrection.Rename(number, "me", when, "", One(random, Entities), $"name {number}"),
        < 8 => new EntityCorrection.Hide(number, "me", when, "", One(random, Entities), One(random, Articles)),
        _ => new EntityCorrection.Undo(number, "me", when, "", random.Next(number)),
    };

    /// <summary>One, or none.</summary>
    private static T[] Some<T>(Random random, T[] choice) => random.Next(2) == 0 ? [] : [One(random, choice)];

    private static T One<T>(Random random, T[] choice) => choice[random.Next(choice.Length)];

    private static void AssertSame(CorrectionModel model, EntityCorrections actual)
    {
        Assert.Equal(model.Acknowledged, actual.Log.Count);
        Assert.Equal(model.Undone(),
            actual.Log.Where(each => !actual.IsInForce(each) && actual.WhyWithoutEffect(each) is null).Select(each => each.Number));
        Assert.Equal(model.Describe(), Describe(actual));
    }

    private static string Describe(EntityCorrections actual) => string.Join('\n', [
        .. Entities.Select(entity => $"{entity.Id} is {actual.Resolve(entity).Id} {actual.NameOf(entity)}"),
        .. from entity in Entities
           from name in Names
           from article in Articles
           select $"{entity.Id} {name} in {article} is {actual.Resolve(entity, name, article)?.Id ?? "nobody"}",
    ]);

    /// <summary>What is searched for when an entity is asked for is what its mentions say.</summary>
    private static void AssertSearchable(EntityCorrections actual)
    {
        foreach (var (owner, entity, name,
            article) in from owner in Entities
                        from entity in Entities
                        from name in Names
                        from article in Articles
                        select (owner, entity,
            name, article))
        {
            var found = actual.IndexedAs(owner).Contains(entity)
                && actual.OwnersOf(entity, name)
                .Any(each => each.Entity == owner
                && (each.Articles is not { } choice || choice.Ids.Contains(article) != choice.IsExcluding));
            Assert.Equal(actual.Resolve(entity, name, article) == owner, found);
            if (!actual.IsSplitByName(entity))
                Assert.Equal(actual.Resolve(entity, "", article), actual.Resolve(entity, name, article));
        }
    }

    private static CorrectionOutcome Undo(CorrectionLog log, int undone) =>
        log.Add((number, when) => new EntityCorrection.Undo(number, "me", when, "", undone));

    private static CorrectionLog Open(string path) => new(path, TimeProvider.System);
}
