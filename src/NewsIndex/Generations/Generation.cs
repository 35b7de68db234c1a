using System.Globalization;

namespace NewsIndex.Generations;

/// <summary>Version of an index for citations: the same number and fingerprint mean the same articles on every machine.</summary>
/// <param name="Number">
/// Number of changes so far: articles added, replaced or deleted, and merges that change scores, which the texts of replaced and deleted
/// articles count in until then. Increases with every commit.
/// </param>
/// <param name="Fingerprint">Order-independent sum of the content hashes of all articles.</param>
public readonly record struct Generation(long Number, ulong Fingerprint)
{
    /// <summary>Formats as the number, a hyphen and 16 hexadecimal digits: <c>11000-5be2c19f0a6b7d31</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}-{Fingerprint:x16}");

    public static bool TryParse(string text, out Generation generation)
    {
        generation = default;
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0
            || !long.TryParse(text.AsSpan(0, hyphen), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !ulong.TryParse(text.AsSpan(hyphen + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var fingerprint))
            return false;
        generation = new Generation(number, fingerprint);
        return true;
    }
}
