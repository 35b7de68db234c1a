using System.Runtime.InteropServices;
using Recognition.Tagging;

namespace Recognition.Features;

/// <summary>
/// What the first look at a document tells the second: the tags that each word got elsewhere in it, the neighbours it had in names, and
/// the long forms of its acronyms. After Krishnan and Manning, "An Effective Two-Stage Model for Exploiting Non-Local Dependencies in
/// Named Entity Recognition", ACL 2006.
/// </summary>
internal sealed class DocumentEvidence
{
    private const int FirstTemplate = 200;

    private readonly Dictionary<ulong, TagCounts> words = [];
    private readonly Dictionary<ulong, TagCounts> pairs = [];
    private readonly Dictionary<ulong, int> acronyms = [];

    /// <summary>Forgets the document before.</summary>
    public void Clear()
    {
        words.Clear();
        pairs.Clear();
        acronyms.Clear();
    }

    /// <summary>Takes in a sentence with its tags of the first look.</summary>
    public void Take(ReadOnlySpan<WordForm> sentence, ReadOnlySpan<byte> tags)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            if (!sentence[i].IsCapitalised)
                continue;
            CollectionsMarshal.GetValueRefOrAddDefault(words, sentence[i].Key, out _).Count(tags[i]);
            if (i + 1 < sentence.Length && sentence[i + 1].IsCapitalised)
                CollectionsMarshal.GetValueRefOrAddDefault(pairs, Pair(sentence[i], sentence[i + 1]), out _).Count(tags[i]);
            if (TagScheme.Opens(tags[i]) && !TagScheme.Closes(tags[i]))
                TakeAcronym(sentence[i..], tags[i..]);
        }
    }

    private void TakeAcronym(ReadOnlySpan<WordForm> name, ReadOnlySpan<byte> tags)
    {
        Span<char> initials = stackalloc char[12];
        var length = 0;
        for (var i = 0; i < tags.Length && length < initials.Length; i++)
        {
            if (name[i].IsCapitalised)
                initials[length++] = name[i].Initial;
            if (!TagScheme.Closes(tags[i]))
                continue;
            if (length >= 2)
                acronyms[FeatureHash.Of(initials[..length])] = TagScheme.TypeOf(tags[i]);
            return;
        }
    }

    /// <summary>Adds what the rest of the document says of each token of a sentence.</summary>
    /// <param name="tags">Its tags of the first look.</param>
    public void Add(ReadOnlySpan<WordForm> sentence, ReadOnlySpan<byte> tags, List<int> features, List<int> ends)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            var own = Elsewhere(sentence, tags, i);
            var before = i > 0 ? Elsewhere(sentence, tags, i - 1) : 0;
            var after = i + 1 < sentence.Length ? Elsewhere(sentence, tags, i + 1) : 0;
            ulong first = tags[i] + 1UL;
            ulong firstBefore = i > 0 ? tags[i - 1] + 1UL : 0;
            ulong firstAfter = i + 1 < sentence.Length ? tags[i + 1] + 1UL : 0;
            Add(features, 0, first);
            Add(features, 1, (first << 8) | firstBefore);
            Add(features, 2, (first << 8) | firstAfter);
            Add(features, 3, (first << 16) | (firstBefore << 8) | firstAfter);
            if (own != 0)
            {
                Add(features, 4, own);
                Add(features, 5, (own << 8) | first);
                Add(features, 6, FeatureHash.Join(own, sentence[i].Shape));
            }

            if (before != 0)
                Add(features, 7, (before << 8) | first);
            if (after != 0)
                Add(features, 8, (after << 8) | first);
            if (own != 0 && before != 0)
                Add(features, 9, (own << 24) | before);
            if (own != 0 && after != 0)
                Add(features, 10, (own << 24) | after);
            AddPairs(sentence, tags, i, features);
            if (sentence[i].Acronym != 0 && acronyms.TryGetValue(sentence[i].Acronym, out var longForm))
                Add(features, 13, (ulong)((longForm << 8) | (int)first));
            ends.Add(features.Count);
        }
    }

    private void AddPairs(ReadOnlySpan<WordForm> sentence, ReadOnlySpan<byte> tags, int i, List<int> features)
    {
        if (!sentence[i].IsCapitalised)
            return;
        if (i + 1 < sentence.Length && sentence[i + 1].IsCapitalised)
            Add(features, 11, pairs.GetValueOrDefault(Pair(sentence[i], sentence[i + 1])).Summary(tags[i]));
        if (i > 0 && sentence[i - 1].IsCapitalised)
            Add(features, 12, pairs.GetValueOrDefault(Pair(sentence[i - 1], sentence[i])).Summary(tags[i - 1]));
    }

    /// <summary>What a word was elsewhere in the document; 0 when it is nowhere else.</summary>
    private ulong Elsewhere(ReadOnlySpan<WordForm> sentence, ReadOnlySpan<byte> tags, int i) =>
        sentence[i].IsCapitalised ? words.GetValueOrDefault(sentence[i].Key).Summary(tags[i]) : 0;

    private static ulong Pair(WordForm first, WordForm second) => FeatureHash.Join(first.Key, second.Key);

    private static void Add(List<int> features, int template, ulong value)
    {
        if (value != 0)
            features.Add(FeatureHash.Bucket(FirstTemplate + template, value));
    }

    /// <summary>How often a word got which tag.</summary>
    private struct TagCounts
    {
        private Tags counts;

        public void Count(byte tag) => counts[tag]++;

        /// <summary>
        /// What the other occurrences were, but for one with the tag <paramref name="own"/>: the commonest type, whether all agree, and
        /// the commonest place in a name. 0 when there are no others.
        /// </summary>
        public readonly ulong Summary(byte own)
        {
            Span<int> types = [0, 0, 0, 0];
            var (total, best, bestCount) = (0, 0, 0);
            for (var tag = 0; tag < TagScheme.Count; tag++)
            {
                var count = counts[tag] - (tag == own ? 1 : 0);
                if (count <= 0)
                    continue;
                total += count;
                types[TagScheme.TypeOf(tag) + 1] += count;
                if (count > bestCount)
                    (best, bestCount) = (tag, count);
            }

            if (total == 0)
                return 0;
            var type = 0;
            for (var i = 1; i < types.Length; i++)
            {
                if (types[i] > types[type])
                    type = i;
            }

            var agreement = types[type] == total ? 2UL : types[type] * 3 >= total * 2 ? 1UL : 0;
            return 1 + (ulong)type + (agreement << 3) + ((ulong)best << 6) + ((total > 2 ? 1UL : 0) << 5);
        }

        [System.Runtime.CompilerServices.InlineArray(TagScheme.Count)]
        private struct Tags
        {
            private int first;
        }
    }
}
