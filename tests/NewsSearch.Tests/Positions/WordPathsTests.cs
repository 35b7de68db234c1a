using System.Globalization;
using NewsIndex.Positions;

namespace NewsSearch.Tests.Positions;

/// <summary>Words at positions are written <c>word@distance</c>; alternatives of one position are joined by <c>/</c>.</summary>
public sealed class WordPathsTests
{
    [Theory]
    [InlineData("oil@0", "oil")]
    [InlineData("oil@0 price@1", "oil@0 price@1")]
    [InlineData("oil@0 price@3", "oil@0 price@3")]
    [InlineData("oil@2 price@3", "oil@0 price@1")]
    [InlineData("analyse@0 analyze@0", "analyse/analyze")]
    [InlineData("analyse@0 analyze@0 report@1", "analyse/analyze@0 report@1")]
    public void Words_of_one_position_each_have_one_path(string typed, string expected) => Assert.Equal(expected, Paths(typed));

    /// <summary>A word with hyphens is typed as its parts and as one word that covers the positions of all.</summary>
    [Theory]
    [InlineData("e@0 mail@1 email@0+2", "e@0 mail@1 | email")]
    [InlineData("e@0 mail@1 email@0+2 address@2", "e@0 mail@1 address@2 | email@0 address@1")]
    [InlineData("new@0 e@1 mail@2 email@1+2", "new@0 e@1 mail@2 | new@0 email@1")]
    public void A_joined_spelling_is_a_path_of_its_own(string typed, string expected) => Assert.Equal(expected, Paths(typed));

    /// <summary>A word typed without hyphens may be written with them, and then what follows stands further behind.</summary>
    [Theory]
    [InlineData("email@0 address@1", "email", 1, "email@0 address@1 | email@0 tail@1 address@2")]
    [InlineData("new@0 email@1", "email", 1, "new@0 email@1 | new@0 email@1 tail@2")]
    [InlineData("email@0 address@1", "email", 2, "email@0 address@1 | email@0 tail@2 address@3")]
    [InlineData("email@0 address@1", "other", 1, "email@0 address@1")]
    public void A_word_that_has_a_tail_in_the_index_is_also_looked_for_with_it(string typed, string word, int distance, string expected) =>
        Assert.Equal(expected, Paths(typed, words => words.Words.Contains(word) ? [(Terms("tail"), distance)] : []));

    [Fact]
    public void Slop_is_that_of_every_path()
    {
        var words = new[] { Part("e@0"), Part("mail@1"), Part("email@0+2"), Part("now@2") };
        var plan = Assert.IsType<PositionPlan.Any>(WordPaths.Of(words, 3, _ => []));
        Assert.All(plan.Parts, part => Assert.Equal(3, Assert.IsType<PositionPlan.Sequence>(part).Slop));
    }

    [Fact]
    public void Several_paths_are_spellings_of_one_word() =>
        Assert.True(Assert.IsType<PositionPlan.Any>(WordPaths.Of([Part("e@0"), Part("mail@1"), Part("email@0+2")], 0, _ => [])).IsOneWord);

    /// <summary>Ten words with a joined spelling of two each have more than a thousand paths.</summary>
    [Fact]
    public void Not_more_than_64_paths_are_tried()
    {
        var words = Enumerable.Range(0, 10)
            .SelectMany(i => new[] { Part($"a{i}@{2 * i}"), Part($"b{i}@{(2 * i) + 1}"), Part($"ab{i}@{2 * i}+2") });
        Assert.Equal(64, Assert.IsType<PositionPlan.Any>(WordPaths.Of([.. words], 0, _ => [])).Parts.Count);
    }

    private static string Paths(string typed, TailLookup? tails = null) =>
        Shown(WordPaths.Of([.. typed.Split(' ').Select(Part)], 0, tails ?? (_ => [])));

    private static string Shown(PositionPlan plan) => plan switch
    {
        PositionPlan.Terms terms => string.Join('/', terms.Words),
        PositionPlan.Sequence sequence => string.Join(' ', sequence.Parts.Select(part => $"{Shown(part.Words)}@{part.Distance}")),
        PositionPlan.Any any => string.Join(" | ", any.Parts.Select(Shown)),
        _ => throw new InvalidOperationException($"{plan.GetType()} is no path."),
    };

    private static PhrasePart Part(string written)
    {
        var (word, place) = (written.Split('@')[0], written.Split('@')[1].Split('+'));
        return new PhrasePart(word, Terms(word), Number(place[0]), place.Length > 1 ? Number(place[1]) : 1);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static PositionPlan.Terms Terms(string word) => PositionPlan.Terms.Of(TextFields.Stems, word);
}
