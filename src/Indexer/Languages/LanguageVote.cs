namespace Indexer.Languages;

/// <summary>What the small words and the letters of a text say of its language.</summary>
/// <remarks>
/// Single letters and parts of dotted acronyms do not vote: "U.S." is no Croatian, though "u" and "s" are small words of it.
/// </remarks>
/// <param name="Leader">The language with most votes; null where none has any.</param>
internal readonly record struct LanguageVote(string? Leader, LanguageCertainty Certainty)
{
    private const int LongestLook = 3000;

    /// <summary>A word of one language alone is one vote, and one of two languages half a vote for each.</summary>
    private const double FewestVotes = 1.9;

    /// <summary>
    /// One small word, however often it stands there, may be a name or an abbreviation: "CO" of companies is a word of Polish.
    /// </summary>
    private const int FewestDifferentWords = 2;

    /// <summary>As <see cref="FewestVotes"/>, for a strong vote: "Von der Leyen" has two.</summary>
    private const double StrongVotes = 2.9;

    /// <summary>Votes for the winner in a hundred words; running text of any language has more.</summary>
    private const double LeastShare = 0.07;

    /// <summary>How many times the votes of the runner-up the winner needs: close relatives share many small words.</summary>
    private const double ClearLead = 2.5;

    /// <summary>
    /// Words of a plain text: two sentences. What a line of names, figures or quotations has by chance evens out in so many.
    /// </summary>
    private const int WordsOfPlainText = 30;

    /// <summary>As <see cref="FewestDifferentWords"/>, for a plain text.</summary>
    private const int DifferentWordsOfPlainText = 5;

    /// <summary>As <see cref="ClearLead"/>, for a plain text.</summary>
    private const double PlainLead = 5;

    public static LanguageVote Of(string text)
    {
        var look = text.AsSpan(0, Math.Min(text.Length, LongestLook));
        if (OfScript(look) is { } script)
            return new LanguageVote(script, LanguageCertainty.Plain);
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        var different = new HashSet<string>(StringComparer.Ordinal);
        var words = 0;
        for (var (start, i) = (-1, 0); i <= look.Length; i++)
        {
            var inWord = i < look.Length && IsPartOfWord(look[i]);
            if (inWord && start < 0)
                start = i;
            if (inWord || start < 0)
                continue;
            words++;
            if (i - start > 1 && !IsPartOfAcronym(look, start, i))
                Count(look[start..i], votes, different);
            start = -1;
        }

        return votes.Count == 0 ? default : Decide(votes, different, words);
    }

    private static bool IsPartOfWord(char c) =>
        char.IsLetter(c)
            || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>Parts of "Ph.D.", "S.p.A." and "news.co.uk", which dots without a space hold together.</summary>
    private static bool IsPartOfAcronym(ReadOnlySpan<char> text, int start, int end) =>
        (start > 1 && text[start - 1] == '.' && char.IsLetter(text[start - 2]))
            || (end + 1 < text.Length && text[end] == '.' && char.IsLetter(text[end + 1]));

    private static void Count(ReadOnlySpan<char> word, Dictionary<string, double> votes, HashSet<string> different)
    {
        if (word.Length > FunctionWords.Longest)
            return;
        var lower = word.ToString().ToLowerInvariant();
        var languages = FunctionWords.LanguagesOf(lower);
        foreach (var language in languages)
            votes[language] = votes.GetValueOrDefault(language) + (1.0 / languages.Count);
        if (languages.Count > 0)
            different.Add(lower);
    }

    private static LanguageVote Decide(Dictionary<string, double> votes, HashSet<string> different, int words)
    {
        var ranked = votes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(2).ToList();
        var best = ranked[0];
        var lead = ranked.Count == 1 ? double.PositiveInfinity : best.Value / ranked[1].Value;
        var ofLeader = different.Count(word => FunctionWords.LanguagesOf(word).Contains(best.Key));
        var isClear = best.Value >= FewestVotes && ofLeader >= FewestDifferentWords && best.Value >= LeastShare * words
            && lead >= ClearLead;
        var isPlain = words >= WordsOfPlainText && ofLeader >= DifferentWordsOfPlainText && lead >= PlainLead;
        return new LanguageVote(best.Key,
            !isClear ? LanguageCertainty.Doubtful : isPlain
            ? LanguageCertainty.Plain : best.Value >= StrongVotes ? LanguageCertainty.Strong : LanguageCertainty.Clear);
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
