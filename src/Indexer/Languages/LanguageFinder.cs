using Lingua;
using NewsIndex.Articles;

namespace Indexer.Languages;

/// <summary>
/// The language of each article. Small words and letters decide where they are clear; of what is left, what the archive says counts, and
/// SearchPioneer.Lingua is asked last, since it takes a hundred times as long.
/// </summary>
internal sealed class LanguageFinder
{
    /// <summary>Less text says nothing of its language that can be relied on, in letters.</summary>
    private const int ShortestText = 25;

    /// <summary>Lingua is as sure after this many characters as it ever is.</summary>
    private const int LongestLook = 250;

    /// <summary>
    /// How far the first language has to be ahead of the second, 0 to 0.99. Below it the language stays unknown.
    /// </summary>
    private const double LeastDistance = 0.1;

    private static readonly Language[] Candidates =
    [
        Language.Afrikaans, Language.Albanian, Language.Arabic, Language.Armenian, Language.Basque, Language.Bosnian, Language.Bulgarian, Language.Catalan, Language.Croatian, Language.Czech, Language.Danish, Language.Dutch,
        Language.English, Language.Estonian, Language.Finnish, Language.French, Language.German, Language.Hindi, Language.Hungarian, Language.Icelandic, Language.Indonesian, Language.Irish, Language.Italian, Language.Latvian,
        Language.Lithuanian, Language.Bokmal, Language.Persian, Language.Polish, Language.Portuguese, Language.Romanian, Language.Russian, Language.Serbian, Language.Slovak, Language.Slovene, Language.Spanish, Language.Swedish,
        Language.Turkish, Language.Ukrainian, Language.Vietnamese, Language.Welsh, Language.Swahili, Language.Malay, Language.Tagalog, Language.Bengali, Language.Urdu,
    ];

    private readonly Lazy<LanguageDetector> lingua = new(() =>
        LanguageDetectorBuilder.FromLanguages(Candidates).WithLowAccuracyMode().WithMinimumRelativeDistance(LeastDistance).Build());

    /// <summary>The article with its language; as it was where nothing tells.</summary>
    public Article Complete(Article article)
    {
        var text = article.Body.Length >= ShortestText ? article.Body : $"{article.Headline}. {article.Body}";
        var voted = LanguageVote.Of(text);
        if (article.Language is { Length: > 0 } declared)
            return voted is null || SameLanguage(voted, declared) ? article : article with { Language = voted };
        var found = voted ?? (text.Length >= ShortestText ? Ask($"{article.Headline}. {article.Body}") : null);
        return found is null ? article : article with { Language = found };
    }

    private string? Ask(string text)
    {
        var language = lingua.Value.DetectLanguageOf(text.Length <= LongestLook ? text : text[..LongestLook]);
        return language == Language.Unknown ? null : language == Language.Bokmal ? "no" : LanguageInfo.IsoCode6391(language).ToString().ToLowerInvariant();
    }

    private static bool SameLanguage(string code, string tag)
    {
        var declared = tag.Split('-', '_')[0].ToLowerInvariant();
        return declared == code || (code == "no" && declared is "nb" or "nn") || (code is "hr" && declared is "sr" or "bs" or "sh") || (code == "id" && declared == "ms") || (code is "da" or "no" or "sv" && declared is "da" or "no" or "nb" or "nn" or "sv");
    }
}
