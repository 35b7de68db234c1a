using System.Numerics;

namespace Recognition.Features;

/// <summary>A dictionary of known names by type, such as surnames and cities. Matches runs of tokens without regard to case.</summary>
internal sealed class Gazetteer
{
    /// <summary>Maximum number of words of a name; the words after it are ignored.</summary>
    public const int MaxWords = 7;

    /// <summary>The types of names; the index of a type is its bit in an entry.</summary>
    public static readonly string[] Types =
    [
        "first name", "surname", "city", "region", "country", "company", "club", "known person", "known place", "known organization",
    ];

    /// <summary>Marks word sequences that longer names start with.</summary>
    private const ushort PrefixFlag = 1 << 15;

    /// <summary>A flattened trie: by the hash of a word sequence, the types of the name that it is, and <see cref="PrefixFlag"/>.</summary>
    private readonly Dictionary<ulong, ushort> names = [];

    /// <param name="entries">Names in lower case with single spaces between words, each with the bits of its types.</param>
    public Gazetteer(IEnumerable<KeyValuePair<string, ushort>> entries)
    {
        foreach (var (name, types) in entries)
        {
            ulong hash = 0;
            var words = name.Split(' ');
            for (var i = 0; i < words.Length && i < MaxWords; i++)
            {
                hash = FeatureHash.Combine(hash, FeatureHash.Of(words[i]));
                names[hash] = (ushort)(names.GetValueOrDefault(hash) | (i == words.Length - 1 ? types : PrefixFlag));
            }
        }
    }

    public static Gazetteer Empty { get; } = new([]);

    /// <summary>Returns whether any name starts with a word.</summary>
    /// <param name="word">Hash of the word in lower case.</param>
    public bool StartsName(ulong word) => names.ContainsKey(FeatureHash.Combine(0, word));

    /// <summary>
    /// Finds the names in a sentence, for each type the longest match from left to right, without overlap within a type. A match starts at
    /// a token that is not in lower case.
    /// </summary>
    /// <param name="matches">One a token; overwritten.</param>
    public void Match(ReadOnlySpan<WordForm> words, Span<GazetteerMatch> matches)
    {
        matches.Clear();
        Span<int> nextFree = stackalloc int[Types.Length];
        Span<int> longest = stackalloc int[Types.Length];
        nextFree.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].StartsGazetteerName || words[i].IsLowerCase)
                continue;
            FindLongest(words[i..], longest);
            for (var type = 0; type < Types.Length; type++)
            {
                if (longest[type] == 0 || i < nextFree[type])
                    continue;
                Mark(matches, i, longest[type], type);
                nextFree[type] = i + longest[type];
            }
        }
    }

    /// <summary>Finds, by type, the length of the longest name that the words start with; 0 if there is none.</summary>
    private void FindLongest(ReadOnlySpan<WordForm> words, Span<int> longest)
    {
        longest.Clear();
        ulong hash = 0;
        for (var i = 0; i < words.Length && i < MaxWords; i++)
        {
            hash = FeatureHash.Combine(hash, words[i].Lower);
            if (!names.TryGetValue(hash, out var found))
                return;
            for (var types = found & ~PrefixFlag; types != 0; types &= types - 1)
                longest[BitOperations.TrailingZeroCount(types)] = i + 1;
            if ((found & PrefixFlag) == 0)
                return;
        }
    }

    private static void Mark(Span<GazetteerMatch> matches, int start, int length, int type)
    {
        if (length == 1)
        {
            matches[start].Set(type, GazetteerMatch.Unit);
            return;
        }

        matches[start].Set(type, GazetteerMatch.Begin);
        for (var i = 1; i < length - 1; i++)
            matches[start + i].Set(type, GazetteerMatch.Inside);
        matches[start + length - 1].Set(type, GazetteerMatch.Last);
    }
}
