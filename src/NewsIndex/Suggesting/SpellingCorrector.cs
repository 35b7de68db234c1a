using NewsIndex.Analysis;
using NewsIndex.Positions;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsIndex.Suggesting;

/// <summary>Finds another spelling of a query's rare words that finds more articles.</summary>
/// <param name="count">The numbers of articles that queries find, in their order.</param>
internal sealed class SpellingCorrector(
    ISpellings spellings, Func<IReadOnlyList<Query>, ValueTask<IReadOnlyList<long>>> count, CancellationToken cancellation)
{
    /// <summary>A word of so many articles is not taken for a misspelling.</summary>
    private const int MinCommonArticles = 20;

    /// <summary>
    /// A word that the archive has is corrected only to one of so many times as many articles: misprints are rarer than other words.
    /// </summary>
    private const int MinArticlesRatio = 20;

    /// <summary>Words that are tried one by one, and spellings of each, where all corrections together find nothing.</summary>
    private const int MaxWords = 8, MaxSpellings = 3;

    /// <summary>Shorter words have too many others at one edit.</summary>
    private const int MinLength = 4;

    private const int MinLengthForTwoEdits = 6;

    /// <summary>Null unless another spelling finds more than the query does.</summary>
    /// <param name="found">The number of articles that the query finds.</param>
    public async ValueTask<SpellingCorrection?> CorrectAsync(Query query, long found)
    {
        var better = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var word in Respelling.WordsOf(query).Distinct(StringComparer.Ordinal).Take(MaxWords))
        {
            if (await BetterSpellingsAsync(word) is { Count: > 0 } spelt)
                better[word] = spelt;
        }

        if (better.Count == 0)
            return null;
        var best = (await CountedAsync([Respelling.Respell(query, word => better.GetValueOrDefault(word)?[0])]))[0];
        if (best.Articles > found || found > 0)
            return best.Articles > found ? best : null;
        // A rare word may be right, and its most frequent neighbour wrong beside the other words.
        var singly = better.SelectMany(each => each.Value.Select(
            spelt => Respelling.Respell(query, word => word == each.Key ? spelt : null)));
        return (await CountedAsync([.. singly])).Where(correction => correction.Articles > 0).MaxBy(correction => correction.Articles);
    }

    private async ValueTask<List<SpellingCorrection>> CountedAsync(List<Query> corrected)
    {
        var counts = await count(corrected);
        return [.. corrected.Select((query, i) => new SpellingCorrection(query.ToString(), counts[i]))];
    }

    /// <summary>
    /// Words at one edit, or at two from a long word that no article has, most frequent first; empty for a word that is frequent itself.
    /// </summary>
    private async ValueTask<List<string>> BetterSpellingsAsync(string typed)
    {
        if (NewsAnalyzer.Instance.Analyse(TextFields.Exact, "", typed) is not [{ Term: { Length: >= MinLength } word }]
            || !word.All(char.IsLetter))
            return [];
        var own = await spellings.CountSpellingAsync(word, cancellation);
        if (own >= MinCommonArticles)
            return [];
        for (var edits = 1; edits <= (word.Length < MinLengthForTwoEdits || own > 0 ? 1 : 2); edits++)
        {
            if (await NearAsync(word, edits, Math.Max(own * MinArticlesRatio, 1)) is { Count: > 0 } near)
                return near;
        }

        return [];
    }

    private async ValueTask<List<string>> NearAsync(string word, int edits, int moreThan) =>
    [
        .. (await spellings.FindNearAsync(word, edits, moreThan, cancellation))
            .Where(each => each.Word != word && each.Word.All(char.IsLetter))
            .OrderByDescending(each => each.Articles).ThenBy(each => each.Word, StringComparer.Ordinal).Take(MaxSpellings)
            .Select(each => each.Word),
    ];
}
