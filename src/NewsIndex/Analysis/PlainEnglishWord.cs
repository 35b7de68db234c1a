using System.Buffers;
using Lucene.Net.Analysis.En;

namespace NewsIndex.Analysis;

/// <summary>
/// A word of letters and digits of ASCII, which has neither other spellings nor a possessive, or a number with separators: what
/// <see cref="NewsAnalyzer"/> makes of it, without the token streams, which take longer than all else for a single word.
/// </summary>
internal static class PlainEnglishWord
{
    [ThreadStatic]
    private static EnglishStem? stemming;

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly SearchValues<byte> LetterBytes =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8);

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,");

    private static readonly (char Mark, char DecimalSign) English =
        LanguageAnalysis.TryGet("en", out var chain, out var mark) ? (mark, chain.DecimalSign) : default;

    /// <summary>True for a word that is one; acronyms of two letters have another spelling.</summary>
    public static bool Is(ReadOnlySpan<char> word) =>
        word.IndexOfAnyExcept(Letters) < 0 && !(word.Length == 2 && char.IsUpper(word[0]));

    /// <summary>The same of a word in ASCII.</summary>
    public static bool Is(ReadOnlySpan<byte> word) =>
        word.IndexOfAnyExcept(LetterBytes) < 0 && !(word.Length == 2 && word[0] is >= (byte)'A' and <= (byte)'Z');

    /// <summary>True for a word of digits with full stops and commas among them: 1,750.5.</summary>
    public static bool IsNumber(ReadOnlySpan<char> word) =>
        char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[^1]) && word.IndexOfAnyExcept(OfNumbers) < 0;

    /// <summary>The word as the exact field has it.</summary>
    public static AnalysedWord Exact(string word) => new(word.ToLowerInvariant(), 0, 0, word.Length, Casing: LetterCase.Of(word));

    /// <summary>The word as the field of stems has it; none for a stop word.</summary>
    public static AnalysedWord? Stem(string word)
    {
        if (IsNumber(word))
            return new AnalysedWord((NumberSpelling.Ungrouped(word, English.DecimalSign) ?? word) + English.Mark, 0, 0, word.Length);
        var lower = word.ToLowerInvariant();
        return EnglishAnalyzer.DefaultStopSet.Contains(lower)
            ? null
            : new AnalysedWord((stemming ??= new EnglishStem()).Of(lower) + English.Mark, 0, 0, word.Length);
    }
}
