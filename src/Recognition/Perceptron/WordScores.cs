using System.Runtime.Intrinsics;
using Recognition.Features;

namespace Recognition.Perceptron;

/// <summary>
/// The part of the scores that words bring by themselves, each to the tokens of its window: two thirds of all features. It is the same
/// wherever a word occurs, so it is kept with the word. Not thread-safe.
/// </summary>
internal sealed class WordScores(PerceptronModel model)
{
    private const int Stride = TagScores.Stride;
    private const int Window = (2 * SentenceFeatures.Reach) + 1;

    /// <summary>By place in the window, scores of the first and of the second pass.</summary>
    private const int Length = Window * 2 * Stride;

    /// <summary>Marks words that were met once: most never come again, and are not worth 640 bytes.</summary>
    private static readonly int[] MetOnce = [];

    private readonly List<int> features = [];
    private readonly List<int> ends = [];
    private readonly int[] first = new int[Window * Stride];
    private readonly int[] second = new int[Window * Stride];
    private readonly int[] scratch = new int[Length];
    private int[]? padding;

    /// <summary>Sums what the words of a sentence, and the padding around it, bring to its tokens.</summary>
    /// <param name="sentence">Forms that no other instance was given.</param>
    /// <param name="first"><see cref="TagScores.Stride"/> scores a token; overwritten.</param>
    /// <param name="second">As <paramref name="first"/>, for the second pass.</param>
    public void Sum(ReadOnlySpan<WordForm> sentence, Span<int> first, Span<int> second)
    {
        first.Clear();
        second.Clear();
        padding ??= Fill(SentenceFeatures.Padding, new int[Length]);
        for (var i = -SentenceFeatures.Reach; i < sentence.Length + SentenceFeatures.Reach; i++)
            Add((uint)i < (uint)sentence.Length ? Of(sentence[i]) : padding, i - SentenceFeatures.Reach, first, second);
    }

    /// <summary>Adds the scores of a word to the tokens of its window that are in the sentence.</summary>
    /// <param name="start">The first token of the window.</param>
    private static void Add(ReadOnlySpan<int> scores, int start, Span<int> first, Span<int> second)
    {
        var tokens = first.Length / Stride;
        for (var place = Math.Max(0, -start); place < Window && start + place < tokens; place++)
        {
            var at = (start + place) * Stride;
            var from = place * 2 * Stride;
            AddBlock(scores.Slice(from, Stride), first.Slice(at, Stride));
            AddBlock(scores.Slice(from + Stride, Stride), second.Slice(at, Stride));
        }
    }

    private static void AddBlock(ReadOnlySpan<int> scores, Span<int> sums)
    {
        const int Half = Stride / 2;
        (Vector256.Create(sums) + Vector256.Create(scores)).CopyTo(sums);
        (Vector256.Create<int>(sums[Half..]) + Vector256.Create(scores[Half..])).CopyTo(sums[Half..]);
    }

    private int[] Of(WordForm word)
    {
        if (word.Scores is { Length: Length } kept)
            return kept;
        if (word.Scores is null)
        {
            word.Scores = MetOnce;
            return Fill(word, scratch);
        }

        return word.Scores = Fill(word, new int[Length]);
    }

    private int[] Fill(WordForm word, int[] scores)
    {
        features.Clear();
        ends.Clear();
        first.AsSpan().Clear();
        second.AsSpan().Clear();
        SentenceFeatures.AddOfWord(word, features, ends);
        model.Weighted.Keep(features, ends);
        FeatureScores.AddBothPasses(model, features, ends, first, second);
        for (var place = 0; place < Window; place++)
        {
            first.AsSpan(place * Stride, Stride).CopyTo(scores.AsSpan(place * 2 * Stride));
            second.AsSpan(place * Stride, Stride).CopyTo(scores.AsSpan(((place * 2) + 1) * Stride));
        }

        return scores;
    }
}
