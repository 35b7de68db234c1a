using Recognition.Features;
using Recognition.Tagging;

namespace Recognition.Perceptron;

/// <summary>Tags documents one after another with buffers that it reuses. Not thread-safe.</summary>
internal sealed class PerceptronWorkspace(PerceptronModel model)
{
    private readonly WordFormCache forms = new(model.Clusters, model.Gazetteer);
    private readonly WordScores wordScores = new(model);
    private readonly HashSet<ulong> lowerCaseWords = [];
    private readonly DocumentEvidence evidence = new();
    private readonly TagLattice<int> lattice = new();
    private readonly List<int> features = [];
    private readonly List<int> ends = [];
    private WordForm[] words = [];
    private int[] firstScores = [];
    private int[] secondScores = [];

    /// <inheritdoc cref="ITagger.Tag"/>
    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        ReadWords(sentences);
        evidence.Clear();
        var tags = new byte[sentences.Count][];
        var start = 0;
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = new byte[sentences[i].Length];
            TagFirst(start, tags[i]);
            start += tags[i].Length;
        }

        start = 0;
        foreach (var sentence in tags)
        {
            TagAgain(start, sentence);
            start += sentence.Length;
        }

        return tags;
    }

    /// <inheritdoc cref="PerceptronTagger.Score"/>
    public ScoredSentence[] Score(IReadOnlyList<string[]> sentences)
    {
        var tags = Tag(sentences);
        var scored = new ScoredSentence[tags.Length];
        var start = 0;
        for (var i = 0; i < tags.Length; i++)
        {
            var scores = Scores(secondScores, start, tags[i].Length).ToArray();
            scored[i] = new ScoredSentence(tags[i], scores, Margins(words.AsSpan(start, tags[i].Length), scores, tags[i]));
            start += tags[i].Length;
        }

        return scored;
    }

    private void ReadWords(IReadOnlyList<string[]> sentences)
    {
        Reserve(sentences.Sum(sentence => sentence.Length));
        lowerCaseWords.Clear();
        var at = 0;
        foreach (var sentence in sentences)
        {
            foreach (var word in sentence)
            {
                var form = words[at++] = forms.Of(word);
                if (form.IsLowerCase)
                    lowerCaseWords.Add(form.Lower);
            }
        }
    }

    private void Reserve(int tokens)
    {
        if (words.Length >= tokens)
            return;
        words = new WordForm[tokens * 2];
        firstScores = new int[words.Length * TagScores.Stride];
        secondScores = new int[words.Length * TagScores.Stride];
    }

    /// <summary>The first pass over a sentence; also adds the features of the sentence to the scores of the second.</summary>
    private void TagFirst(int start, byte[] tags)
    {
        var sentence = words.AsSpan(start, tags.Length);
        var first = Scores(firstScores, start, tags.Length);
        var second = Scores(secondScores, start, tags.Length);
        features.Clear();
        ends.Clear();
        SentenceFeatures.Add(sentence, model.Gazetteer, lowerCaseWords, features, ends, FeatureSources.Context);
        // The rows of the context are on their way from memory while the words are added.
        model.Weighted.Keep(features, ends);
        wordScores.Sum(sentence, first, second);
        FeatureScores.AddBothPasses(model, features, ends, first, second);
        lattice.Decode(first, model.Transitions[0], tags);
        evidence.Count(sentence, tags);
    }

    /// <summary>The second pass over a sentence. It is skipped for sentences without a name or a capital.</summary>
    private void TagAgain(int start, byte[] tags)
    {
        var sentence = words.AsSpan(start, tags.Length);
        if (!tags.AsSpan().ContainsAnyExcept((byte)TagScheme.Outside) && !HasCapitalised(sentence))
            return;
        var scores = Scores(secondScores, start, tags.Length);
        features.Clear();
        ends.Clear();
        evidence.Add(sentence, tags, features, ends);
        FeatureScores.AddSecondPass(model, features, ends, scores);
        lattice.Decode(scores, model.Transitions[1], tags);
    }

    private static bool HasCapitalised(ReadOnlySpan<WordForm> sentence)
    {
        foreach (var word in sentence)
        {
            if (word.IsCapitalised)
                return true;
        }

        return false;
    }

    private static int[] Margins(ReadOnlySpan<WordForm> sentence, int[] scores, byte[] tags)
    {
        var margins = new int[tags.Length];
        for (var i = 0; i < margins.Length; i++)
        {
            margins[i] = sentence[i].IsCapitalised
                ? Margin(scores.AsSpan(i * TagScores.Stride, TagScheme.Count), TagScheme.TypeOf(tags[i]))
                : int.MaxValue;
        }

        return margins;
    }

    /// <summary>The score of the best tag of a type minus that of the best tag of any other.</summary>
    private static int Margin(ReadOnlySpan<int> scores, int type)
    {
        var (chosen, other) = (int.MinValue / 2, int.MinValue / 2);
        for (var tag = 0; tag < scores.Length; tag++)
        {
            if (TagScheme.TypeOf(tag) == type)
                chosen = Math.Max(chosen, scores[tag]);
            else
                other = Math.Max(other, scores[tag]);
        }

        return chosen - other;
    }

    private static Span<int> Scores(int[] scores, int start, int tokens) =>
        scores.AsSpan(start * TagScores.Stride, tokens * TagScores.Stride);
}
