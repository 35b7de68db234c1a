using System.Globalization;

namespace Recognition.Features;

/// <summary>What features need of a word, worked out once for each word.</summary>
internal sealed class WordForm
{
    private const int Affixes = 4;

    public WordForm(string word, WordClusters clusters, Gazetteer names)
    {
        var lower = word.ToLowerInvariant();
        var folded = FoldDigits(lower);
        Word = FeatureHash.Of(word);
        Key = FeatureHash.Of(lower);
        Lower = FeatureHash.Of(folded);
        Shape = FeatureHash.Of(ShapeOf(word, collapse: true));
        FullShape = FeatureHash.Of(ShapeOf(word, collapse: false));
        for (var n = 1; n <= Affixes; n++)
        {
            Prefixes[n - 1] = word.Length >= n ? FeatureHash.Of(word.AsSpan(0, n)) : 0;
            Suffixes[n - 1] = folded.Length >= n ? FeatureHash.Of(folded.AsSpan(folded.Length - n)) : 0;
        }

        var hyphen = folded.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0 && hyphen < folded.Length - 1)
        {
            BeforeHyphen = FeatureHash.Of(folded.AsSpan(0, hyphen));
            AfterHyphen = FeatureHash.Of(folded.AsSpan(folded.LastIndexOf('-') + 1));
        }

        (Coarse, Fine) = clusters.Of(word, lower);
        IsCapitalised = char.IsUpper(word[0]);
        HasLetter = word.Any(char.IsLetter);
        IsAllCapitals = HasLetter && !word.Any(char.IsLower);
        IsLowerCase = HasLetter && !word.Any(char.IsUpper);
        BeginsName = names.BeginsName(Key);
        Initial = HasLetter ? lower[0] : '\0';
        if (IsAllCapitals && word.Length is >= 2 and <= 7)
            Acronym = FeatureHash.Of(string.Concat(lower.Where(char.IsLetter)));
    }

    /// <summary>The word as written.</summary>
    public ulong Word { get; }

    /// <summary>In lower case.</summary>
    public ulong Key { get; }

    /// <summary>In lower case, with every digit a 0.</summary>
    public ulong Lower { get; }

    /// <summary><c>Xx</c> for <c>Smith</c>, <c>X.X</c> for <c>U.S.</c> but for the last stop.</summary>
    public ulong Shape { get; }

    /// <summary>The same with every letter kept, up to eight.</summary>
    public ulong FullShape { get; }

    public ulong[] Prefixes { get; } = new ulong[Affixes];
    public ulong[] Suffixes { get; } = new ulong[Affixes];

    /// <summary>0 when the word has no hyphen inside.</summary>
    public ulong BeforeHyphen { get; }
    public ulong AfterHyphen { get; }

    /// <summary>0 for a word without clusters.</summary>
    public int Coarse { get; }
    public int Fine { get; }

    public bool IsCapitalised { get; }
    public bool HasLetter { get; }
    public bool IsAllCapitals { get; }
    public bool IsLowerCase { get; }

    /// <summary>Whether any name of the gazetteer begins with it.</summary>
    public bool BeginsName { get; }

    /// <summary>Its first letter in lower case, for acronyms.</summary>
    public char Initial { get; }

    /// <summary>Of the letters of a word that may be an acronym, or 0.</summary>
    public ulong Acronym { get; }

    private static string FoldDigits(string lower) => string.Create(lower.Length, lower, (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = char.IsDigit(from[i]) ? '0' : from[i];
    });

    private static string ShapeOf(string word, bool collapse)
    {
        Span<char> shape = stackalloc char[8];
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
