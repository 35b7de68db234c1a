using System.Numerics;

namespace Recognition.Features;

/// <summary>
/// Features of a token within its sentence: words, shapes, affixes, gazetteer matches and clusters in a window of two tokens on each
/// side. After Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition", CoNLL 2009.
/// </summary>
/// <remarks>The order of the templates numbers them, and so decides where a model file keeps its weights.</remarks>
internal static class SentenceFeatures
{
    private const int MaxMatchesOnStack = 256;

    /// <summary>Stands for the tokens before the first and after the last one.</summary>
    private static readonly WordForm Padding = new("\u2402", WordClusters.Empty, Gazetteer.Empty);

    /// <summary>Appends the features of every token of a sentence.</summary>
    /// <param name="lowerCaseWords">The words (<see cref="WordForm.Lower"/>) that the document has in lower case anywhere.</param>
    /// <param name="features">Receives the buckets of all tokens, one token after another.</param>
    /// <param name="ends">Receives, by token, the index after its last bucket.</param>
    public static void Add(
        ReadOnlySpan<WordForm> sentence, Gazetteer gazetteer, HashSet<ulong> lowerCaseWords, List<int> features, List<int> ends)
    {
        var matches = sentence.Length <= MaxMatchesOnStack
            ? stackalloc GazetteerMatch[sentence.Length]
            : new GazetteerMatch[sentence.Length];
        gazetteer.Match(sentence, matches);
        var allCapitals = IsAllCapitals(sentence);
        for (var i = 0; i < sentence.Length; i++)
        {
            var templates = new Templates(features);
            AddWords(ref templates, sentence, i, allCapitals);
            AddSpelling(ref templates, sentence[i], i, allCapitals, lowerCaseWords);
            AddMatches(ref templates, matches, sentence[i], i);
            AddClusters(ref templates, sentence, i);
            ends.Add(features.Count);
        }
    }

    /// <summary>Returns whether capitals are no evidence of names: in headlines in capitals and in old wire copy.</summary>
    private static bool IsAllCapitals(ReadOnlySpan<WordForm> sentence)
    {
        int capitals = 0, words = 0;
        foreach (var word in sentence)
        {
            words += word.HasLetter ? 1 : 0;
            capitals += word.IsAllCapitals ? 1 : 0;
        }

        return capitals >= 3 && capitals * 10 >= words * 8;
    }

    private static WordForm At(ReadOnlySpan<WordForm> sentence, int i) => (uint)i < (uint)sentence.Length ? sentence[i] : Padding;

    private static void AddWords(ref Templates templates, ReadOnlySpan<WordForm> sentence, int i, bool allCapitals)
    {
        var word = sentence[i];
        var (before2, before, after, after2) = (At(sentence, i - 2), At(sentence, i - 1), At(sentence, i + 1), At(sentence, i + 2));
        templates.Add(word.Exact);
        templates.Add(before2.Normalised);
        templates.Add(before.Normalised);
        templates.Add(word.Normalised);
        templates.Add(after.Normalised);
        templates.Add(after2.Normalised);
        templates.Add(before.Normalised, word.Normalised);
        templates.Add(word.Normalised, after.Normalised);
        templates.Add(before.Normalised, after.Normalised);
        templates.Add(before2.Normalised, before.Normalised);
        templates.Add(after.Normalised, after2.Normalised);
        templates.Add(before2.Shape);
        templates.Add(before.Shape);
        templates.Add(word.Shape);
        templates.Add(after.Shape);
        templates.Add(after2.Shape);
        templates.Add(before.Shape, word.Shape);
        templates.Add(word.Shape, after.Shape);
        var trigram = FeatureHash.Combine(FeatureHash.Combine(before.Shape, word.Shape), after.Shape);
        templates.Add(trigram);
        templates.Add(FeatureHash.Combine(trigram, before2.Shape), after2.Shape);
        templates.Add(word.Shape, before.Normalised);
        templates.Add(word.Shape, after.Normalised);
        templates.Add(allCapitals ? FeatureHash.Combine(1, word.Shape) : 0);
    }

    private static void AddSpelling(ref Templates templates, WordForm word, int i, bool allCapitals, HashSet<ulong> lowerCaseWords)
    {
        templates.Add(word.FullShape);
        foreach (var prefix in word.Prefixes)
            templates.Add(prefix);
        foreach (var suffix in word.Suffixes)
            templates.Add(suffix);
        templates.Add(word.BeforeHyphen);
        templates.Add(word.AfterHyphen);
        var alsoLower = word.IsCapitalised && !allCapitals && lowerCaseWords.Contains(word.Lower);
        templates.Add(word.IsCapitalised ? 1 + (alsoLower ? 1UL : 0) + (i == 0 ? 2UL : 0) : 0);
    }

    private static void AddMatches(ref Templates templates, scoped ReadOnlySpan<GazetteerMatch> matches, WordForm word, int i)
    {
        if (i > 0)
            AddMatch(ref templates, matches[i - 1], 0);
        else
            templates.Skip();
        AddMatch(ref templates, matches[i], 0);
        AddMatch(ref templates, matches[i], word.Shape);
        if (i + 1 < matches.Length)
            AddMatch(ref templates, matches[i + 1], 0);
        else
            templates.Skip();
        templates.Add(word.IsCapitalised && matches[i].Types == 0 ? word.Shape : 0);
        templates.Add((ulong)matches[i].Types, word.Shape);
    }

    /// <summary>Adds one feature for each type of name, all of the same template.</summary>
    private static void AddMatch(ref Templates templates, GazetteerMatch match, ulong context)
    {
        for (var types = (uint)match.Types; types != 0; types &= types - 1)
        {
            var type = BitOperations.TrailingZeroCount(types);
            templates.AddToNext(FeatureHash.Combine((ulong)((type * 4) + match.PositionIn(type) + 1), context));
        }

        templates.Skip();
    }

    private static void AddClusters(ref Templates templates, ReadOnlySpan<WordForm> sentence, int i)
    {
        for (var offset = -2; offset <= 2; offset++)
            templates.Add((ulong)At(sentence, i + offset).FineCluster);
        for (var offset = -2; offset <= 2; offset++)
            templates.Add((ulong)At(sentence, i + offset).CoarseCluster);
        var (before, word, after) = (At(sentence, i - 1), sentence[i], At(sentence, i + 1));
        templates.Add(word.FineCluster == 0 || before.FineCluster == 0 ? 0 : (ulong)((word.FineCluster << 16) | before.FineCluster));
        templates.Add(word.FineCluster == 0 || after.FineCluster == 0 ? 0 : (ulong)((word.FineCluster << 16) | after.FineCluster));
        templates.Add((ulong)before.FineCluster, word.Shape);
        templates.Add((ulong)after.FineCluster, word.Shape);
    }

    /// <summary>Appends features and numbers their templates in the order of the calls, from 1.</summary>
    private ref struct Templates(List<int> features)
    {
        private int template;

        /// <summary>Adds a feature unless its value is 0, which means absent; counts the template in either case.</summary>
        public void Add(ulong value)
        {
            template++;
            if (value != 0)
                features.Add(FeatureHash.Bucket(template, value));
        }

        /// <summary>Adds a feature of two values unless one of them is absent.</summary>
        public void Add(ulong first, ulong second) => Add(first == 0 || second == 0 ? 0 : FeatureHash.Combine(first, second));

        /// <summary>Adds a feature of the next template without counting the template.</summary>
        public readonly void AddToNext(ulong value) => features.Add(FeatureHash.Bucket(template + 1, value));

        public void Skip() => template++;
    }
}
