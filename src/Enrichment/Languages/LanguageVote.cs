using System.Text;

namespace Enrichment.Languages;

/// <summary>Evidence of the function words and scripts of a text for its language.</summary>
/// <remarks>
/// Single letters and parts of dotted acronyms do not vote: "U.S." is not evidence for Croatian, in which "u" and "s" are function words.
/// </remarks>
/// <param name="Leader">Two-letter code of the language with most votes; null without votes.</param>
/// <param name="Certainty">Reliability of the leader.</param>
internal readonly record struct LanguageVote(string? Leader, LanguageCertainty Certainty)
{
    /// <summary>Characters of a text that are read.</summary>
    private const int MaxSample = 3000;

    /// <summary>Minimum votes of the leader. A function word is one vote, shared equally among its languages.</summary>
    private const double MinVotes = 1.9;

    /// <summary>
    /// Minimum number of different function words of the leader. A single one, however frequent, may be a name or an abbreviation: "co" is
    /// a word of Polish.
    /// </summary>
    private const int MinDifferentWords = 2;

    /// <summary>As <see cref="MinVotes"/>, for a strong vote: the name "Von der Leyen" has two.</summary>
    private const double MinStrongVotes = 2.9;

    /// <summary>Minimum votes of the leader per word; running text of any language has more.</summary>
    private const double MinShare = 0.07;

    /// <summary>Minimum ratio of the votes of the leader to those of the second language; related languages share function words.</summary>
    private const double MinLead = 2.5;

    /// <summary>
    /// Minimum number of words for a plain vote, about two sentences. In shorter texts, names and quotations may outweigh the language.
    /// </summary>
    private const int MinPlainWords = 30;

    /// <summary>As <see cref="MinDifferentWords"/>, for a plain vote.</summary>
    private const int MinDifferentPlainWords = 5;

    /// <summary>As <see cref="MinLead"/>, for a plain vote.</summary>
    private const double MinPlainLead = 5;

    /// <summary>Counts the votes of a text.</summary>
    public static LanguageVote Of(string text)
    {
        var look = text.AsSpan(0, Math.Min(text.Length, MaxSample));
        if (!Ascii.IsValid(look) && OfScript(look) is { } script)
            return new LanguageVote(script, LanguageCertainty.Plain);
        var votes = new FunctionWordVotes();
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
                votes.Count(look[start..i]);
            start = -1;
        }

        return votes.IsEmpty ? default : Decide(votes, words);
    }

    private static bool IsPartOfWord(char c) => char.IsAscii(c)
        ? char.IsAsciiLetter(c)
        : char.IsLetter(c)
            || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>Returns true for parts of "Ph.D.", "S.p.A." and "news.co.uk", which are joined by dots without spaces.</summary>
    private static bool IsPartOfAcronym(ReadOnlySpan<char> text, int start, int end) =>
        (start > 1 && text[start - 1] == '.' && char.IsLetter(text[start - 2]))
            || (end + 1 < text.Length && text[end] == '.' && char.IsLetter(text[end + 1]));

    private static LanguageVote Decide(FunctionWordVotes votes, int words)
    {
        var best = votes.Leading(except: -1);
        var second = votes.Of(votes.Leading(except: best));
        var lead = second == 0 ? double.PositiveInfinity : votes.Of(best) / second;
        var different = votes.DifferentWordsOf(best);
        var isClear = votes.Of(best) >= MinVotes && different >= MinDifferentWords && votes.Of(best) >= MinShare * words
            && lead >= MinLead;
        var isPlain = words >= MinPlainWords && different >= MinDifferentPlainWords && lead >= MinPlainLead;
        return new LanguageVote(FunctionWords.Languages[best],
            !isClear ? LanguageCertainty.Doubtful : isPlain
            ? LanguageCertainty.Plain : votes.Of(best) >= MinStrongVotes ? LanguageCertainty.Strong : LanguageCertainty.Clear);
    }

    /// <summary>Language of a script that only one language uses; null for other scripts.</summary>
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
