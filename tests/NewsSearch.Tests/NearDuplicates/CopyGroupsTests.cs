using NewsIndex.NearDuplicates;

namespace NewsSearch.Tests.NearDuplicates;

public sealed class CopyGroupsTests
{
    private const int Span = 100;

    [Fact]
    public void A_copy_is_found_for_one_to_two_spans_after_the_first()
    {
        var texts = new Texts();
        var groups = texts.Groups();
        Assert.Equal("first", texts.Assign(groups, "first", "the harbour was closed in the fog", 150));
        Assert.Equal("first", texts.Assign(groups, "near", "the harbour was closed in the fog", 299));
        Assert.Equal("far", texts.Assign(groups, "far", "the harbour was closed in the fog", 300));
        Assert.Equal("far", texts.Assign(groups, "next", "the harbour was closed in the fog", 301));
    }

    [Fact]
    public void Nothing_is_remembered_over_a_gap()
    {
        var texts = new Texts();
        var groups = texts.Groups();
        texts.Assign(groups, "first", "the harbour was closed in the fog", 10);
        Assert.Equal("far", texts.Assign(groups, "far", "the harbour was closed in the fog", 510));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_run_that_was_broken_off_anywhere_goes_on_with_the_same_groups(int seed)
    {
        var random = new Random(seed);
        var archive = Enumerable
            .Range(0, 600)
            .Select(i => ($"{i}", $"a text of kind {random.Next(80)} and the words that all of them have in common"))
            .ToList();
        var undisturbed = GroupsOf(archive, []);
        var brokenOff = GroupsOf(archive, [.. Enumerable.Range(0, 12).Select(_ => random.Next(600)).Distinct()]);
        Assert.Equal(undisturbed, brokenOff);
        Assert.NotEqual(600, undisturbed.Distinct().Count());
    }

    [Theory]
    [InlineData(true, "first")]
    [InlineData(false, "copy")]
    public void A_first_that_has_changed_is_compared_as_it_is_now(bool isMarked, string group)
    {
        var (fog, vote) = (
            TextShingles.Of("the harbour was closed in the fog on monday and no ship left before noon"),
            TextShingles.Of("the council voted on the budget late at night after a debate of nine hours"));
        var bands = TextBands.Of(fog);
        var groups = new CopyGroups(_ => vote, Span);
        Assert.Equal("first", groups.Assign("first", fog, bands, 1));
        if (isMarked)
            groups.MarkChanged("first");
        Assert.Equal(group, groups.Assign("copy", vote, bands, 2));
    }

    /// <param name="breaks">Arrivals before which everything in memory is lost, and read again from what was written.</param>
    private static List<string> GroupsOf(List<(string Id, string Text)> archive, HashSet<int> breaks)
    {
        var texts = new Texts();
        var groups = texts.Groups();
        var assigned = new List<string>();
        for (var arrival = 1; arrival <= archive.Count; arrival++)
        {
            if (breaks.Contains(arrival))
                groups = texts.Reopened(arrival - 1);
            assigned.Add(texts.Assign(groups, archive[arrival - 1].Id, archive[arrival - 1].Text, arrival));
        }

        return assigned;
    }

    /// <summary>What an index holds.</summary>
    private sealed class Texts
    {
        private readonly Dictionary<string, string> texts = [];
        private readonly List<(string Id, uint[] Bands, long Arrival)> firsts = [];

        public CopyGroups Groups() => new(id => texts.TryGetValue(id, out var text) ? TextShingles.Of(text) : null, Span);

        public string Assign(CopyGroups groups, string id, string text, long arrival)
        {
            texts[id] = text;
            var shingles = TextShingles.Of(text);
            var bands = TextBands.Of(shingles);
            var group = groups.Assign(id, shingles, bands, arrival);
            if (group == id)
                firsts.Add((id, bands, arrival));
            return group;
        }

        public CopyGroups Reopened(long lastArrival)
        {
            var groups = Groups();
            foreach (var (id, bands, arrival) in firsts.Where(first => first.Arrival >= CopyGroups.EarliestKnown(lastArrival, Span)))
                groups.AddKnown(id, bands, arrival);
            return groups;
        }
    }
}
