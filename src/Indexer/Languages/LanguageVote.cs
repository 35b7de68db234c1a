namespace Indexer.Languages;

/// <summary>What the small words and the letters of a text say of its language.</summary>
/// <param name="Leader">The language with most votes; null where none has any.</param>
/// <param name="IsClear">The lead is large enough to rely on by itself.</param>
internal readonly record struct LanguageVote(string? Leader, bool IsClear)
{
    private const int LongestLook = 3000;

    /// <summary>A word of one language alone is one vote, and one of two languages half a vote for each.</summary>
    private const double FewestVotes = 1.9;

    /// <summary>Votes for the winner in a hundred words; running text of any language has more.</summary>
    private const double LeastShare = 0.07;

    /// <summary>How many times the votes of the runner-up the winner needs: close relatives share many small words.</summary>
    private const double ClearLead = 2.5;

    public static LanguageVote Of(string text)
    {
        var look = text.AsSpan(0, Math.Min(text.Length, LongestLook));
        if (OfScript(look) is { } script)
            return new LanguageVote(script, true);
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        var words = 0;
        var start = -1;
        Span<char> lower = stackalloc char[32];
        for (var i = 0; i <= look.Length; i++)
        {
            var inWord = i < look.Length && (char.IsLetter(look[i]) || char.GetUnicodeCategory(look[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
            if (inWord && start < 0)
                start = i;
            if (inWord || start < 0)
                continue;
            words++;
            var length = i - start;
            if (length <= lower.Length)
            {
                look.Slice(start, length).ToLowerInvariant(lower);
                var languages = FunctionWords.LanguagesOf(lower[..length].ToString());
                foreach (var language in languages)
                    votes[language] = votes.GetValueOrDefault(language) + (1.0 / languages.Count);
            }

            start = -1;
        }

        if (votes.Count == 0)
            return default;
        var ranked = votes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(2).ToList();
        var best = ranked[0];
        return new LanguageVote(best.Key, best.Value >= FewestVotes && best.Value >= LeastShare * words && (ranked.Count == 1 || best.Value >= ClearLead * ranked[1].Value));
    }

    /// <summary>Letters that only one language writes.</summary>
    private static string? OfScript(ReadOnlySpan<char> text)
    {
        int kana = 0, hangul = 0, han = 0, thai = 0, hebrew = 0, greek = 0, armenian = 0, georgian = 0, letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            switch (c)
            {
                case >= '\u3040' and <= '\u30FF':
                    kana++;
                    break;
                case >= '\uAC00' and <= '\uD7A3':
                    hangul++;
                    break;
                case >= '\u4E00' and <= '\u9FFF':
                    han++;
                    break;
                case >= '\u0E00' and <= '\u0E7F':
                    thai++;
                    break;
                case >= '\u0590' and <= '\u05FF':
                    hebrew++;
                    break;
                case >= '\u0370' and <= '\u03FF':
                    greek++;
                    break;
                case >= '\u0530' and <= '\u058F':
                    armenian++;
                    break;
                case >= '\u10A0' and <= '\u10FF':
                    georgian++;
                    break;
                default:
                    break;
            }
        }

        if (letters < 4)
            return null;
        return (kana + han) * 2 > letters && kana * 20 > letters ? "ja"
            : hangul * 2 > letters ? "ko"
            : han * 2 > letters ? "zh"
            : thai * 2 > letters ? "th"
            : hebrew * 2 > letters ? "he"
            : greek * 2 > letters ? "el"
            : armenian * 2 > letters ? "hy"
            : georgian * 2 > letters ? "ka"
            : null;
    }
}
