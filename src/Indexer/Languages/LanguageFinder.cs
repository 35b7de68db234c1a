using Lingua;
using NewsIndex.Articles;

namespace Indexer.Languages;

/// <summary>
/// The language of each article. What an article says of itself holds unless its text is long and plainly in another language. Without it,
/// small words and letters decide where they are clear; then what the rest of its file or folder is written in; and last
/// SearchPioneer.Lingua, which takes a hundred times as long. A short text that none of them can tell keeps no language: a wrong one would
/// hide its words.
/// </summary>
internal sealed class LanguageFinder
{
    /// <summary>Less text says nothing of its language that can be relied on, in letters.</summary>
    private const int ShortestText = 25;

    /// <summary>Lingua is as sure after this many characters as it ever is.</summary>
    private const int LongestLook = 250;

    /// <summary>As <see cref="LeastDistance"/>, where a small word of the language stands in the text as well.</summary>
    private const double LeastDistanceWithVotes = 0.5;

    /// <summary>
    /// How far the first language has to be ahead of the second, 0 to 1. Below it the language stays unknown. Of English headlines without
    /// small words, every third is taken for another language at 0.1 and every twentieth at 0.99; of Finnish ones, 96 of 100 are still
    /// told.
    /// </summary>
    private const double LeastDistance = 0.99;

    /// <summary>Folders whose habit an article may fall back to: pages are often kept in a file each, by year and month.</summary>
    private const int MostFolders = 3;

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
        LanguageDetectorBuilder.FromLanguages(Candidates).WithLowAccuracyMode().Build());

    private readonly Dictionary<string, LanguageHabit> habits = new(StringComparer.Ordinal);

    /// <summary>The articles with their languages, in order; as they were where nothing tells.</summary>
    /// <param name="articles">Each with the file that it is from: an archive of one language is seldom left by a text that says nothing.</param>
    public IReadOnlyList<Article> Complete(IReadOnlyList<(string Archive, Article Article)> articles)
    {
        var votes = new LanguageVote[articles.Count];
        Parallel.For(0, articles.Count, OneForEachCore, i => votes[i] = LanguageVote.Of(TextOf(articles[i].Article)));
        // First, so that the beginning of an archive is read like the rest of it.
        for (var i = 0; i < articles.Count; i++)
            Count(articles[i].Archive, votes[i]);
        var found = new string?[articles.Count];
        var undecided = new List<int>();
        for (var i = 0; i < articles.Count; i++)
        {
            found[i] = Decide(articles[i].Archive, articles[i].Article, votes[i]);
            if (found[i] is null && articles[i].Article.Language is null && TextOf(articles[i].Article).Length >= ShortestText)
                undecided.Add(i);
        }

        Parallel.ForEach(undecided, OneForEachCore, i => found[i] = Ask(TextOf(articles[i].Article), votes[i].Leader));
        return [.. articles.Select((each, i) => found[i] is { } language ? each.Article with { Language = language } : each.Article)];
    }

    private void Count(string archive, LanguageVote vote)
    {
        foreach (var habit in vote.Certainty >= LanguageCertainty.Clear ? HabitsOf(archive) : [])
            habit.Count(vote.Leader!);
    }

    /// <summary>Null where the article keeps what it says, or Lingua has to be asked.</summary>
    private string? Decide(string archive, Article article, LanguageVote vote)
    {
        if (article.Language is { } declared)
            return vote.Certainty >= LanguageCertainty.Plain && !LanguageRelatives.MayBe(declared, vote.Leader!) ? vote.Leader : null;
        var usual = HabitsOf(archive).Select(habit => habit.Language).FirstOrDefault(language => language is not null);
        if (usual is null)
            return vote.Certainty >= LanguageCertainty.Clear ? vote.Leader : null;
        return vote.Certainty >= LanguageCertainty.Strong && !LanguageRelatives.MayBe(usual, vote.Leader!) ? vote.Leader : usual;
    }

    /// <summary>That of the file and those of the folders around it, nearest first.</summary>
    private IEnumerable<LanguageHabit> HabitsOf(string archive)
    {
        var (place, folders) = (archive, 0);
        while (!string.IsNullOrEmpty(place) && folders++ <= MostFolders)
        {
            if (!habits.TryGetValue(place, out var habit))
                habits[place] = habit = new LanguageHabit();
            yield return habit;
            place = Path.GetDirectoryName(place);
        }
    }

    private static string TextOf(Article article) => $"{article.Headline}. {article.Body}";

    /// <param name="voted">The language whose small words the text has most of.</param>
    private string? Ask(string text, string? voted)
    {
        var likely = lingua.Value.ComputeLanguageConfidenceValues(text.Length <= LongestLook ? text : text[..LongestLook])
            .OrderByDescending(pair => pair.Value).Take(2).ToList();
        if (likely.Count == 0)
            return null;
        var code = CodeOf(likely[0].Key);
        var distance = likely[0].Value - (likely.Count == 1 ? 0 : likely[1].Value);
        return distance >= (code == voted ? LeastDistanceWithVotes : LeastDistance) ? code : null;
    }

    private static string CodeOf(Language language) =>
        language == Language.Bokmal ? "no" : LanguageInfo.IsoCode6391(language).ToString().ToLowerInvariant();
}
