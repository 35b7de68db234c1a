using System.Runtime.CompilerServices;
using NewsIndex.Articles;
using NewsIndex.Entities;
using SearchService.Replies;

namespace NewsSearch.Tests.Service.Replies;

public sealed class CorrectionRepliesTests
{
    private static readonly DateTimeOffset When = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly EntityReference Jane = new(EntityType.Person, "person:jane roe");
    private static readonly EntityReference John = new(EntityType.Person, "person:john roe");

    public static TheoryData<string, string, EntityCorrection> Kinds => new()
    {
        { "merge", "person:john roe is person:jane roe", Merge(1) },
        { "rename", "person:jane roe is shown as Janet", new EntityCorrection.Rename(1, "desk", When, "why", Jane, "Janet") },
        { "hide", "article 7 does not mention person:jane roe", new EntityCorrection.Hide(1, "desk", When, "why", Jane, "7") },
        { "undo", "number 3 no longer counts", new EntityCorrection.Undo(1, "desk", When, "why", 3) },
        { "split", "roe, j roe of person:jane roe is John Roe (person:john roe)", Split(["roe", "j roe"], []) },
        { "split", "roe of person:jane roe in article 7 is John Roe (person:john roe)", Split(["roe"], ["7"]) },
        { "split", "every mention of person:jane roe in articles 7, 8 is John Roe (person:john roe)", Split([], ["7", "8"]) },
    };

    [Fact]
    public void Every_type_of_correction_has_a_name_of_its_own()
    {
        var types = typeof(EntityCorrection).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(EntityCorrection)) && !type.IsAbstract);
        Assert.Equal(
            ["hide", "merge", "rename", "split", "undo"],
            types.Select(type => CorrectionKinds.NameOf((EntityCorrection)RuntimeHelpers.GetUninitializedObject(type))).Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_correction_says_what_it_does_in_a_sentence(string kind, string summary, EntityCorrection correction)
    {
        var sent = CorrectionReplies.From(correction, EntityCorrections.None);
        Assert.Equal((1, kind, summary, "desk", "why", When),
            (sent.Number, sent.Kind, sent.Summary, sent.Who, sent.Why, sent.When.ToDateTimeOffset()));
    }

    [Fact]
    public void What_was_undone_is_not_in_force_and_needs_no_note() =>
        Assert.Equal([(1, false, ""), (2, true, "")], Sent(Merge(1), new EntityCorrection.Undo(2, "desk", When, "", 1)));

    [Fact]
    public void A_correction_without_effect_says_why()
    {
        var sent = Sent(Merge(1), Merge(2)).ToList();
        Assert.Equal((1, true, ""), sent[0]);
        Assert.False(sent[1].InForce);
        Assert.StartsWith("It has no effect: ", sent[1].Note, StringComparison.Ordinal);
    }

    private static IEnumerable<(int Number, bool InForce, string Note)> Sent(params EntityCorrection[] log) =>
        CorrectionReplies.From(log, "", new EntityCorrections(log)).Corrections.Select(each => (each.Number, each.InForce, each.Note));

    private static EntityCorrection.Merge Merge(int number) => new(number, "desk", When, "why", John, Jane);

    private static EntityCorrection.Split Split(string[] names, string[] articles) =>
        new(1, "desk", When, "why", Jane, names, articles, John, "John Roe");
}
