using CsCheck;
using Recognition.Features;

namespace NewsSearch.Tests.Recognition.Features;

public sealed class GazetteerTests
{
    private const string PositionLetters = "BILU";

    [Theory]
    [InlineData("New York is near", "B L . .")]
    [InlineData("NEW YORK IS NEAR", "B L . .")]
    [InlineData("New york is near", "B L . .")]
    [InlineData("new York is near", ". U . .")]
    [InlineData("in York", ". U")]
    [InlineData("New York City", "B I L")]
    [InlineData("New York City Hall", "B I L .")]
    [InlineData("New York New York City", "B L B I L")]
    [InlineData("New", ".")]
    [InlineData("Yorkshire", ".")]
    public void Matches_the_longest_name_of_a_type_without_regard_to_case(string sentence, string expected) =>
        Assert.Equal(expected, Positions(Of(("new york", 1), ("york", 1), ("new york city", 1)), sentence, 0));

    [Fact]
    public void Matches_types_independently_of_each_other()
    {
        var gazetteer = Of(("paris", 0b001), ("paris hilton", 0b010), ("hilton", 0b101));
        Assert.Equal("U U", Positions(gazetteer, "Paris Hilton", 0));
        Assert.Equal("B L", Positions(gazetteer, "Paris Hilton", 1));
        Assert.Equal(". U", Positions(gazetteer, "Paris Hilton", 2));
    }

    [Fact]
    public void Joins_the_types_of_a_name_that_is_listed_twice()
    {
        var gazetteer = Of(("jordan", 0b01), ("jordan", 0b10));
        Assert.Equal(0b11, Match(gazetteer, "Jordan")[0].Types);
    }

    [Fact]
    public void Knows_with_which_words_names_start()
    {
        var gazetteer = Of(("new york", 1));
        Assert.True(gazetteer.StartsName(FeatureHash.Of("new")));
        Assert.False(gazetteer.StartsName(FeatureHash.Of("york")));
        Assert.False(Gazetteer.Empty.StartsName(FeatureHash.Of("new")));
    }

    [Fact]
    public void Ignores_names_with_too_many_words()
    {
        var longest = string.Join(' ', Enumerable.Repeat("word", Gazetteer.MaxWords));
        Assert.Equal("B I I I I I L", Positions(Of((longest, 1)), longest.ToUpperInvariant(), 0));
        Assert.DoesNotContain('L', Positions(Of((longest + " word", 1)), (longest + " word").ToUpperInvariant(), 0));
    }

    [Fact]
    public void Has_a_bit_of_an_entry_for_every_type() => Assert.InRange(Gazetteer.Types.Length, 1, 15);

    /// <summary>Compares with a search of all substrings of tokens in a list.</summary>
    [Fact]
    public void Matches_what_a_search_of_the_list_finds()
    {
        string[] words = ["a", "b", "c"];
        var name = Gen.Int[0, 2].Select(i => words[i]).Array[1, 4].Select(each => string.Join(' ', each));
        var entries = Gen.Select(name, Gen.Int[1, 7]).Array[1, 8];
        var sentence = Gen.Int[0, 3].Select(i => "ABCa"[i].ToString()).Array[1, 12];
        Check.Sample(
            Gen.Select(entries, sentence),
            (listed, tokens) =>
            {
                var matches = Match(Of(listed), string.Join(' ', tokens));
                for (var type = 0; type < 3; type++)
                {
                    var names = listed.Where(entry => (entry.Item2 & (1 << type)) != 0).Select(entry => entry.Item1);
                    Assert.Equal(Search(names, tokens), Show(matches, type));
                }
            },
            iter: 500);
    }

    private static string Search(IEnumerable<string> names, string[] tokens)
    {
        var listed = names.ToHashSet();
        var shown = Enumerable.Repeat('.', tokens.Length).ToArray();
        for (var start = 0; start < tokens.Length; start++)
        {
            var lengths = Enumerable.Range(1, tokens.Length - start);
            var length = lengths.LastOrDefault(each => listed.Contains(string.Join(' ', tokens, start, each).ToLowerInvariant()));
            if (length == 0 || char.IsLower(tokens[start][0]))
                continue;
            for (var i = 0; i < length; i++)
                shown[start + i] = length == 1 ? 'U' : i == 0 ? 'B' : i == length - 1 ? 'L' : 'I';
            start += length - 1;
        }

        return string.Join(' ', shown);
    }

    private static Gazetteer Of(params (string Name, int Types)[] entries) =>
        new(entries.Select(entry => KeyValuePair.Create(entry.Name, (ushort)entry.Types)));

    private static string Positions(Gazetteer gazetteer, string sentence, int type) => Show(Match(gazetteer, sentence), type);

    private static GazetteerMatch[] Match(Gazetteer gazetteer, string sentence)
    {
        var words = sentence.Split(' ').Select(word => new WordForm(word, WordClusters.Empty, gazetteer)).ToArray();
        var matches = new GazetteerMatch[words.Length];
        gazetteer.Match(words, matches);
        return matches;
    }

    private static string Show(GazetteerMatch[] matches, int type) =>
        string.Join(' ', matches.Select(match => (match.Types & (1 << type)) == 0 ? '.' : PositionLetters[match.PositionIn(type)]));
}
