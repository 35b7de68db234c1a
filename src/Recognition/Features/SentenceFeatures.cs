using System.Numerics;

namespace Recognition.Features;

/// <summary>
/// The features of each token that its own sentence tells: words, shapes, affixes, gazetteers and clusters around it. After Ratinov and
/// Roth, "Design Challenges and Misconceptions in Named Entity Recognition", CoNLL 2009.
/// </summary>
internal static class SentenceFeatures
{
    /// <summary>Stand before the first and after the last token.</summary>
    private static readonly WordForm Edge = new("\u2402", WordClusters.None, Gazetteer.None);

    /// <summary>Adds the features of a sentence.</summary>
    /// <param name="inLowerCase">The words (<see cref="WordForm.Key"/>) that the document has in lower case.</param>
    /// <param name="features">The buckets of all tokens, one after another.</param>
    /// <param name="ends">By token, where its buckets end.</param>
    public static void Add(ReadOnlySpan<WordForm> sentence, Gazetteer names, HashSet<ulong> inLowerCase, List<int> features, List<int> ends)
    {
        var matches = sentence.Length <= 256 ? stackalloc NameMatch[sentence.Length] : new NameMatch[sentence.Length];
        names.Match(sentence, matches);
        var allCapitals = IsInCapitals(sentence);
        for (var i = 0; i < sentence.Length; i++)
        {
            var templates = new Templates(features);
            AddWords(ref templates, sentence, i, allCapitals);
            AddSpelling(ref templates, sentence[i], i, allCapitals, inLowerCase);
            AddNames(ref templates, matches, sentence[i], i);
            AddClusters(ref templates, sentence, i);
            ends.Add(features.Count);
        }
    }

    /// <summary>A headline or an old wire: capitals say nothing there.</summary>
    private static bool IsInCapitals(ReadOnlySpan<WordForm> sentence)
    {
        int capitals = 0, words = 0;
        foreach (var word in sentence)
        {
            words += word.HasLetter ? 1 : 0;
            capitals += word.IsAllCapitals ? 1 : 0;
        }

        return capitals >= 3 && capitals * 10 >= words * 8;
    }

    private static WordForm At(ReadOnlySpan<WordForm> sentence, int i) => (uint)i < (uint)sentence.Length ? sentence[i] : Edge;

    private static void AddWords(ref Templates templates, ReadOnlySpan<WordForm> sentence, int i, bool allCapitals)
    {
        var word = sentence[i];
        var (before2, before, after, after2) = (At(sentence, i - 2), At(sentence, i - 1), At(sentence, i + 1), At(sentence, i + 2));
        templates.Add(word.Word);
        templates.Add(before2.Lower);
        templates.Add(before.Lower);
        templates.Add(word.Lower);
        templates.Add(after.Lower);
        templates.Add(after2.Lower);
        templates.Add(before.Lower, word.Lower);
        templates.Add(word.Lower, after.Lower);
        templates.Add(before.Lower, after.Lower);
        templates.Add(before2.Lower, before.Lower);
        templates.Add(after.Lower, after2.Lower);
        templates.Add(before2.Shape);
        templates.Add(before.Shape);
        templates.Add(word.Shape);
        templates.Add(after.Shape);
        templates.Add(after2.Shape);
        templates.Add(before.Shape, word.Shape);
        templates.Add(word.Shape, after.Shape);
        var three = FeatureHash.Join(FeatureHash.Join(before.Shape, word.Shape), after.Shape);
        templates.Add(three);
        templates.Add(FeatureHash.Join(three, before2.Shape), after2.Shape);
        templates.Add(word.Shape, before.Lower);
        templates.Add(word.Shape, after.Lower);
        templates.Add(allCapitals ? FeatureHash.Join(1, word.Shape) : 0);
    }

    private static void AddSpelling(ref Templates templates, WordForm word, int i, bool allCapitals, HashSet<ulong> inLowerCase)
    {
        templates.Add(word.FullShape);
        foreach (var prefix in word.Prefixes)
            templates.Add(prefix);
        foreach (var suffix in word.Suffixes)
            templates.Add(suffix);
        templates.Add(word.BeforeHyphen);
        templates.Add(word.AfterHyphen);
        var alsoLower = word.IsCapitalised && !allCapitals && inLowerCase.Contains(word.Key);
        templates.Add(word.IsCapitalised ? 1 + (alsoLower ? 1UL : 0) + (i == 0 ? 2UL : 0) : 0);
    }

    private static void AddNames(ref Templates templates, scoped ReadOnlySpan<NameMatch> matches, WordForm word, int i)
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
        templates.Add(word.IsCapitalised && matches[i].Kinds == 0 ? word.Shape : 0);
        templates.Add((ulong)matches[i].Kinds, word.Shape);
    }

    /// <summary>One feature for each kind of name, all of one template.</summary>
    private static void AddMatch(ref Templates templates, NameMatch match, ulong with)
    {
        for (var kinds = (uint)match.Kinds; kinds != 0; kinds &= kinds - 1)
        {
            var kind = BitOperations.TrailingZeroCount(kinds);
            templates.AddMore(FeatureHash.Join((ulong)((kind * 4) + match.PlaceIn(kind) + 1), with));
        }

        templates.Skip(1);
    }

    private static void AddClusters(ref Templates templates, ReadOnlySpan<WordForm> sentence, int i)
    {
        for (var d = -2; d <= 2; d++)
            templates.Add((ulong)At(sentence, i + d).Fine);
        for (var d = -2; d <= 2; d++)
            templates.Add((ulong)At(sentence, i + d).Coarse);
        var (before, word, after) = (At(sentence, i - 1), sentence[i], At(sentence, i + 1));
        templates.Add(word.Fine == 0 || before.Fine == 0 ? 0 : (ulong)((word.Fine << 16) | before.Fine));
        templates.Add(word.Fine == 0 || after.Fine == 0 ? 0 : (ulong)((word.Fine << 16) | after.Fine));
        templates.Add((ulong)before.Fine, word.Shape);
        templates.Add((ulong)after.Fine, word.Shape);
    }

    /// <summary>Numbers the templates in the order in which they are filled.</summary>
    private ref struct Templates(List<int> features)
    {
        private int template;

        /// <summary>Adds a feature unless the value is 0, which is none.</summary>
        public void Add(ulong value)
        {
            template++;
            if (value != 0)
                features.Add(FeatureHash.Bucket(template, value));
        }

        public void Add(ulong first, ulong second) => Add(first == 0 || second == 0 ? 0 : FeatureHash.Join(first, second));

        /// <summary>Another feature of the template that comes next.</summary>
        public readonly void AddMore(ulong value) => features.Add(FeatureHash.Bucket(template + 1, value));

        public void Skip(int templates) => template += templates;
    }
}
