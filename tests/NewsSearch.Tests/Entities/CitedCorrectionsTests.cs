using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsSearch.Tests.Generations;

namespace NewsSearch.Tests.Entities;

/// <summary>Which corrections answer a request for a generation.</summary>
public sealed class CitedCorrectionsTests
{
    private static readonly Generation Cited = new(1, 1);
    private static readonly Generation Unpinned = new(2, 2);
    private readonly MemoryCorrectionLog log = new(TimeProvider.System);
    private readonly MemoryPins pins;
    private readonly CitedCorrections cited;

    public CitedCorrectionsTests()
    {
        pins = new MemoryPins(log, TimeProvider.System);
        cited = new CitedCorrections(log, pins);
        Hide("before");
        pins.Commit(Cited);
        pins.Pin(Cited, "me", "");
        pins.Commit(Unpinned);
    }

    [Fact]
    public void A_pinned_generation_has_the_corrections_that_were_made_before_it_was_pinned()
    {
        Hide("after");
        Assert.Equal([1], Numbers(Cited));
        Assert.Equal([1, 2], Numbers(Unpinned));
        Assert.Equal([1, 2], Numbers(null));
        Assert.Equal([1, 2], cited.Current.Log.Select(each => each.Number));
    }

    [Fact]
    public void The_corrections_of_a_citation_are_taken_out_once()
    {
        Hide("after");
        Assert.Same(cited.Of(Cited), cited.Of(Cited));
        Assert.Same(log.Current, cited.Of(Unpinned));
    }

    [Fact]
    public void Without_later_corrections_those_in_force_are_used() => Assert.Same(log.Current, cited.Of(Cited));

    [Fact]
    public void A_generation_whose_pin_is_removed_has_all_corrections()
    {
        Hide("after");
        Assert.Equal([1], Numbers(Cited));
        pins.Unpin(Cited, "me");
        Assert.Equal([1, 2], Numbers(Cited));
    }

    private IEnumerable<int> Numbers(Generation? generation) => cited.Of(generation).Log.Select(each => each.Number);

    private void Hide(string article) => Assert.NotNull(log.Add((number, when) => new EntityCorrection.Hide(
        number, "me", when, "", EntityReference.Named(EntityType.Person, "a a"), article)).Made);
}
