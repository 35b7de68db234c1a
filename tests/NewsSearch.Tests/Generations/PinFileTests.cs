using NewsIndex.Generations;

namespace NewsSearch.Tests.Generations;

/// <summary>The list of pinned generations, changed by several at once.</summary>
public sealed class PinFileTests : IDisposable
{
    private static readonly Generation Cited = new(7, 0xabc);
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly PinOptions Limits = new();
    private readonly TemporaryFolder folder = new();

    private PinFile Pins => new(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_owner_has_a_pin_of_their_own_and_only_the_last_lets_the_generation_go()
    {
        Add("A", "chapter 3");
        Add("B", "an article");
        Add("B", "another article");
        Assert.Equal([("A", "chapter 3"), ("B", "another article")], Pins.Read().Select(pin => (pin.By, pin.Why)));
        Assert.Equal(PinFailure.SeveralOwners, Assert.Throws<PinFailedException>(() => Pins.Remove(Cited, null)).Failure);
        Assert.False(Pins.Remove(Cited, "C"));
        Assert.True(Pins.Remove(Cited, "B"));
        Assert.False(Pins.Remove(Cited, "B"));
        Assert.Equal("A", Pins.Read().Single().By);
        Assert.True(Pins.Remove(Cited, null));
        Assert.Empty(Pins.Read());
    }

    [Fact]
    public async Task Pins_that_are_made_and_removed_at_once_are_all_made_and_removed()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(owner => Task.Run(() =>
        {
            for (var round = 0; round < 10; round++)
            {
                Add($"{owner}", $"round {round}");
                Add($"{owner} again", "");
                Assert.True(Pins.Remove(Cited, $"{owner} again"));
            }
        })));
        Assert.Equal(Enumerable.Range(0, 8).Select(owner => ($"{owner}", "round 9")), Pins.Read().Select(pin => (pin.By, pin.Why)).Order());
    }

    [Fact]
    public void A_generation_that_is_gone_by_the_time_it_is_pinned_leaves_the_list_as_it_was()
    {
        Add("A", "first");
        Assert.False(Pins.Add(_ => Pin("A", "second"), Limits, Now, _ => false).Holds);
        Assert.Equal("first", Pins.Read().Single().Why);
    }

    [Fact]
    public void The_list_has_an_end()
    {
        File.WriteAllLines(folder.File(PinFile.FileName),
            Enumerable.Range(0, Limits.MaxPins)
            .Select(i => $$"""{"generation":"{{Cited}}","pinnedAt":"2026-01-02T03:04:05Z","by":"{{i}}","why":""}"""));
        Assert.Equal(PinFailure.TooMany, Assert.Throws<PinFailedException>(() => Add("one more", "")).Failure);
        Add("0", "replaced");
        Assert.True(Pins.Remove(Cited, "1"));
        Add("one more", "");
    }

    [Fact]
    public void An_owner_has_an_end_too_and_expired_pins_do_not_count()
    {
        var limits = new PinOptions { MaxPinsPerOwner = 2 };
        Add("A", 1, Now.AddHours(1));
        Add("A", 2, null);
        Assert.Equal(PinFailure.TooManyOfOwner, Assert.Throws<PinFailedException>(() => Add("A", 3, null)).Failure);
        Add("A", 2, null);
        Add("B", 3, null);
        Add("A", 3, null, Now.AddHours(2));
        Assert.Equal([1, 2, 3, 3], Pins.Read().Select(pin => pin.Generation.Number));

        void Add(string by, long number, DateTimeOffset? expires, DateTimeOffset? now = null) =>
            Pins.Add(_ => new GenerationPin(new Generation(number, 0), Now, by, "", 0, expires), limits, now ?? Now, _ => true);
    }

    [Fact]
    public void An_expired_pin_leaves_the_list_once_its_generation_is_gone()
    {
        Pins.Add(_ => Pin("A", "") with { ExpiresAt = Now.AddHours(1) }, Limits, Now, _ => true);
        Add("B", "");
        Assert.Equal(Now.AddHours(1), Pins.Read()[0].ExpiresAt);
        Pins.Add(_ => Pin("C", ""), Limits, Now.AddHours(1), _ => true);
        Assert.Equal(["A", "B", "C"], Pins.Read().Select(pin => pin.By));
        Pins.Add(_ => Pin("D", ""), Limits, Now.AddHours(1), pin => pin.By == "D");
        Assert.Equal(["B", "C", "D"], Pins.Read().Select(pin => pin.By));
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_named_and_changes_nothing()
    {
        Add("A", "");
        File.AppendAllText(folder.File(PinFile.FileName), "{\"generation\":\"half");
        var before = File.ReadAllText(folder.File(PinFile.FileName));
        Assert.Contains("line 2", Assert.Throws<IndexUnavailableException>(() => Add("B", "")).Message, StringComparison.Ordinal);
        Assert.Throws<IndexUnavailableException>(() => Pins.Remove(Cited, "A"));
        Assert.Equal(before, File.ReadAllText(folder.File(PinFile.FileName)));
    }

    private void Add(string by, string why) => Assert.True(Pins.Add(_ => Pin(by, why), Limits, Now, _ => true).Holds);

    private static GenerationPin Pin(string by, string why) =>
        new(Cited, Now, by, why, 0);
}
