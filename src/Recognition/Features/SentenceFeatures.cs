using System.Numerics;

namespace Recognition.Features;

/// <summary>
/// Features of a token within its sentence: words, shapes, affixes, gazetteer matches and clusters in a window of two tokens on each
/// side. After Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition", CoNLL 2009.
/// </summary>
/// <remarks>The order of the templates numbers them, and so decides where a model file keeps its weights.</remarks>
internal static class SentenceFeatures
{
    /// <summary>Number of tokens on each side that the features of a token are made of.</summary>
    public const int Reach = 2;

    private const int SpellingTemplates = 11;
    private const int CapitalTemplates = 1;
    private const int MatchTemplates = 6;
    private const int MaxMatchesOnStack = 256;

    /// <summary>Stands for the tokens before the first and after the last one.</summary>
    public static readonly WordForm Padding = new("\u2402", WordClusters.Empty, Gazetteer.Empty);

    /// <summary>Appends the features of every token of a sentence.</summary>
    /// <param name="lowerCaseWords">The words (<see cref="WordForm.Lower"/>) that the document has in lower case anywhere.</param>
    /// <param name="features">Receives the buckets of all tokens, one token after another.</param>
    /// <param name="ends">Receives, by token, the index after its last bucket.</param>
    /// <param name="sources">Which features to append; the others are left out.</param>
    public static void Add(
        ReadOnlySpan<WordForm> sentence, Gazetteer gazetteer, HashSet<ulong> lowerCaseWords, List<int> features, List<int> ends,
        FeatureSources sources = FeatureSources.All)
    {
        var matches = sentence.Length <= MaxMatchesOnStack
            ? stackalloc GazetteerMatch[sentence.Length]
            : new GazetteerMatch[sentence.Length];
        gazetteer.Match(sentence, matches);
        var allCapitals = IsAllCapitals(sentence);
        for (var i = 0; i < sentence.Length; i++)
        {
            var templates = new Templates(features, sources);
            AddWords(ref templates, sentence, i, allCapitals);
            AddSpelling(ref templates, sentence[i]);
            AddCapital(ref templates, sentence[i], i, allCapitals, lowerCaseWords);
            AddMatches(ref templates, matches, sentence[i], i);
            AddClusters(ref templates, sentence, i);
            ends.Add(features.Count);
        }
    }

