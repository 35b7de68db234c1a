namespace Recognition.Features;

/// <summary>Lists of names by kind, such as surnames and cities, in which a run of words is looked up without regard to case.</summary>
internal sealed class Gazetteer
{
    public const int MaxWords = 7;

    /// <summary>Names of kinds, in the order of their bits.</summary>
    public static readonly string[] Kinds = ["first name", "surname", "city", "region", "country", "company", "club", "known person", "known place", "known organization"];

    private const ushort Continues = 1 << 15;

    /// <summary>By the hash of the words so far: the kinds of name that they are, and whether longer names begin with them.</summary>
    private readonly Dictionary<ulong, ushort> names = [];

    /// <param name="entries">Names in lower case, words parted by spaces, each with the bits of its kinds.</param>
    public Gazetteer(IEnumerable<KeyValuePair<string, ushort>> entries)
    {
        foreach (var (name, kinds) in entries)
        {
            ulong hash = 0;
            var words = name.Split(' ');
            for (var i = 0; i < words.Length && i < MaxWords; i++)
            {
                hash = Next(hash, FeatureHash.Of(words[i]));
                names[hash] = (ushort)(names.GetValueOrDefault(hash) | (i == words.Length - 1 ? kinds : Continues));
            }
        }
    }

    public static Gazetteer None { get; } = new([]);

    public bool BeginsName(ulong key) => names.ContainsKey(Next(0, key));

    /// <summary>By token, what the longest names that it stands in make of it: two bits a kind (B, I, L, U as 0 to 3) beside a bit that says whether.</summary>
    public void Match(ReadOnlySpan<WordForm> words, Span<NameMatch> matches)
    {
        matches.Clear();
        Span<int> freeFrom = stackalloc int[Kinds.Length];
        Span<int> longest = stackalloc int[Kinds.Length];
        freeFrom.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].BeginsName || words[i].IsLowerCase)
                continue;
            longest.Clear();
            ulong hash = 0;
            for (var j = i; j < words.Length && j < i + MaxWords; j++)
            {
                hash = Next(hash, words[j].Key);
                if (!names.TryGetValue(hash, out var found))
                    break;
                for (var bits = found & ~Continues; bits != 0; bits &= bits - 1)
                    longest[System.Numerics.BitOperations.TrailingZeroCount(bits)] = j - i + 1;
                if ((found & Continues) == 0)
                    break;
            }

            for (var kind = 0; kind < Kinds.Length; kind++)
            {
                if (longest[kind] == 0 || i < freeFrom[kind])
                    continue;
                Mark(matches, i, longest[kind], kind);
                freeFrom[kind] = i + longest[kind];
            }
        }
    }

    private static void Mark(Span<NameMatch> matches, int start, int length, int kind)
    {
        if (length == 1)
        {
            matches[start].Set(kind, NameMatch.Unit);
            return;
        }

        matches[start].Set(kind, NameMatch.Begin);
        for (var i = 1; i < length - 1; i++)
            matches[start + i].Set(kind, NameMatch.Inside);
        matches[start + length - 1].Set(kind, NameMatch.Last);
    }

    private static ulong Next(ulong hash, ulong word) => FeatureHash.Join(hash, word);
}
