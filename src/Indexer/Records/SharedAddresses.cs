using NewsIndex.Articles;

namespace Indexer.Records;

/// <summary>
/// Tells apart items of one file that share a URL but are different articles (notes of a ticker, a page of short news). The URL identifies
/// an article, and a later version replaces the earlier one; these items are identified by their guid or their text instead.
/// </summary>
internal static class SharedAddresses
{
    /// <summary>Minimum number of words of a text that can show that one article is a version of another.</summary>
    private const int MinWords = 20;

    /// <summary>Minimum share of the shorter text's word pairs that the longer text has if one is a version of the other.</summary>
    private const double MinShared = 0.5;

    /// <param name="items">Articles of a file in order, each with its identifier in the file, such as a guid; null if it has none.</param>
    public static IReadOnlyList<Article> Resolve(IReadOnlyList<(Article Article, string? Name)> items)
    {
        var articles = items.Select(item => item.Article).ToArray();
        var names = items.Select(item => item.Name).OfType<string>().CountBy(name => name, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var known = Enumerable.Range(0, items.Count).Where(i => articles[i] is { Id.Length: 0, Url.Length: > 0 });
        foreach (var places in known.GroupBy(i => articles[i].Url!, StringComparer.Ordinal).Select(group => group.ToList()))
        {
            if (places.Count < 2 || !places.Skip(1).Any(place => AreDifferent(items[places[0]], items[place])))
                continue;
            foreach (var place in places)
            {
                var name = items[place].Name is { } written && names[written] == 1 ? written : null;
                articles[place] = articles[place] with { Id = OwnId(articles[place], name) };
            }
        }

        return articles;
    }

    private static string OwnId(Article article, string? name) =>
        name is null ? ArticleId.DeriveFromText(article) : ArticleId.DeriveFromName(article.Source, name);

    /// <summary>Compares identifiers, or else headlines; for equal headlines, days and texts.</summary>
    private static bool AreDifferent((Article Article, string? Name) first, (Article Article, string? Name) other)
    {
        var (a, b) = (first.Article, other.Article);
        var headlinesDiffer = !AreEqual(a.Headline, b.Headline);
        if (!headlinesDiffer && AreEqual(a.Body, b.Body))
            return false;
        if (first.Name is not null && other.Name is not null && first.Name != other.Name)
            return true;
        return headlinesDiffer ? !IsVersion(a, b) : DaysDiffer(a, b) && !IsVersion(a, b);
    }

    private static bool AreEqual(string a, string b) => a.Where(char.IsLetterOrDigit).SequenceEqual(b.Where(char.IsLetterOrDigit));

    private static bool DaysDiffer(Article a, Article b) =>
        a.Published.Date is { } day && b.Published.Date is { } other && day.FirstDay != other.FirstDay;

    /// <summary>
    /// Returns true if the longer text has most of the shorter one and neither is short. A text that appears under several headlines is
    /// text of the site.
    /// </summary>
    private static bool IsVersion(Article a, Article b)
    {
        if (AreEqual(a.Body, b.Body))
            return false;
        var (shorter, longer) = (Pairs(a.Body), Pairs(b.Body));
        if (shorter.Count > longer.Count)
            (shorter, longer) = (longer, shorter);
        return shorter.Count >= MinWords && shorter.Count(longer.Contains) >= MinShared * shorter.Count;
    }

    private static HashSet<(string, string)> Pairs(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Zip(words.Skip(1))];
    }
}