    /// <summary>Appends the features that a word alone gives the tokens of its window, itself among them.</summary>
    /// <param name="features">Receives the buckets of five tokens, from that two before the word to that two after it.</param>
    /// <param name="ends">Receives, by token, the index after its last bucket.</param>
    public static void AddOfWord(WordForm word, List<int> features, List<int> ends)
    {
        for (var place = -Reach; place <= Reach; place++)
        {
            // Of the token at a place, the word is as far on the other side.
            var templates = new Templates(features, (FeatureSources)((int)FeatureSources.TwoBefore << (Reach - place)));
            ReadOnlySpan<WordForm> window = [word, word, word, word, word];
            AddWords(ref templates, window, Reach, allCapitals: false);
            AddSpelling(ref templates, word);
            templates.Skip(CapitalTemplates + MatchTemplates);
            AddClusters(ref templates, window, Reach);
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

    private static void AddWords(ref Templates templates, scoped ReadOnlySpan<WordForm> sentence, int i, bool allCapitals)
    {
        var word = sentence[i];
        var (before2, before, after, after2) = (At(sentence, i - 2), At(sentence, i - 1), At(sentence, i + 1), At(sentence, i + 2));
        templates.Add(FeatureSources.Word, word.Exact);
        templates.Add(FeatureSources.TwoBefore, before2.Normalised);
        templates.Add(FeatureSources.Before, before.Normalised);
        templates.Add(FeatureSources.Word, word.Normalised);
        templates.Add(FeatureSources.After, after.Normalised);
        templates.Add(FeatureSources.TwoAfter, after2.Normalised);
        templates.Add(before.Normalised, word.Normalised);
        templates.Add(word.Normalised, after.Normalised);
        templates.Add(before.Normalised, after.Normalised);
        templates.Add(before2.Normalised, before.Normalised);
        templates.Add(after.Normalised, after2.Normalised);
        templates.Add(FeatureSources.TwoBefore, before2.Shape);
        templates.Add(FeatureSources.Before, before.Shape);
        templates.Add(FeatureSources.Word, word.Shape);
        templates.Add(FeatureSources.After, after.Shape);
        templates.Add(FeatureSources.TwoAfter, after2.Shape);
        templates.Add(before.Shape, word.Shape);
        templates.Add(word.Shape, after.Shape);
        var trigram = FeatureHash.Combine(FeatureHash.Combine(before.Shape, word.Shape), after.Shape);
        templates.Add(trigram);
        templates.Add(FeatureHash.Combine(trigram, before2.Shape), after2.Shape);
        templates.Add(word.Shape, before.Normalised);
        templates.Add(word.Shape, after.Normalised);
        templates.Add(allCapitals ? FeatureHash.Combine(1, word.Shape) : 0);
    }

    private static void AddSpelling(ref Templates templates, WordForm word)
    {
        if (!templates.Has(FeatureSources.Word))
        {
            templates.Skip(SpellingTemplates);
            return;
        }

        templates.Add(FeatureSources.Word, word.FullShape);
        foreach (var prefix in word.Prefixes)
            templates.Add(FeatureSources.Word, prefix);
        foreach (var suffix in word.Suffixes)
            templates.Add(FeatureSources.Word, suffix);
        templates.Add(FeatureSources.Word, word.BeforeHyphen);
        templates.Add(FeatureSources.Word, word.AfterHyphen);
    }

    private static void AddCapital(ref Templates templates, WordForm word, int i, bool allCapitals, HashSet<ulong> lowerCaseWords)
    {
        var alsoLower = word.IsCapitalised && !allCapitals && lowerCaseWords.Contains(word.Lower);
        templates.Add(word.IsCapitalised ? 1 + (alsoLower ? 1UL : 0) + (i == 0 ? 2UL : 0) : 0);
    }

    private static void AddMatches(ref Templates templates, scoped ReadOnlySpan<GazetteerMatch> matches, WordForm word, int i)
    {
        if (i > 0)
            AddMatch(ref templates, matches[i - 1], 0);
        else
            templates.Skip(1);
        AddMatch(ref templates, matches[i], 0);
        AddMatch(ref templates, matches[i], word.Shape);
        if (i + 1 < matches.Length)
            AddMatch(ref templates, matches[i + 1], 0);
        else
            templates.Skip(1);
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

        templates.Skip(1);
    }

    private static void AddClusters(ref Templates templates, scoped ReadOnlySpan<WordForm> sentence, int i)
    {
        var (before2, before, after, after2) = (At(sentence, i - 2), At(sentence, i - 1), At(sentence, i + 1), At(sentence, i + 2));
        var word = sentence[i];
        templates.Add(FeatureSources.TwoBefore, (ulong)before2.FineCluster);
        templates.Add(FeatureSources.Before, (ulong)before.FineCluster);
        templates.Add(FeatureSources.Word, (ulong)word.FineCluster);
        templates.Add(FeatureSources.After, (ulong)after.FineCluster);
        templates.Add(FeatureSources.TwoAfter, (ulong)after2.FineCluster);
        templates.Add(FeatureSources.TwoBefore, (ulong)before2.CoarseCluster);
        templates.Add(FeatureSources.Before, (ulong)before.CoarseCluster);
        templates.Add(FeatureSources.Word, (ulong)word.CoarseCluster);
        templates.Add(FeatureSources.After, (ulong)after.CoarseCluster);
        templates.Add(FeatureSources.TwoAfter, (ulong)after2.CoarseCluster);
        templates.Add(word.FineCluster == 0 || before.FineCluster == 0 ? 0 : (ulong)((word.FineCluster << 16) | before.FineCluster));
        templates.Add(word.FineCluster == 0 || after.FineCluster == 0 ? 0 : (ulong)((word.FineCluster << 16) | after.FineCluster));
        templates.Add((ulong)before.FineCluster, word.Shape);
        templates.Add((ulong)after.FineCluster, word.Shape);
    }

    /// <summary>Appends features of some sources and numbers their templates in the order of the calls, from 1.</summary>
    private ref struct Templates(List<int> features, FeatureSources sources)
    {
        private int template;

        public readonly bool Has(FeatureSources source) => (sources & source) != 0;

        /// <summary>Adds a feature unless its value is 0, which means absent; counts the template in either case.</summary>
        public void Add(FeatureSources source, ulong value)
        {
            template++;
            if (value != 0 && Has(source))
                features.Add(FeatureHash.Bucket(template, value));
        }

        /// <summary>Adds a feature of <see cref="FeatureSources.Context"/>.</summary>
        public void Add(ulong value) => Add(FeatureSources.Context, value);

        /// <summary>Adds a feature of two values of the context unless one of them is absent.</summary>
        public void Add(ulong first, ulong second) => Add(first == 0 || second == 0 ? 0 : FeatureHash.Combine(first, second));

        /// <summary>Adds a feature of the next template, which is one of the context, without counting the template.</summary>
        public readonly void AddToNext(ulong value)
        {
            if (Has(FeatureSources.Context))
                features.Add(FeatureHash.Bucket(template + 1, value));
        }

        public void Skip(int templates) => template += templates;
    }
}
