namespace Recognition.Features;

/// <summary>Features have no table: each is a number from 0 to <see cref="Buckets"/>, and the few that share one do little harm.</summary>
internal static class FeatureHash
{
    public const int Bits = 20;
    public const int Buckets = 1 << Bits;

    /// <summary>The row of a feature: a template and what the text has in its place.</summary>
    public static int Bucket(int template, ulong value)
    {
        var mixed = (value + ((ulong)template * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93;
        mixed ^= mixed >> 32;
        return (int)((mixed * 0xD6E8FEB86659FD93) >> (64 - Bits));
    }

    public static ulong Join(ulong a, ulong b) => (a * 0x9FB21C651E98DF25) ^ ((b << 29) | (b >> 35));

    public static ulong Of(ReadOnlySpan<char> text)
    {
        // FNV-1a over UTF-16 units, then mixed: it decides what is in a model file, and so must never change.
        var hash = 0xCBF29CE484222325;
        foreach (var c in text)
            hash = (hash ^ c) * 0x100000001B3;
        hash ^= hash >> 29;
        return hash * 0xBF58476D1CE4E5B9;
    }
}
