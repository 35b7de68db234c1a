using CsCheck;
using Recognition.Features;

namespace NewsSearch.Tests.Recognition.Features;

public sealed class SentenceFeaturesTests
{
    private static readonly WordClusters Clusters = new(new Dictionary<string, int>
    {
        ["mr"] = (1 << 16) | 11,
        ["smith"] = (2 << 16) | 22,
        ["said"] = (3 << 16) | 33,
    });

    private static readonly Gazetteer Names =
        new([KeyValuePair.Create("smith", (ushort)0b10), KeyValuePair.Create("new york", (ushort)0b100)]);

    private static readonly string[] Vocabulary = ["Mr", "Smith", "said", "New", "York", "42", "the"];

    [Theory]
    [InlineData(1, "Smith")]
    [InlineData(2, "Then")]
    [InlineData(3, "mr")]
    [InlineData(4, "smith")]
    [InlineData(5, "said")]
    [InlineData(6, "00")]
    [InlineData(14, "Xx")]
    [InlineData(24, "Xxxxx")]
    [InlineData(28, "Smit")]
    [InlineData(32, "mith")]
    public void Has_words_and_spelling_of_a_window_of_two(int template, string value)
    {
        var text = template == 2 ? value.ToLowerInvariant() : value;
        Assert.Contains(FeatureHash.Bucket(template, FeatureHash.Of(text)), FeaturesOf("Then Mr Smith said 42", 2));
    }

    [Theory]
    [InlineData(43, 11)]
    [InlineData(44, 22)]
    [InlineData(45, 33)]
    [InlineData(49, 2)]
    public void Has_the_clusters_of_the_window(int template, ulong cluster) =>
        Assert.Contains(FeatureHash.Bucket(template, cluster), FeaturesOf("Then Mr Smith said 42", 2));

    [Fact]
    public void Has_gazetteer_matches_with_their_position()
    {
        // Template 37: matches of the token itself; type 1 as a unit, type 2 as the last token.
        Assert.Contains(FeatureHash.Bucket(37, FeatureHash.Combine((1 * 4) + GazetteerMatch.Unit + 1, 0)), FeaturesOf("Mr Smith", 1));
        Assert.Contains(FeatureHash.Bucket(37, FeatureHash.Combine((2 * 4) + GazetteerMatch.Last + 1, 0)), FeaturesOf("in New York", 2));
    }

    [Theory]
    [InlineData("the Bush", 1, 1)]
    [InlineData("the Bush in the bush", 1, 2)]
    [InlineData("Bush in the house", 0, 3)]
    [InlineData("Bush in the bush", 0, 4)]
    // In a headline in capitals, a word in lower case elsewhere is no evidence.
    [InlineData("THE BUSH HOUSE FELL DOWN bush", 1, 1)]
    public void Tells_capitals_at_the_start_and_those_of_words_that_occur_in_lower_case(string sentence, int token, ulong expected) =>
        Assert.Contains(FeatureHash.Bucket(35, expected), FeaturesOf(sentence, token));

    [Fact]
    public void Has_no_capital_feature_for_a_word_in_lower_case() =>
        Assert.All(Enumerable.Range(1, 4), value => Assert.DoesNotContain(FeatureHash.Bucket(35, (ulong)value), FeaturesOf("the bush", 1)));

    [Theory]
    [InlineData("TRUMP MEETS KIM", 0, true)]
    [InlineData("TRUMP MEETS KIM IN a", 0, true)]
    [InlineData("TRUMP MEETS", 0, false)]
    [InlineData("Trump meets KIM", 2, false)]
    public void Marks_sentences_in_capitals(string sentence, int token, bool expected)
    {
        var marked = FeatureHash.Bucket(23, FeatureHash.Combine(1, FeatureHash.Of("X")));
        Assert.Equal(expected, FeaturesOf(sentence, token).Contains(marked));
    }

