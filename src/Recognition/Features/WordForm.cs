using System.Globalization;

namespace Recognition.Features;

/// <summary>The properties of a word that features are made of. Texts are hashes by <see cref="FeatureHash.Of"/>.</summary>
internal sealed class WordForm
{
    private const int MaxAffixLength = 4;
    private const int MaxShapeLength = 8;
    private const int MinAcronymLength = 2;
    private const int MaxAcronymLength = 7;

    /// <param name="word">At least one character.</param>
    public WordForm(string word, WordClusters clusters, Gazetteer gazetteer)
    {
        var lower = word.ToLowerInvariant();
        var normalised = DigitsToZero(lower);
        Exact = FeatureHash.Of(word);
        Lower = FeatureHash.Of(lower);
        Normalised = FeatureHash.Of(normalised);
        Shape = FeatureHash.Of(ShapeOf(word, collapse: true));
        FullShape = FeatureHash.Of(ShapeOf(word, collapse: false));
        for (var n = 1; n <= MaxAffixLength; n++)
        {
            Prefixes[n - 1] = word.Length >= n ? FeatureHash.Of(word.AsSpan(0, n)) : 0;
            Suffixes[n - 1] = normalised.Length >= n ? FeatureHash.Of(normalised.AsSpan(normalised.Length - n)) : 0;
        }

        var hyphen = normalised.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0 && hyphen < normalised.Length - 1)
        {
            BeforeHyphen = FeatureHash.Of(normalised.AsSpan(0, hyphen));
            AfterHyphen = FeatureHash.Of(normalised.AsSpan(normalised.LastIndexOf('-') + 1));
        }

        (CoarseCluster, FineCluster) = clusters.Of(word, lower);
        IsCapitalised = char.IsUpper(word[0]);
        HasLetter = word.Any(char.IsLetter);
        IsAllCapitals = HasLetter && !word.Any(char.IsLower);
        IsLowerCase = HasLetter && !word.Any(char.IsUpper);
        StartsGazetteerName = gazetteer.StartsName(Lower);
        Initial = HasLetter ? lower[0] : '\0';
        if (IsAllCapitals && word.Length is >= MinAcronymLength and <= MaxAcronymLength)
            Acronym = FeatureHash.Of(string.Concat(lower.Where(char.IsLetter)));
    }

    /// <summary>The word as written.</summary>
    public ulong Exact { get; }

    /// <summary>The word in lower case.</summary>
    public ulong Lower { get; }

    /// <summary>The word in lower case with 0 for every digit.</summary>
    public ulong Normalised { get; }

    /// <summary>Character classes with runs collapsed, at most eight: <c>Xx</c> for <c>Smith</c>, <c>X.X.</c> for <c>U.S.</c></summary>
    public ulong Shape { get; }

    /// <summary>Character classes of the first eight characters: <c>Xxxxx</c> for <c>Smith</c>.</summary>
    public ulong FullShape { get; }

    /// <summary>The first 1 to 4 characters as written; 0 where the word is shorter.</summary>
    public ulong[] Prefixes { get; } = new ulong[MaxAffixLength];

    /// <summary>The last 1 to 4 characters of the normalised word; 0 where the word is shorter.</summary>
    public ulong[] Suffixes { get; } = new ulong[MaxAffixLength];

    /// <summary>The normalised text before the first hyphen; 0 without a hyphen inside the word.</summary>
    public ulong BeforeHyphen { get; }

    /// <summary>The normalised text after the last hyphen; 0 without a hyphen inside the word.</summary>
    public ulong AfterHyphen { get; }

    /// <summary>See <see cref="WordClusters"/>; 0 for an unknown word.</summary>
    public int CoarseCluster { get; }

    /// <inheritdoc cref="CoarseCluster"/>
    public int FineCluster { get; }

    /// <summary>True if the first character is an upper-case letter.</summary>
    public bool IsCapitalised { get; }

    public bool HasLetter { get; }

    /// <summary>True if the word has letters and none is in lower case.</summary>
    public bool IsAllCapitals { get; }

    /// <summary>True if the word has letters and none is in upper case.</summary>
    public bool IsLowerCase { get; }

    /// <inheritdoc cref="Gazetteer.StartsName"/>
    public bool StartsGazetteerName { get; }

    /// <summary>The first character in lower case, for acronyms of names; NUL for a word without letters.</summary>
    public char Initial { get; }

    /// <summary>The letters in lower case of a word that may be an acronym (2 to 7 characters, all capitals); otherwise 0.</summary>
    public ulong Acronym { get; }

    /// <summary>What the tagger that made this form keeps with it, which the form does not read; null at first.</summary>
    public int[]? Scores { get; set; }

    private static string DigitsToZero(string lower) => string.Create(lower.Length, lower, (normalised, from) =>
    {
        for (var i = 0; i < normalised.Length; i++)
            normalised[i] = char.IsDigit(from[i]) ? '0' : from[i];
    });

    private static string ShapeOf(string word, bool collapse)
    {
        Span<char> shape = stackalloc char[MaxShapeLength];
        var length = 0;
        foreach (var c in word)
        {
            var sign = char.GetUnicodeCategory(c) switch
            {
                UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => 'X',
                UnicodeCategory.LowercaseLetter => 'x',
                UnicodeCategory.DecimalDigitNumber => '0',
                UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => 'o',
                _ => c,
            };
            if (collapse && length > 0 && shape[length - 1] == sign)
                continue;
            shape[length++] = sign;
            if (length == shape.Length)
                break;
        }

        return new string(shape[..length]);
    }
}
