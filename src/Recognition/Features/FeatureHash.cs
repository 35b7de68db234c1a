namespace Recognition.Features;

/// <summary>
/// The hashing trick: a feature is not looked up in a table but hashed to one of <see cref="Buckets"/> rows of weights. Collisions are
/// rare enough to cost little accuracy.
/// </summary>
/// <remarks>Every function here decides where a model file keeps its weights, so none may ever change.</remarks>
internal static class FeatureHash
{
    public const int Bits = 20;

    /// <summary>Number of buckets, 2²⁰.</summary>
    public const int Buckets = 1 << Bits;

    /// <summary>Returns the bucket of a feature, from 0 to <see cref="Buckets"/> - 1.</summary>
    /// <param name="template">Number of the feature template.</param>
    /// <param name="value">Hash of the text that fills the template.</param>
    public static int Bucket(int template, ulong value)
    {
        var mixed = (value + ((ulong)template * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93;
        mixed ^= mixed >> 32;
        return (int)((mixed * 0xD6E8FEB86659FD93) >> (64 - Bits));
    }

    /// <summary>Combines two hashes; the order matters.</summary>
    public static ulong Combine(ulong a, ulong b) => (a * 0x9FB21C651E98DF25) ^ ((b << 29) | (b >> 35));

    /// <summary>Hashes a text by FNV-1a over its UTF-16 code units, with a final mix.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in text)
            hash = (hash ^ c) * 0x100000001B3;
        hash ^= hash >> 29;
        return hash * 0xBF58476D1CE4E5B9;
    }
}