    [Fact]
    public void Depends_on_nothing_further_away_than_two_tokens() =>
        Check.Sample(
            Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]).Array[9],
            words =>
            {
                var changed = (string[])words.Clone();
                (changed[0], changed[1], changed[7], changed[8]) = ("x", "y", "z", "1");
                // The gazetteer's matches reach further: keep names away from the borders.
                (words[2], words[6]) = (changed[2], changed[6]) = ("of", "of");
                Assert.Equal(FeaturesOf(words, 4), FeaturesOf(changed, 4));
            },
            iter: 300);

    [Fact]
    public void Gives_one_end_a_token_and_appends_to_what_is_there()
    {
        var (features, ends) = (new List<int> { 7 }, new List<int> { 1 });
        SentenceFeatures.Add(Forms("Mr Smith said".Split(' ')), Names, [], features, ends);
        Assert.Equal(4, ends.Count);
        Assert.Equal(ends.Order(), ends);
        Assert.Equal(features.Count, ends[^1]);
        Assert.Equal(7, features[0]);
    }

    [Fact]
    public void Consists_of_what_each_word_of_the_window_brings_alone_and_of_the_context() =>
        Check.Sample(
            Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]).Array[1, 8],
            words =>
            {
                var forms = Forms(words);
                var (context, ends) = (new List<int>(), new List<int>());
                SentenceFeatures.Add(forms, Names, LowerCaseOf(forms), context, ends, FeatureSources.Context);
                for (var token = 0; token < words.Length; token++)
                {
                    var features = context[(token == 0 ? 0 : ends[token - 1])..ends[token]];
                    for (var place = -SentenceFeatures.Reach; place <= SentenceFeatures.Reach; place++)
                        features.AddRange(OfWord(forms.ElementAtOrDefault(token + place) ?? SentenceFeatures.Padding, place));
                    Assert.Equal(FeaturesOf(words, token).Order(), features.Order());
                }
            },
            iter: 300);

    [Fact]
    public void Reads_sentences_that_do_not_fit_on_the_stack()
    {
        var words = Enumerable.Repeat("Smith", 400).ToArray();
        Assert.Equal(FeaturesOf(words[..20], 10), FeaturesOf(words, 200));
    }

    /// <summary>The buckets decide which weights of a model count, so a change here needs a new model.</summary>
    [Fact]
    public void Has_the_features_that_the_shipped_model_was_trained_on()
    {
        var hash = 17UL;
        for (var token = 0; token < 8; token++)
        {
            foreach (var bucket in FeaturesOf("Mr Smith-Jones of New York said 42 bushes", token))
                hash = FeatureHash.Combine(hash, (ulong)bucket);
        }

        Assert.Equal(2472877738571099709UL, hash);
    }

    private static List<int> FeaturesOf(string sentence, int token) => FeaturesOf(sentence.Split(' '), token);

    private static List<int> FeaturesOf(string[] words, int token)
    {
        var forms = Forms(words);
        var (features, ends) = (new List<int>(), new List<int>());
        SentenceFeatures.Add(forms, Names, LowerCaseOf(forms), features, ends);
        return features[(token == 0 ? 0 : ends[token - 1])..ends[token]];
    }

    /// <summary>What a word gives alone to the token that has it at a place of its window.</summary>
    private static List<int> OfWord(WordForm word, int place)
    {
        var (features, ends) = (new List<int>(), new List<int> { 0 });
        SentenceFeatures.AddOfWord(word, features, ends);
        return features[ends[SentenceFeatures.Reach - place]..ends[SentenceFeatures.Reach - place + 1]];
    }

    private static HashSet<ulong> LowerCaseOf(WordForm[] forms) => [.. forms.Where(form => form.IsLowerCase).Select(form => form.Lower)];

    private static WordForm[] Forms(string[] words) => Array.ConvertAll(words, word => new WordForm(word, Clusters, Names));
}
