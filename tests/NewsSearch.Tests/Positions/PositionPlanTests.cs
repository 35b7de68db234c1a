using NewsIndex.Positions;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Positions;

public sealed class PositionPlanTests
{
    private static readonly Proximity Near5 = new(ProximityUnit.Words, 5, false);

    private static readonly Dictionary<string, float?> Idfs = new() { ["oil"] = 2, ["opec"] = 5, ["fall"] = 1, ["absent"] = null };

    public static TheoryData<string, string, float?> Plans => new()
    {
        { "terms", "oil", 2 },
        { "terms of no article", "absent", null },
        { "pattern", "absent opec", 1 },
        { "sequence", "oil opec", 7 },
        { "sequence of no article", "oil absent", null },
        { "any", "oil opec", 2 },
        { "any of one that is there", "absent opec", 5 },
        { "near", "oil opec", 7 },
        { "not near", "oil opec", 2 },
        { "within", "opec", 5 },
        { "at least", "opec", 5 },
        { "quoted", "opec", 5 },
        { "quoted by", "opec oil", 7 },
    };

    /// <summary>What has to be there together adds up; of alternatives the most frequent counts.</summary>
    [Theory]
    [MemberData(nameof(Plans))]
    public void The_idf_of_a_plan_is_a_lower_bound(string kind, string words, float? expected) =>
        Assert.Equal(expected, Plan(kind, words.Split(' ')).Idf(terms => Idfs[terms.Words[0]]));

    [Theory]
    [InlineData("terms", "oil")]
    [InlineData("sequence", "oil opec")]
    [InlineData("any", "oil opec")]
    [InlineData("near", "oil opec")]
    [InlineData("not near", "oil opec")]
    [InlineData("within", "opec")]
    [InlineData("at least", "opec")]
    [InlineData("quoted", "opec")]
    [InlineData("quoted by", "opec oil")]
    public void The_leaves_of_a_plan_are_all_its_terms(string kind, string words) =>
        Assert.Equal(words.Split(' '), Plan(kind, words.Split(' ')).Leaves.SelectMany(leaf => leaf.Words));

    private static PositionPlan Plan(string kind, string[] words) => kind.Split(" of ")[0] switch
    {
        "terms" => Terms(words[0]),
        "pattern" => PositionPlan.Terms.Of(TextFields.Exact, words) with { IsPattern = true },
        "sequence" => new PositionPlan.Sequence([(Terms(words[0]), 0), (Terms(words[1]), 1)], 0),
        "any" => new PositionPlan.Any([Terms(words[0]), Terms(words[1])]),
        "near" => new PositionPlan.Near(Terms(words[0]), Terms(words[1]), Near5),
        "not near" => new PositionPlan.NotNear(Terms(words[0]), Terms(words[1]), Near5),
        "within" => new PositionPlan.Within(Terms(words[0]), 0, 10),
        "at least" => new PositionPlan.AtLeast(Terms(words[0]), 2),
        "quoted" => new PositionPlan.Quoted(Terms(words[0]), null),
        _ => new PositionPlan.Quoted(Terms(words[0]), Terms(words[1])),
    };

    private static PositionPlan.Terms Terms(string word) => PositionPlan.Terms.Of(TextFields.Stems, word);
}
