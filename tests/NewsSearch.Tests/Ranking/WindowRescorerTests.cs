using System.Runtime.InteropServices;
using CsCheck;
using NewsIndex.Embeddings;
using NewsIndex.Queries;
using NewsIndex.Ranking;

namespace NewsSearch.Tests.Ranking;

/// <summary>Rescoring without an engine: statistics and hits are made by hand.</summary>
public sealed class WindowRescorerTests
{
    /// <summary>The maximum lexical score of a word: an idf of 2 × (k1 + 1).</summary>
    private const float MaxOfWord = 2 * 2.2f;

    private static readonly RankingOptions Weights = new();

    [Theory]
    [InlineData("storm", false, false)]
    [InlineData("storm coast", true, true)]
    [InlineData("the storm", false, false)]
    [InlineData("storm AND (coast OR harbour)", false, true)]
    [InlineData("\"storm coast harbour\" ship", false, true)]
    [InlineData("storm headline:coast", false, true)]
    [InlineData("storm NOT (coast OR harbour)", false, false)]
    [InlineData("storm^2 coast harbour", true, true)]
    public void Phrases_need_two_words_side_by_side_and_embeddings_two_words(string typed, bool hasPhrase, bool hasEmbedding)
    {
        var rescorer = RescorerOf(typed);
        Assert.Equal(
            (hasPhrase, hasEmbedding),
            (rescorer.Terms.Any(term => term.Field == WindowField.Positions), rescorer.UsesEmbeddings));
    }

    [Theory]
    [InlineData("source:bbc")]
    [InlineData("date:1987")]
    [InlineData("storm*")]
    [InlineData("\"storm coast harbour\"")]
    [InlineData("person:\"Angela Merkel\"")]
    public void A_query_without_single_words_is_not_rescored(string typed) =>
        Assert.Null(WindowRescorer.Of(QueryReader.Read(typed).Query!, new Statistics(), Weights));

    [Fact]
    public void A_query_is_not_rescored_when_no_part_has_a_weight() => Assert.Null(WindowRescorer.Of(
        QueryReader.Read("storm coast harbour").Query!, new Statistics(), new RankingOptions
        {
            MeaningWeight = 0,
            TopicFeedbackWeight = 0,
            HeadlineWeight = 0,
            PhraseWeight = 0,
            TypedFormWeight = 0,
        }));

    [Fact]
    public void A_rescored_hit_never_scores_less_and_gains_at_most_the_sum_of_the_weights() =>
        Gen.Select(
            Gen.Float[0, 50], Gen.Float[0, 1], Gen.SByte.Array[WordVectors.Dimensions], Gen.UInt[0, 7], Gen.UInt[0, 7],
            Gen.Int[0, 9].Array[3])
        .Sample((score, age, vector, inHeadline, typed, positions) =>
        {
            var rescorer = RescorerOf("storm coast harbour");
            var hit = new WindowHit(score, age, EnglishTerms.Language, VectorsOf(vector), inHeadline);
            var added = rescorer.Added([hit, hit])[1] with
            {
                Phrase = rescorer.PhraseOf(hit, Array.ConvertAll(positions, position => (int[]?)[position])),
                TypedForm = rescorer.TypedFormOf(hit, typed),
            };
            Assert.Equal(added.AddedTo(hit), hit.Score + (added.Sum * age), 1e-3f);
            Assert.InRange(added.Sum, 0, (3 * MaxOfWord * (0.4f + 0.15f + 0.4f + 0.5f + 0.05f)) + 1e-3f);
        });

    [Fact]
    public void A_limit_is_no_less_than_what_is_added() =>
        Gen.Select(Gen.Int[0, 6].HashSet[0, 4].Array[4], Gen.UInt[0, 15]).Sample((places, typed) =>
        {
            var rescorer = RescorerOf("storm coast harbour ship");
            int[][] at = [.. places.Select(each => each.Order().ToArray())];
            var words = at.Select((each, i) => each.Length > 0 ? 1u << i : 0).Aggregate((one, other) => one | other);
            var hit = Hit(rescorer, _ => false);
            Assert.True(rescorer.PhraseLimitOf(hit, words) >= rescorer.PhraseOf(hit, at));
            Assert.True(rescorer.TypedFormLimitOf(hit) >= rescorer.TypedFormOf(hit, typed));

            // Words that are in no run need not be read.
            var inRuns = PhraseCoverage.WordsOfRuns(words);
            int[]?[] read = [.. at.Select((each, i) => (inRuns & (1u << i)) != 0 ? each : null)];
            Assert.Equal(rescorer.PhraseOf(hit, at), rescorer.PhraseOf(hit, read));
        });

