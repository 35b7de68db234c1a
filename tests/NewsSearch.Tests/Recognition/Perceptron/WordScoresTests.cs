using CsCheck;
using Recognition.Features;
using Recognition.Perceptron;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Perceptron;

/// <summary>Compares what is kept with words to sums of all features of a sentence.</summary>
public sealed class WordScoresTests
{
    private static readonly string[] Vocabulary = ["Mr", "Smith", "said", "New-York", "42", "the", "internationally"];

    private static readonly PerceptronModel Model = ModelOf(Vocabulary);

    private static readonly WordFormCache Forms = new(Model.Clusters, Model.Gazetteer);

    private static readonly WordScores Scores = new(Model);

    [Fact]
    public void Sums_with_the_context_what_all_features_sum_to() =>
        // One instance for all: words are met for the first, for the second and for many times.
        Check.Sample(
            Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]).Array[1, 8],
            words =>
            {
                var sentence = Array.ConvertAll(words, Forms.Of);
                var (first, second) = (Garbage(words.Length), Garbage(words.Length));
                Scores.Sum(sentence, first, second);
                Add(sentence, FeatureSources.Context, first, second);
                var (expected, expectedSecond) = (new int[first.Length], new int[first.Length]);
                Add(sentence, FeatureSources.All, expected, expectedSecond);
                Assert.Equal(expected, first);
                Assert.Equal(expectedSecond, second);
                Assert.Contains(expected, score => score != 0);
            },
            iter: 300,
            threads: 1);

    private static void Add(WordForm[] sentence, FeatureSources sources, int[] first, int[] second)
    {
        var (features, ends) = (new List<int>(), new List<int>());
        SentenceFeatures.Add(sentence, Model.Gazetteer, [], features, ends, sources);
        FeatureScores.AddBothPasses(Model, features, ends, first, second);
    }

    private static int[] Garbage(int tokens) => [.. Enumerable.Range(0, tokens * TagScores.Stride).Select(i => (i * 31) - 400)];

    private static PerceptronModel ModelOf(string[] words)
    {
        var (features, ends) = (new List<int>(), new List<int>());
        var forms = Array.ConvertAll(words, word => new WordForm(word, WordClusters.Empty, Gazetteer.Empty));
        foreach (var form in forms.Append(SentenceFeatures.Padding))
            SentenceFeatures.AddOfWord(form, features, ends);
        SentenceFeatures.Add(forms, Gazetteer.Empty, [], features, ends);
        var tiny = new TinyModel();
        var random = new Random(1);
        foreach (var bucket in features)
        {
            for (var tag = 0; tag < TagScheme.Count; tag++)
                tiny.Set(0, bucket, tag, (sbyte)random.Next(-128, 128)).Set(1, bucket, tag, (sbyte)random.Next(-128, 128));
        }

        return tiny.Read();
    }
}
