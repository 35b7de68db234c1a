using NewsIndex.Entities;

namespace NewsIndex.Results;

/// <summary>Counts the words of a sample of articles, and compares them with the archive.</summary>
/// <param name="archive">The number of articles of the archive.</param>
/// <param name="articlesWith">The number of articles of the archive that have a word.</param>
internal sealed class TermSample(long archive, Func<string, int> articlesWith)
{
    /// <summary>A word of fewer articles of the sample is not characteristic of it.</summary>
    private const int MinArticles = 2;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private int articles;

    /// <summary>Adds an article by its distinct words.</summary>
    public void Add(IReadOnlySet<string> words)
    {
        articles++;
        foreach (var word in words)
            counts[word] = counts.GetValueOrDefault(word) + 1;
    }

    /// <summary>The most frequent words, and those that are most significantly more frequent than in the archive.</summary>
    public DistinctiveTerms Terms(int limit)
    {
        var terms = counts.Where(pair => pair.Value >= Math.Min(MinArticles, articles))
            .Select(pair => Compared(pair.Key, pair.Value)).ToList();
        return new DistinctiveTerms(
            articles,
            [.. terms.OrderByDescending(term => term.Articles).ThenBy(term => term.Word, StringComparer.Ordinal).Take(limit)],
            [
                .. terms.Where(term => term.Significance > 0)
                    .OrderByDescending(term => term.Significance).ThenBy(term => term.Word, StringComparer.Ordinal).Take(limit),
            ]);
    }

    private TermCount Compared(string word, int here)
    {
        var anywhere = Math.Max(articlesWith(word), here);
        var isMore = here * (double)archive > anywhere * (double)articles;
        return new TermCount(
            word, here, anywhere, isMore ? LogLikelihood.Ratio(here, articles, anywhere, Math.Max(archive, anywhere)) : 0);
    }
}
