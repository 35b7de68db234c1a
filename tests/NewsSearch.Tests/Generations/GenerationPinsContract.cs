using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Repeats;
using NewsSearch.Tests.Entities;

namespace NewsSearch.Tests.Generations;

/// <summary>What the pins of every engine must do.</summary>
public abstract class GenerationPinsContract
{
    private readonly MemoryCorrectionLog corrections = new(TimeProvider.System);
    private readonly ManualClock clock = new();
    private IGenerationPins? pins;

    private IGenerationPins Pins => pins ??= Open(corrections, clock);

    /// <summary>Opens the pins of an index without generations.</summary>
    protected abstract IGenerationPins Open(ICorrectionLog corrections, TimeProvider clock);

    /// <summary>Commits another generation to that index.</summary>
    /// <param name="clock">That of the pins.</param>
    protected abstract Task<Generation> CommitAsync(TimeProvider clock);

    [Fact]
    public void Without_an_index_there_is_nothing_to_list_or_to_pin()
    {
        Assert.Empty(Pins.ListGenerations());
        Assert.Empty(Pins.Read());
        Assert.Throws<IndexUnavailableException>(() => Pins.Pin(null, "me", ""));
        Assert.False(Pins.Unpin(new Generation(1, 1), null));
        Assert.Null(Pins.CorrectionsOf(new Generation(1, 1)));
    }

    [Fact]
    public async Task The_newest_generation_is_pinned_when_none_is_named()
    {
        _ = Pins;
        await CommitAsync();
        var newest = await CommitAsync();
        var pin = Pins.Pin(null, "me", "chapter 3");
        Assert.Equal((newest, "me", "chapter 3"), (pin.Generation, pin.By, pin.Why));
        Assert.Equal([pin], Pins.Read());
    }

    [Fact]
    public async Task A_pinned_generation_stays_until_its_last_pin_is_removed()
    {
        _ = Pins;
        var cited = await CommitAsync();
        Pins.Pin(cited, "A", "");
        Pins.Pin(cited, "B", "");
        Assert.Equal([cited, await CommitAsync()], Pins.ListGenerations());
        Assert.True(Pins.Unpin(cited, "A"));
        Assert.Equal([cited, await CommitAsync()], Pins.ListGenerations());
        Assert.True(Pins.Unpin(cited, null));
        Assert.False(Pins.Unpin(cited, null));
        Assert.Equal([await CommitAsync()], Pins.ListGenerations());
    }

    [Fact]
    public async Task A_pin_that_expires_keeps_its_generation_until_then_and_stays_in_the_list()
    {
        _ = Pins;
        var cited = await CommitAsync();
        Pins.Pin(cited, "A", "", clock.GetUtcNow().AddHours(1));
        Assert.Equal([cited, await CommitAsync()], Pins.ListGenerations());
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(Pins.Read().Single().IsExpiredAt(clock.GetUtcNow()));
        Assert.Equal([await CommitAsync()], Pins.ListGenerations());
        Assert.Equal(cited, Pins.Read().Single().Generation);
        Assert.True(Pins.Unpin(cited, "A"));
    }

    [Fact]
    public async Task Pinning_again_renews_what_expires()
    {
        _ = Pins;
        var cited = await CommitAsync();
        Pins.Pin(cited, "A", "", clock.GetUtcNow().AddHours(1));
        Pins.Pin(cited, "A", "");
        clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal([cited, await CommitAsync()], Pins.ListGenerations());
    }

    [Fact]
    public async Task A_generation_that_is_gone_cannot_be_pinned()
    {
        _ = Pins;
        var gone = await CommitAsync();
        var newest = await CommitAsync();
        var refused = Assert.Throws<GenerationExpiredException>(() => Pins.Pin(gone, "me", ""));
        Assert.Equal((gone, newest), (refused.Asked, refused.Current));
        Assert.Empty(Pins.Read());
    }

    [Fact]
    public async Task Each_owner_has_a_pin_which_a_later_one_of_theirs_replaces()
    {
        _ = Pins;
        var cited = await CommitAsync();
        Pins.Pin(cited, "A", "first");
        Pins.Pin(cited, "B", "second");
        Pins.Pin(cited, "A", "third");
        Assert.Equal([("A", "third"), ("B", "second")], Pins.Read().Select(pin => (pin.By, pin.Why)));
        Assert.Equal(PinFailure.SeveralOwners, Assert.Throws<PinFailedException>(() => Pins.Unpin(cited, null)).Failure);
        Assert.False(Pins.Unpin(cited, "C"));
    }

    [Fact]
    public async Task A_generation_keeps_the_corrections_that_existed_at_its_first_pin()
    {
        _ = Pins;
        var cited = await CommitAsync();
        Correct();
        Pins.Pin(cited, "A", "");
        Correct();
        Assert.Equal(1, Pins.Pin(cited, "B", "").Corrections);
        Assert.Equal(1, Pins.CorrectionsOf(cited));
        var next = await CommitAsync();
        Assert.Null(Pins.CorrectionsOf(next));
        Assert.Equal(2, Pins.Pin(next, "A", "").Corrections);
    }

    [Fact]
    public async Task A_request_that_comes_again_has_its_pin_as_long_as_that_is_in_the_list()
    {
        _ = Pins;
        var request = new WriteRequest("", "1", "newest");
        var cited = await CommitAsync();
        var pin = Pins.Pin(null, "A", "", clock.GetUtcNow().AddHours(1), request);
        await CommitAsync();
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(pin, Pins.Pin(null, "A", "", clock.GetUtcNow().AddHours(1), request));
        Assert.Equal([pin], Pins.Read());
        Assert.Throws<RequestIdReusedException>(() => Pins.Pin(null, "A", "", null, request with { Digest = "another" }));
        Assert.True(Pins.Unpin(cited, "A"));
        Assert.NotEqual(cited, Pins.Pin(null, "A", "", null, request).Generation);
    }

    [Fact]
    public async Task Of_16_callers_with_one_request_one_pins()
    {
        _ = Pins;
        await CommitAsync();
        var request = new WriteRequest("", "1", "newest");
        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
            Pins.Pin(null, "A", "", null, request))));
        Assert.All(made, pin => Assert.Equal(made[0], pin));
        Assert.Equal([made[0]], Pins.Read());
    }

    private Task<Generation> CommitAsync() => CommitAsync(clock);

    private void Correct() => Assert.NotNull(corrections.Add((number, when) => new EntityCorrection.Hide(
        number, "me", when, "", EntityReference.Named(EntityType.Person, "a a"), $"{number}")).Made);
}