    [Theory]
    [InlineData("storm coast", "", 0)]
    [InlineData("storm coast", "storm", 0.5)]
    [InlineData("storm coast", "storm coast", 1)]
    [InlineData("the storm of the coast", "coast", 0.5)]
    public void The_headline_counts_the_share_of_the_words_that_it_has(string typed, string inHeadline, double share)
    {
        var rescorer = RescorerOf(typed);
        var hit = Hit(rescorer, term => term.Field == WindowField.Headline && IsOneOf(term.Term, inHeadline));
        Assert.Equal(share * 0.4 * 2 * MaxOfWord, rescorer.Added([hit])[0].Headline, 1e-4);
    }

    [Theory]
    [InlineData("elections", "elections", 1)]
    [InlineData("elections", "election", 0)]
    [InlineData("elections vote", "elections", 0.5)]
    public void The_typed_form_counts_the_share_of_the_words_that_occur_as_typed(string typed, string written, double share)
    {
        var rescorer = RescorerOf(typed);
        var words = WordsOf(rescorer, term => term.Field == WindowField.TypedForm && IsOneOf(term.Term, written));
        Assert.Equal(
            share * 0.05 * typed.Split(' ').Length * MaxOfWord, rescorer.TypedFormOf(Hit(rescorer, _ => false), words), 1e-4);
    }

    [Theory]
    [InlineData("storm coast", "storm:3 coast:4", 1)]
    [InlineData("storm coast", "storm:3 coast:5", 0)]
    [InlineData("storm coast", "storm:4 coast:3", 0)]
    [InlineData("storm coast", "storm:1,3,9 coast:2,10", 1)]
    [InlineData("storm coast", "coast:2", 0)]
    [InlineData("storm of the coast", "storm:3 coast:6", 1)]
    [InlineData("storm of the coast", "storm:3 coast:4", 0)]
    [InlineData("storm coast harbour ship", "storm:3 coast:4", 0.125)]
    [InlineData("storm coast harbour ship", "storm:3 coast:4 harbour:9 ship:10", 0.125)]
    [InlineData("storm coast harbour ship", "storm:3 coast:4 harbour:5 ship:10", 0.421875)]
    [InlineData("storm coast harbour ship", "coast:4 harbour:5 ship:6", 0.421875)]
    [InlineData("storm coast storm", "storm:3,5 coast:4", 1)]
    public void A_phrase_counts_the_third_power_of_its_longest_run(string typed, string positions, double share)
    {
        var rescorer = RescorerOf(typed);
        var at = positions.Split(' ').Select(word => word.Split(':')).ToDictionary(
            word => word[0], word => word[1].Split(',').Select(int.Parse).ToArray());
        var words = QueryWords.Of(typed, new Statistics())[0].Words;
        int[]?[] byWord = [.. words.Select(word => at.GetValueOrDefault(at.Keys.FirstOrDefault(key => IsOneOf(word.Terms[0], key)) ?? ""))];
        Assert.Equal(share * 0.5 * words.Count * MaxOfWord, rescorer.PhraseOf(Hit(rescorer, _ => false), byWord), 1e-4);
    }

    [Fact]
    public void The_longest_run_is_that_of_a_search_over_all_runs() =>
        Gen.Int[0, 12].HashSet[0, 8].Array[4].Sample(places =>
        {
            var rescorer = RescorerOf("storm coast harbour ship");
            int[][] at = [.. places.Select(each => each.Order().ToArray())];
            var phrase = rescorer.PhraseOf(Hit(rescorer, _ => false), at);
            Assert.Equal(Math.Pow(LongestRun(at) / 4.0, 3) * 0.5 * 4 * MaxOfWord, phrase, 1e-3);
        });

