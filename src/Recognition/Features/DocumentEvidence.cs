using System.Runtime.InteropServices;
using Recognition.Tagging;

namespace Recognition.Features;

/// <summary>
/// Features of the second pass: how the first pass tagged the same word, and the same pair of words, elsewhere in the document, and which
/// names an acronym may abbreviate. After Krishnan and Manning, "An Effective Two-Stage Model for Exploiting Non-Local Dependencies in
/// Named Entity Recognition", ACL 2006. Not thread-safe.
/// </summary>
internal sealed class DocumentEvidence
{
    /// <summary>Number of the first template; those below belong to <see cref="SentenceFeatures"/>.</summary>
    private const int FirstTemplate = 200;

    private const int MinInitials = 2;
    private const int MaxInitials = 12;

    private readonly Dictionary<ulong, TagCounts> words = [];
    private readonly Dictionary<ulong, TagCounts> pairs = [];

    /// <summary>By the hash of a name's initials, the type of the name that was seen last.</summary>
    private readonly Dictionary<ulong, int> acronyms = [];

    /// <summary>Starts a new document.</summary>
    public void Clear()
    {
        words.Clear();
        pairs.Clear();
        acronyms.Clear();
    }

    /// <summary>Counts a sentence with the tags that the first pass gave it.</summary>
    public void Count(ReadOnlySpan<WordForm> sentence, ReadOnlySpan<byte> tags)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            if (!sentence[i].IsCapitalised)
                continue;
            CollectionsMarshal.GetValueRefOrAddDefault(words, sentence[i].Lower, out _).Count(tags[i]);
            if (i + 1 < sentence.Length && sentence[i + 1].IsCapitalised)
                CollectionsMarshal.GetValueRefOrAddDefault(pairs, Pair(sentence[i], sentence[i + 1]), out _).Count(tags[i]);
            if (TagScheme.StartsName(tags[i]) && !TagScheme.EndsName(tags[i]))
                AddAcronym(sentence[i..], tags[i..]);
        }
    }

    private void AddAcronym(ReadOnlySpan<WordForm> name, ReadOnlySpan<byte> tags)
    {
        Span<char> initials = stackalloc char[MaxInitials];
        var length = 0;
        for (var i = 0; i < tags.Length && length < initials.Length; i++)
        {
            if (name[i].IsCapitalised)
                initials[length++] = name[i].Initial;
            if (!TagScheme.EndsName(tags[i]))
                continue;
            if (length >= MinInitials)
                acronyms[FeatureHash.Of(initials[..length])] = TagScheme.TypeOf(tags[i]);
            return;
        }
    }

    /// <summary>Appends the second-pass features of every token of a sentence that was counted before.</summary>
    /// <param name="tags">The tags of the first pass.</param>
    /// <param name="features">Receives the buckets of all tokens, one token after another.</param>
    /// <param name="ends">Receives, by token, the index after its last bucket.</param>
    public void Add(ReadOnlySpan<WordForm> sentence, ReadOnlySpan<byte> tags, List<int> features, List<int> ends)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            AddTags(tags, i, features);
            AddOtherOccurrences(sentence, tags, i, features);
            AddPairs(sentence, tags, i, features);
            if (sentence[i].Acronym != 0 && acronyms.TryGetValue(sentence[i].Acronym, out var type))
                Add(features, 13, (ulong)((type << 8) | (tags[i] + 1)));
            ends.Add(features.Count);
        }
    }

    /// <summary>The tags that the first pass gave a token and its neighbours.</summary>
    private static void AddTags(ReadOnlySpan<byte> tags, int i, List<int> features)
    {
        var own = tags[i] + 1UL;
        var before = i > 0 ? tags[i - 1] + 1UL : 0;
        var after = i + 1 < tags.Length ? tags[i + 1] + 1UL : 0;
        Add(features, 0, own);
        Add(features, 1, (own << 8) | before);
        Add(features, 2, (own << 8) | after);
        Add(features, 3, (own << 16) | (before << 8) | after);
    }

    private void AddOtherOccurrences(ReadOnlySpan<WordForm> sentence, ReadOnlySpan<byte> tags, int i, List<int> features)
    {
        var tag = tags[i] + 1UL;
        var own = OtherOccurrences(sentence, tags, i);
        var before = i > 0 ? OtherOccurrences(sentence, tags, i - 1) : 0;
        var after = i + 1 < sentence.Length ? OtherOccurrences(sentence, tags, i + 1) : 0;
        if (own != 0)
        {
            Add(features, 4, own);
            Add(features, 5, (own << 8) | tag);
            Add(features, 6, FeatureHash.Combine(own, sentence[i].Shape));
        }

        if (before != 0)
            Add(features, 7, (before << 8) | tag);
        if (after != 0)
            Add(features, 8, (after << 8) | tag);
        if (own != 0 && before != 0)
            Add(features, 9, (own << 24) | before);
        if (own != 0 && after != 0)
            Add(features, 10, (own << 24) | after);
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

    /// <summary>Summarises the tags of a word elsewhere in the document; 0 if it occurs nowhere else.</summary>
    private ulong OtherOccurrences(ReadOnlySpan<WordForm> sentence, ReadOnlySpan<byte> tags, int i) =>
        sentence[i].IsCapitalised ? words.GetValueOrDefault(sentence[i].Lower).Summary(tags[i]) : 0;

    private static ulong Pair(WordForm first, WordForm second) => FeatureHash.Combine(first.Lower, second.Lower);

    private static void Add(List<int> features, int template, ulong value)
    {
        if (value != 0)
            features.Add(FeatureHash.Bucket(FirstTemplate + template, value));
    }
}
