using NewsIndex.Entities;

namespace NewsIndex.Results;

/// <summary>
/// Counts the words of a sample of articles, and compares them with the archive. The result does not depend on the order in which the
/// articles are added.
/// </summary>
internal sealed class TermSample
{
    /// <summary>A word of fewer articles of the sample is not characteristic of it.</summary>
    private const int MinArticles = 2;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private int articles;

    /// <summary>The words of the sample that may be characteristic of it.</summary>
    public IEnumerable<string> Candidates => counts.Where(pair => pair.Value >= Math.Min(MinArticles, articles)).Select(pair => pair.Key);

    /// <summary>Adds an article by its distinct words.</summary>
    public void Add(IReadOnlySet<string> words)
    {
        articles++;
        foreach (var word in words)
            counts[word] = counts.GetValueOrDefault(word) + 1;
    }

    /// <summary>The most frequent words, and those that are most significantly more frequent than in the archive.</summary>
    /// <param name="anywhere">The number of articles of the archive with each of <see cref="Candidates"/>.</param>
    /// <param name="archive">The number of articles of the archive.</param>
    public DistinctiveTerms Terms(IEnumerable<(string Word, int Articles)> anywhere, long archive, int limit)
    {
        var terms = anywhere.Select(each => Compared(each.Word, counts[each.Word], each.Articles, archive)).ToList();
        return new DistinctiveTerms(
            articles,
            [.. terms.OrderByDescending(term => term.Articles).ThenBy(term => term.Word, StringComparer.Ordinal).Take(limit)],
            [
                .. terms.Where(term => term.Significance > 0)
                    .OrderByDescending(term => term.Significance).ThenBy(term => term.Word, StringComparer.Ordinal).Take(limit),
            ]);
    }

    private TermCount Compared(string word, int here, int articlesWith, long archive)
    {
        var anywhere = Math.Max(articlesWith, here);
        var isMore = here * (double)archive > anywhere * (double)articles;
        return new TermCount(
            word, here, anywhere, isMore ? LogLikelihood.Ratio(here, articles, anywhere, Math.Max(archive, anywhere)) : 0);
    }
}
