using Lingua;
using NewsIndex.Articles;

namespace Indexer.Languages;

/// <summary>
/// The language of each article. Small words and letters decide where they are clear, and what the article says of itself where they are
/// not; then what the rest of its archive is written in, and last SearchPioneer.Lingua, which takes a hundred times as long.
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

    /// <summary>Left to itself, the pool adds threads while others wait, and each has words and buffers of its own.</summary>
    private static readonly ParallelOptions OneForEachCore = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    private static readonly Language[] Candidates =
    [
        Language.Afrikaans, Language.Albanian, Language.Arabic, Language.Armenian, Language.Basque, Language.Bosnian, Language.Bulgarian, Language.Catalan, Language.Croatian, Language.Czech, Language.Danish, Language.Dutch,
        Language.English, Language.Estonian, Language.Finnish, Language.French, Language.German, Language.Hindi, Language.Hungarian, Language.Icelandic, Language.Indonesian, Language.Irish, Language.Italian, Language.Latvian,
        Language.Lithuanian, Language.Bokmal, Language.Persian, Language.Polish, Language.Portuguese, Language.Romanian, Language.Russian, Language.Serbian, Language.Slovak, Language.Slovene, Language.Spanish, Language.Swedish,
        Language.Turkish, Language.Ukrainian, Language.Vietnamese, Language.Welsh, Language.Swahili, Language.Malay, Language.Tagalog, Language.Bengali, Language.Urdu,
    ];

    private readonly Lazy<LanguageDetector> lingua = new(() =>
        LanguageDetectorBuilder.FromLanguages(Candidates).WithLowAccuracyMode().WithMinimumRelativeDistance(LeastDistance).Build());

    private readonly Dictionary<string, LanguageHabit> habits = new(StringComparer.Ordinal);

    /// <summary>The articles with their languages, in order; as they were where nothing tells.</summary>
    /// <param name="articles">Each with the file that it is from: an archive of one language is seldom left by a text that says nothing.</param>
    public IReadOnlyList<Article> Complete(IReadOnlyList<(string Archive, Article Article)> articles)
    {
        var votes = new LanguageVote[articles.Count];
        Parallel.For(0, articles.Count, OneForEachCore, i => votes[i] = LanguageVote.Of(TextOf(articles[i].Article)));
        var found = new string?[articles.Count];
        var undecided = new List<int>();
        for (var i = 0; i < articles.Count; i++)
        {
            found[i] = Decide(articles[i].Archive, articles[i].Article, votes[i]);
            if (found[i] is null && articles[i].Article.Language is null && TextOf(articles[i].Article).Length >= ShortestText)
                undecided.Add(i);
        }

        Parallel.ForEach(undecided, OneForEachCore, i => found[i] = Ask($"{articles[i].Article.Headline}. {articles[i].Article.Body}"));
        return [.. articles.Select((each, i) => found[i] is { } language ? each.Article with { Language = language } : each.Article)];
    }

    /// <summary>Null where the article keeps what it says, or Lingua has to be asked.</summary>
    private string? Decide(string archive, Article article, LanguageVote vote)
    {
        if (!habits.TryGetValue(archive, out var habit))
            habits[archive] = habit = new LanguageHabit();
        if (vote.IsClear)
            habit.Count(vote.Leader!);
        if (article.Language is { } declared)
            return vote.IsClear && !SameLanguage(vote.Leader!, declared) ? vote.Leader : null;
        return vote.IsClear ? vote.Leader : habit.Language;
    }

    private static string TextOf(Article article) => article.Body.Length >= ShortestText ? article.Body : $"{article.Headline}. {article.Body}";

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
