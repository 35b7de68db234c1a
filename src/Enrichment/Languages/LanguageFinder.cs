using Lingua;
using NewsIndex.Articles;

namespace Enrichment.Languages;

/// <summary>Determines the language of articles.</summary>
/// <remarks>
/// A declared language is kept unless the text is long and certainly in another one. Without a declaration, the evidence is, in this order:
/// function words and scripts (<see cref="LanguageVote"/>), the dominant language of the file or folder (<see cref="DominantLanguage"/>),
/// and SearchPioneer.Lingua, which takes a hundred times as long. An undecided article keeps no language, since the analysis of a wrong one
/// would make its words hard to find.
/// </remarks>
internal sealed class LanguageFinder
{
    /// <summary>Minimum length of a text for Lingua, in characters; results for shorter texts are unreliable.</summary>
    private const int MinTextLength = 25;

    /// <summary>Maximum number of characters given to Lingua; its confidence does not rise with more.</summary>
    private const int MaxSample = 250;

    /// <summary>As <see cref="MinDistance"/>, if the language also leads by function words.</summary>
    private const double MinDistanceWithVotes = 0.5;

    /// <summary>
    /// Minimum difference between the confidence of the first and of the second language, 0 to 1. Below it the language stays unknown. Of
    /// English headlines without function words, one in three gets a wrong language at 0.1 and one in twenty at 0.99; of Finnish ones, 96%
    /// are still recognised at 0.99.
    /// </summary>
    private const double MinDistance = 0.99;

    /// <summary>
    /// Maximum number of parent folders whose dominant language is used: pages are often stored in a file each, by year and month.
    /// </summary>
    private const int MaxFolders = 3;

    /// <summary>Without a limit the thread pool adds threads while others wait, and each has buffers of its own.</summary>
    private static readonly ParallelOptions OneForEachCore = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    private static readonly Language[] Candidates =
    [
        Language.Afrikaans, Language.Albanian, Language.Arabic, Language.Armenian, Language.Basque, Language.Bosnian,
        Language.Bulgarian, Language.Catalan, Language.Croatian, Language.Czech, Language.Danish, Language.Dutch, Language.English,
        Language.Estonian, Language.Finnish, Language.French, Language.German, Language.Hindi, Language.Hungarian,
        Language.Icelandic, Language.Indonesian, Language.Irish, Language.Italian, Language.Latvian, Language.Lithuanian,
        Language.Bokmal, Language.Persian, Language.Polish, Language.Portuguese, Language.Romanian, Language.Russian,
        Language.Serbian, Language.Slovak, Language.Slovene, Language.Spanish, Language.Swedish, Language.Turkish,
        Language.Ukrainian, Language.Vietnamese, Language.Welsh, Language.Swahili, Language.Malay, Language.Tagalog,
        Language.Bengali, Language.Urdu,
    ];

    private readonly Lazy<LanguageDetector> lingua = new(() =>
        LanguageDetectorBuilder.FromLanguages(Candidates).WithLowAccuracyMode().Build());

    private readonly Dictionary<string, DominantLanguage> dominant = new(StringComparer.Ordinal);

    /// <summary>Fills in the languages of articles and keeps their order. Undecided articles are returned unchanged.</summary>
    /// <param name="articles">Articles with the path of their file, whose dominant language decides texts without evidence.</param>
    public IReadOnlyList<Article> Complete(IReadOnlyList<(string Archive, Article Article)> articles)
    {
        var votes = new LanguageVote[articles.Count];
        Parallel.For(0, articles.Count, OneForEachCore, i => votes[i] = LanguageVote.Of(TextOf(articles[i].Article)));
        // All votes are counted first, so that the first articles of an archive are decided like the others.
        for (var i = 0; i < articles.Count; i++)
            Count(articles[i].Archive, votes[i]);
        var found = new string?[articles.Count];
        var undecided = new List<int>();
        for (var i = 0; i < articles.Count; i++)
        {
            found[i] = Decide(articles[i].Archive, articles[i].Article, votes[i]);
            if (found[i] is null && articles[i].Article.Language is null && TextOf(articles[i].Article).Length >= MinTextLength)
                undecided.Add(i);
        }

        Parallel.ForEach(undecided, OneForEachCore, i => found[i] = Ask(TextOf(articles[i].Article), votes[i].Leader));
        return [.. articles.Select((each, i) => found[i] is { } language ? each.Article with { Language = language } : each.Article)];
    }

    private void Count(string archive, LanguageVote vote)
    {
        foreach (var each in vote.Certainty >= LanguageCertainty.Clear ? DominantOf(archive) : [])
            each.Count(vote.Leader!);
    }

    /// <summary>The language of an article; null if its declaration is kept or only Lingua can decide.</summary>
    private string? Decide(string archive, Article article, LanguageVote vote)
    {
        if (article.Language is { } declared)
            return Contradicts(vote, LanguageCertainty.Plain, declared) ? vote.Leader : null;
        var usual = DominantOf(archive).Select(each => each.Language).FirstOrDefault(language => language is not null);
        if (usual is null)
            return vote.Certainty >= LanguageCertainty.Clear ? vote.Leader : null;
        return Contradicts(vote, LanguageCertainty.Strong, usual) ? vote.Leader : usual;
    }

    private static bool Contradicts(LanguageVote vote, LanguageCertainty certainty, string language) =>
        vote.Certainty >= certainty && !RelatedLanguages.MayBeMistakenFor(language, vote.Leader!);

    /// <summary>Dominant languages of the file and of its parent folders, nearest first.</summary>
    private IEnumerable<DominantLanguage> DominantOf(string archive)
    {
        var (place, folders) = (archive, 0);
        while (!string.IsNullOrEmpty(place) && folders++ <= MaxFolders)
        {
            if (!dominant.TryGetValue(place, out var each))
                dominant[place] = each = new DominantLanguage();
            yield return each;
            place = Path.GetDirectoryName(place);
        }
    }

    private static string TextOf(Article article) => $"{article.Headline}. {article.Body}";

    /// <summary>Asks Lingua; null if it is not certain enough.</summary>
    /// <param name="voted">Language that leads by function words; null if none does.</param>
    private string? Ask(string text, string? voted)
    {
        var likely = lingua.Value.ComputeLanguageConfidenceValues(text.Length <= MaxSample ? text : text[..MaxSample])
            .OrderByDescending(pair => pair.Value).Take(2).ToList();
        if (likely.Count == 0)
            return null;
        var code = CodeOf(likely[0].Key);
        var distance = likely[0].Value - (likely.Count == 1 ? 0 : likely[1].Value);
        return distance >= (code == voted ? MinDistanceWithVotes : MinDistance) ? code : null;
    }

    private static string CodeOf(Language language) =>
        language == Language.Bokmal ? "no" : LanguageInfo.IsoCode6391(language).ToString().ToLowerInvariant();
}
