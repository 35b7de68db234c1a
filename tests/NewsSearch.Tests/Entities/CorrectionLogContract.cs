using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Repeats;

namespace NewsSearch.Tests.Entities;

/// <summary>
/// What every log of corrections must do: among others, random sequences of corrections and undos by two services, against a model that
/// goes through every mention.
/// </summary>
public abstract class CorrectionLogContract
{
    private static readonly EntityReference[] Entities =
        [.. "abcde".Select(letter => EntityReference.Named(EntityType.Person, $"{letter} x"))];
    private static readonly string[] Names = ["x", "y"];
    private static readonly string[] Articles = ["1", "2"];

    /// <summary>Starts an empty log; each call of the function opens that log as another process would.</summary>
    protected abstract Func<ICorrectionLog> Start(TimeProvider clock);

    [Fact]
    public void A_thousand_sequences_answer_as_the_model_does_after_every_correction_and_after_a_restart() =>
        // Beside one another, since most of the time goes by while the disk is waited for.
        Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, seed =>
            Run(Start(TimeProvider.System), new Random(seed)));

    [Fact]
    public void A_log_begins_empty()
    {
        var log = Start(TimeProvider.System)();
        Assert.Empty(log.Current.Log);
        Assert.Empty(log.Remarks);
    }

    [Fact]
    public void Corrections_are_numbered_from_1_and_dated_in_whole_seconds()
    {
        var clock = new ManualClock();
        var log = Start(clock)();
        clock.Advance(TimeSpan.FromSeconds(2.75));
        var made = Merge(log, Entities[0], Entities[1]).Made!;
        Assert.Equal((1, DateTimeOffset.UnixEpoch.AddSeconds(2)), (made.Number, made.When));
        Assert.Equal(2, Merge(log, Entities[1], Entities[2]).Made!.Number);
    }

    [Fact]
    public void An_objection_changes_nothing()
    {
        var log = Start(TimeProvider.System)();
        Merge(log, Entities[0], Entities[1]);
        var refused = Merge(log, Entities[0], Entities[1]);
        Assert.Equal((null, CorrectionObjectionKind.SameEntity), (refused.Made, refused.Objection!.Kind));
        Assert.Equal([1], refused.After.Log.Select(each => each.Number));
        Assert.Equal([1], log.Current.Log.Select(each => each.Number));
    }

    [Fact]
    public async Task Of_merges_that_come_at_once_one_is_made()
    {
        for (var round = 0; round < 20; round++)
        {
            var open = Start(TimeProvider.System);
            ICorrectionLog[] logs = [open(), open()];
            var outcomes = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(i => Task.Run(() => Merge(logs[i % 2], Entities[0], Entities[1]))));
            Assert.Single(outcomes, outcome => outcome.Made is not null);
            Assert.All(outcomes.Where(outcome => outcome.Made is null),
                outcome => Assert.Equal(CorrectionObjectionKind.SameEntity, outcome.Objection!.Kind));
            Assert.Equal(Entities[1], open().Current.Resolve(Entities[0]));
        }
    }

    [Fact]
    public void A_merge_that_is_undone_made_again_and_restored_is_one_merge()
    {
        var open = Start(TimeProvider.System);
        var log = open();
        var (a, b) = (Entities[0], Entities[1]);
        Assert.NotNull(Merge(log, a, b).Made);
        Assert.NotNull(Undo(log, 1).Made);
        Assert.NotNull(Merge(log, a, b).Made);
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
        Assert.Equal(a, open().Current.Resolve(a));
    }

    [Fact]
    public void A_request_that_comes_again_corrects_nothing_and_has_the_first_outcome_whatever_came_after_it()
    {
        var open = Start(TimeProvider.System);
        var first = Merge(open(), Entities[0], Entities[1], Request("1"));
        Undo(open(), 1);
        Merge(open(), Entities[0], Entities[2]);
        var again = Merge(open(), Entities[0], Entities[1], Request("1"));
        Assert.Equal((first.Made, null), (again.Made, again.Objection));
        Assert.Equal([1], again.After.Log.Select(each => each.Number));
        Assert.True(again.After.IsInForce(again.Made!));
        Assert.Equal(first.Made, open().Latest.FirstOutcomeOf(Request("1"))!.Made);
        Assert.Equal([1, 2, 3], open().Current.Log.Select(each => each.Number));
        Assert.Equal(Entities[2], open().Current.Resolve(Entities[0]));
    }

    [Fact]
    public void An_id_of_another_request_is_refused_and_one_of_another_caller_is_another_id()
    {
        var log = Start(TimeProvider.System)();
        Merge(log, Entities[0], Entities[1], Request("1"));
        var other = Request("1") with { Digest = "another" };
        Assert.Equal("1", Assert.Throws<RequestIdReusedException>(() => Merge(log, Entities[1], Entities[2], other)).Id);
        Assert.Throws<RequestIdReusedException>(() => log.Latest.FirstOutcomeOf(other));
        Assert.Equal(2, Merge(log, Entities[1], Entities[2], other with { Caller = "anna" }).Made!.Number);
        Assert.Equal(3, Merge(log, Entities[2], Entities[3], Request("2")).Made!.Number);
    }

    [Fact]
    public async Task Of_16_callers_with_one_request_one_corrects_and_all_have_its_outcome()
    {
        var open = Start(TimeProvider.System);
        ICorrectionLog[] logs = [open(), open()];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
            Merge(logs[i % 2], Entities[0], Entities[1], Request("1")))));
        Assert.All(outcomes, outcome => Assert.Equal((outcomes[0].Made, null), (outcome.Made, outcome.Objection)));
        Assert.Equal([1], open().Current.Log.Select(each => each.Number));
    }

    private static WriteRequest Request(string id) => new("", id, "merge");

    private static void Run(Func<ICorrectionLog> open, Random random)
    {
        ICorrectionLog[] services = [open(), open()];
        var model = new CorrectionModel(Entities, Names, Articles);
        for (var left = random.Next(4, 13); left > 0; left--)
        {
            var service = services[random.Next(2)];
            var outcome = service.Add((number, when) => Any(random, number, when));
            if (outcome.Made is { } made)
                model.Add(made);
            AssertSame(model, outcome.After);
        }

        var restarted = open().Current;
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

    private static CorrectionOutcome Merge(
        ICorrectionLog log, EntityReference from, EntityReference into, WriteRequest? request = null) =>
        log.Add((number, when) => new EntityCorrection.Merge(number, "me", when, "", from, into) { Request = request });

    private static CorrectionOutcome Undo(ICorrectionLog log, int undone) =>
        log.Add((number, when) => new EntityCorrection.Undo(number, "me", when, "", undone));
}
