using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

public sealed class EntityCorrectionsTests
{
    private static readonly EntityReference A = EntityReference.Named(EntityType.Person, "a a");
    private static readonly EntityReference B = EntityReference.Named(EntityType.Person, "b b");
    private static readonly EntityReference C = EntityReference.Named(EntityType.Person, "c c");
    private static readonly DateTimeOffset When = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Merges_are_followed_to_their_end_and_never_in_a_circle()
    {
        var corrections = new EntityCorrections([Merge(1, A, B), Merge(2, B, C), Merge(3, C, A)]);
        Assert.Equal(C, corrections.Resolve(A));
        Assert.Equal(C, corrections.Resolve(B));
        Assert.Equal(C, corrections.Resolve(C));
        Assert.Equal([C, A, B], corrections.IndexedAs(C));
    }

    [Fact]
    public void What_is_undone_no_longer_counts_and_an_undoing_can_be_undone()
    {
        Assert.Equal(A, new EntityCorrections([Merge(1, A, B), Undo(2, 1)]).Resolve(A));
        Assert.Equal(B, new EntityCorrections([Merge(1, A, B), Undo(2, 1), Undo(3, 2)]).Resolve(A));
    }

    [Fact]
    public void A_split_moves_some_names_only()
    {
        var corrections = new EntityCorrections([new EntityCorrection.Split(1, "me", When, "", A, ["old name"], [], B, "B B")]);
        Assert.Equal(B, corrections.Resolve(A, "old name", "1"));
        Assert.Equal(A, corrections.Resolve(A, "a a", "1"));
        Assert.Equal("B B", corrections.NameOf(B));
    }

    [Fact]
    public void The_log_is_read_back_as_it_was_written_and_by_others_too()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("corrections.jsonl");
        var log = new CorrectionLog(path, TimeProvider.System);
        log.Add((number, when) => new EntityCorrection.Merge(number, "me", when, "one man", A, B));
        log.Add((number, when) => new EntityCorrection.Split(number, "me", when, "", A, ["x y"], ["1"], C, "C \"C\""));
        log.Add((number, when) => new EntityCorrection.Rename(number, "me", when, "", B, "Bé"));
        log.Add((number, when) => new EntityCorrection.Hide(number, "me", when, "", B, "article 1"));
        log.Add((number, when) => new EntityCorrection.Undo(number, "me", when, "", 4));
        var again = new CorrectionLog(path, TimeProvider.System).Current;
        Assert.Equal(
            log.Current.Log.Select(each => each.ToString()),
            again.Log.Select(each => each is EntityCorrection.Split split ? split.ToString() : each.ToString()),
            (a, b) => Shape(a) == Shape(b));
        Assert.Equal((B, "Bé", false), (again.Resolve(A), again.NameOf(B), again.HiddenFrom(B).Contains("article 1")));
    }

    [Theory]
    [InlineData("A>B A>B")]
    [InlineData("A>B B>A")]
    [InlineData("A>A")]
    [InlineData("A>B B>C C>A")]
    [InlineData("A>B C>B B>A A>C C>A")]
    public void Any_ring_of_merges_ends(string merges)
    {
        var corrections =
            new EntityCorrections([.. merges.Split(' ').Select((merge, i) => Merge(i + 1, Named(merge[0]), Named(merge[2])))]);
        foreach (var entity in (EntityReference[])[A, B, C])
            Assert.Equal(corrections.Resolve(entity), corrections.Resolve(corrections.Resolve(entity)));
        Assert.NotEmpty(corrections.Remarks);
        Assert.Equal(merges.Split(' ').Length, corrections.InForce.Count + corrections.Remarks.Count);
    }

    [Fact]
    public void Corrections_that_cannot_be_made_are_objected_to()
    {
        var place = EntityReference.Named(EntityType.Place, "a a");
        var corrections = new EntityCorrections([Merge(1, A, B), Undo(2, 1), Merge(3, B, C)]);
        Assert.Equal(CorrectionObjectionKind.TypesDiffer, corrections.ObjectionTo(Merge(4, A, place))?.Kind);
        Assert.Equal(CorrectionObjectionKind.SameEntity, corrections.ObjectionTo(Merge(4, C, B))?.Kind);
        Assert.Equal(CorrectionObjectionKind.SameEntity,
            corrections.ObjectionTo(new EntityCorrection.Split(4, "me", When, "", B, ["x"], [], C, "C C"))?.Kind);
        Assert.Equal(CorrectionObjectionKind.AlreadyUndone, corrections.ObjectionTo(Undo(4, 1))?.Kind);
        Assert.Equal(CorrectionObjectionKind.NoSuchCorrection, corrections.ObjectionTo(Undo(4, 5))?.Kind);
        Assert.Null(corrections.ObjectionTo(Undo(4, 2)));
        Assert.Null(corrections.ObjectionTo(Merge(4, A, C)));
    }

    /// <summary>Lists print as their type.</summary>
    private static string Shape(string correction) =>
        System.Text.RegularExpressions.Regex.Replace(correction, "(Names|Articles) = [^,]*", "");

    private static EntityReference Named(char letter) => letter switch { 'A' => A, 'B' => B, _ => C };

    private static EntityCorrection.Merge Merge(int number, EntityReference from, EntityReference into) =>
        new(number, "me", When, "", from, into);

    private static EntityCorrection.Undo Undo(int number, int undone) => new(number, "me", When, "", undone);
}