    [Fact]
    public void Hits_near_to_the_first_ones_gain_by_their_topic()
    {
        var rescorer = RescorerOf("storm coast");
        WindowHit[] window =
            [.. Enumerable.Repeat(About("ships sank in the harbour"), 5), About("a ship left the port"), About("tennis match won")];
        var added = rescorer.Added(window);
        Assert.True(added[5].Topic > added[6].Topic);

        WindowHit About(string text) => Hit(rescorer, _ => false) with
        {
            Vectors = VectorsOf(MemoryMarshal.Cast<byte, sbyte>(WordVectors.ToBytes(WordVectors.Of(text))).ToArray()),
        };
    }

    [Fact]
    public void The_text_of_the_first_hits_of_each_language_is_read_whatever_stands_between_them()
    {
        var english = new WindowHit(1, 1, 1, default, 0);
        WindowHit[] alone = [.. Enumerable.Repeat(english, 60)];
        WindowHit[] mixed = [.. alone.SelectMany(hit => (WindowHit[])[hit with { Language = 2 }, hit, hit with { Language = 3 }])];
        Assert.Equal(Enumerable.Range(0, WindowRescorer.HitsWithText), WindowRescorer.PlacesWithText(alone));
        Assert.Equal(
            Enumerable.Range(0, WindowRescorer.HitsWithText).Select(i => (3 * i) + 1),
            WindowRescorer.PlacesWithText(mixed).Where(place => place % 3 == 1));
    }

    [Fact]
    public void The_topic_is_that_of_the_first_hits_with_an_embedding()
    {
        var rescorer = RescorerOf("storm coast");
        WindowHit[] english = [.. Enumerable.Range(0, 6).Select(i => About(i == 5 ? "tennis match won" : "ships sank in the harbour"))];
        WindowHit[] mixed = [.. english.SelectMany(hit => (WindowHit[])[Hit(rescorer, _ => false), hit])];
        Assert.Equal(
            rescorer.Added(english).Select(added => added.Topic),
            rescorer.Added(mixed).Where((_, i) => i % 2 == 1).Select(added => added.Topic));

        WindowHit About(string text) => Hit(rescorer, _ => false) with
        {
            Vectors = VectorsOf(MemoryMarshal.Cast<byte, sbyte>(WordVectors.ToBytes(WordVectors.Of(text))).ToArray()),
        };
    }

    private static WindowRescorer RescorerOf(string typed) =>
        WindowRescorer.Of(QueryReader.Read(typed).Query!, new Statistics(), Weights)!;

    private static bool IsOneOf(string term, string words) =>
        words.Split(' ').Any(word => word.Length > 0 && (term == word || EnglishTerms.Of(word).Contains(term)));

    private static int LongestRun(int[][] at)
    {
        var best = 0;
        for (var first = 0; first < at.Length; first++)
        {
            for (var last = first + 1; last < at.Length; last++)
            {
                var (from, to) = (first, last);
                if (at[from].Any(start => Enumerable.Range(from, to - from + 1).All(word => at[word].Contains(start + word - from))))
                    best = Math.Max(best, to - from + 1);
            }
        }

        return best;
    }

    private static ArticleVectors VectorsOf(sbyte[] row) => new(row, new[] { 1 / MathF.Max(1, MathF.Sqrt(ByteVectors.Dot(row, row))) });

    private static WindowHit Hit(WindowRescorer rescorer, Func<WindowTerm, bool> has) =>
        new(5, 1, EnglishTerms.Language, default, WordsOf(rescorer, has));

    private static uint WordsOf(WindowRescorer rescorer, Func<WindowTerm, bool> has) =>
        rescorer.Terms.Where(has).Aggregate(0u, (words, term) => words | term.WordsOf(EnglishTerms.Language));

    /// <summary>Every term has an idf of 2.</summary>
    private sealed class Statistics : ITermStatistics
    {
        public IReadOnlyList<string> Languages => [EnglishTerms.Code];

        public float Idf(string term, int language) => 2;
    }
}
