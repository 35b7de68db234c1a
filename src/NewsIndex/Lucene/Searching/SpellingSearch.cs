using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Results;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Searching;

/// <summary>Another spelling of a query's rare words that finds more, in one generation.</summary>
internal sealed class SpellingSearch(IndexSnapshot snapshot, RankedSearch search, CancellationToken cancellation)
{
    /// <summary>A word that so many articles have is not taken for a slip.</summary>
    private const int CommonFrom = 20;

    /// <summary>
    /// Another spelling of a word that the archive knows is offered when so many times as many articles have it: slips of print are rarer
    /// than other words.
    /// </summary>
    private const int TimesMore = 20;

    /// <summary>Words that are looked at one by one, and spellings of each, where all of them together find nothing.</summary>
    private const int MostWords = 8, MostSpellings = 3;

    /// <summary>Null unless it finds more than <paramref name="found"/>.</summary>
    /// <param name="found">Articles that the query finds as it is.</param>
    public SpellingCorrection? Correct(Query query, long found)
    {
        var spellings = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var word in WordsOf(query).Distinct(StringComparer.Ordinal).Take(MostWords))
        {
            if (BetterSpellings(word) is { Count: > 0 } better)
                spellings[word] = better;
        }

        if (spellings.Count == 0)
            return null;
        var best = Counted(query, word => spellings.GetValueOrDefault(word)?[0]);
        if (best.Articles > found || found > 0)
            return best.Articles > found ? best : null;
        // A rare word may be right, and its most frequent neighbour wrong beside the other words.
        return spellings.SelectMany(each => each.Value.Select(spelling => Counted(query, word => word == each.Key ? spelling : null)))
            .Where(correction => correction.Articles > 0).MaxBy(correction => correction.Articles);
    }

    private SpellingCorrection Counted(Query query, Func<string, string?> spelling)
    {
        cancellation.ThrowIfCancellationRequested();
        var corrected = Respelt(query, spelling);
        var count = new TotalHitCountCollector();
        snapshot.Searcher.Search(search.Translate(corrected, cancellation).Query, count);
        return new SpellingCorrection(corrected.ToString(), count.TotalHits);
    }

    private static IEnumerable<string> WordsOf(Query query) => query switch
    {
        Query.Word word => [word.Text],
        Query.Phrase phrase => phrase.Text.Split(' '),
        Query.Exact exact => exact.Text.Split(' '),
        Query.Not => [],
        Query.NotNear apart => WordsOf(apart.Wanted),
        _ => query.Parts.SelectMany(WordsOf),
    };

    private static Query Respelt(Query query, Func<string, string?> spelling) => query switch
    {
        Query.Word word => spelling(word.Text) is { } better ? word with { Text = better } : word,
        Query.Phrase phrase => phrase with { Text = string.Join(' ', phrase.Text.Split(' ').Select(word => spelling(word) ?? word)) },
        Query.Exact exact =>
            exact with
            {
                Text =
            string.Join(' ', exact.Text.Split(' ').Select(word => spelling(word) is { } better ? InCaseOf(word, better) : word))
            },
        Query.And and => new Query.And([.. and.Clauses.Select(clause => Respelt(clause, spelling))]),
        Query.Or or => new Query.Or([.. or.Clauses.Select(clause => Respelt(clause, spelling))]),
        Query.AndMaybe maybe => new Query.AndMaybe(Respelt(maybe.Required, spelling), Respelt(maybe.Preferred, spelling)),
        Query.Near near => near with { Left = Respelt(near.Left, spelling), Right = Respelt(near.Right, spelling) },
        Query.NotNear apart => apart with { Wanted = Respelt(apart.Wanted, spelling) },
        Query.AtLeast often => often with { Part = Respelt(often.Part, spelling) },
        Query.First first => first with { Part = Respelt(first.Part, spelling) },
        Query.Quote quote => quote with { Words = Respelt(quote.Words, spelling) },
        Query.Boost boost => boost with { Part = Respelt(boost.Part, spelling) },
        _ => query,
    };

    private static string InCaseOf(string typed, string word) =>
        typed.All(char.IsUpper) ? word.ToUpperInvariant() : char.IsUpper(typed[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    /// <summary>
    /// The words that are one letter off, or two where the archive does not know a long word, the most frequent first; none when this one
    /// is good enough.
    /// </summary>
    private List<string> BetterSpellings(string typed)
    {
        if (
            NewsAnalyzer.Instance.Analyse(IndexFields.TextExact, "", typed) is not [{ Term: { Length: > 3 } word }]
                || !word.All(char.IsLetter))
            return [];
        var own = snapshot.Reader.DocFreq(new Term(IndexFields.TextExact, word));
        if (own >= CommonFrom || MultiFields.GetTerms(snapshot.Reader, IndexFields.TextExact) is not { } terms)
            return [];
        for (var edits = 1; edits <= (word.Length < 6 || own > 0 ? 1 : 2); edits++)
        {
            if (Near(terms, word, edits, Math.Max(own * TimesMore, 1)) is { Count: > 0 } near)
                return near;
        }

        return [];
    }

    private List<string> Near(Terms terms, string word, int edits, int moreThan)
    {
        // People rarely mistype the first letter, and words that share it are looked through in a fraction of the time.
        var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(IndexFields.TextExact, word), edits, prefixLength: 1,
            transpositions: true);
        var best = new List<(string Word, int Articles)>();
        while (near.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            if (near.DocFreq > moreThan && near.Term.Utf8ToString() is var other && other != word && other.All(char.IsLetter))
                best.Add((other, near.DocFreq));
        }

        return [.. best.OrderByDescending(each => each.Articles).ThenBy(each => each.Word, StringComparer.Ordinal).Take(MostSpellings)
            .Select(each => each.Word)];
    }
}
