using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Positions;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using NewsIndex.Searching.Views;
using NewsIndex.Suggesting;

namespace NewsIndex.Searching;

/// <summary>Completes a typed prefix.</summary>
/// <param name="corrections">Those of the view.</param>
internal sealed class SuggestionSearch(IIndexView view, EntityCorrections corrections, CancellationToken cancellation)
{
    /// <summary>Minimum letters of the last word for headline suggestions; shorter prefixes match too many words.</summary>
    private const int MinLetters = 3;

    /// <summary>Maximum completions of the last word in headlines.</summary>
    private const int MaxCompletions = 50;

    /// <summary>Words that are checked per suggestion.</summary>
    private const int CandidatesPerSuggestion = 2;

    private static readonly object ShortPrefixes = new();

    public async Task<Suggestions> SuggestAsync(string typed, Query? query, int limit)
    {
        var words = NewsAnalyzer.Instance.Analyse(TextFields.Exact, "", typed, WordUse.Runs);
        if (words.Count == 0)
            return new Suggestions([], null, view.Generation);
        var known = view.Derived.GetOrAdd(ShortPrefixes, 0, _ => new ShortPrefixCache());
        var items = await known.GetOrAddAsync(corrections, typed, limit, async () =>
        [
            .. Completions.Entities(typed, limit, view.Names, corrections),
            .. await SourcesAsync(typed, limit),
            .. await WordsAsync(typed, words[^1], limit),
            .. await HeadlinesAsync(words, limit),
        ]);
        return new Suggestions(items, query is null ? null : await CorrectAsync(query), view.Generation);
    }

    private async ValueTask<IEnumerable<Suggestion>> SourcesAsync(string typed, int limit) =>
        (await view.CompleteSourceAsync(EntityName.Normalise(typed), limit, cancellation))
            .Select(source => new Suggestion(SuggestionKind.Source, source.Name, "", null, source.Articles));

    private async ValueTask<IEnumerable<Suggestion>> WordsAsync(string typed, AnalysedWord last, int limit)
    {
        // After a blank or a sign, the last word is complete.
        if (last.End < typed.Length)
            return [];
        var words = await view.CompleteWordAsync(last.Term, limit * CandidatesPerSuggestion, cancellation);
        return await Completions.WordsAsync(typed, last.Start, words, limit, CountAsQueryAsync);
    }

    private async ValueTask<long> CountAsQueryAsync(string text) =>
        EnglishTerms.Of(text).Count > 0 && QueryReader.Read(text).Query is { } query ? (await CountAsync([query]))[0] : 0;

    /// <summary>Returns headlines with all words, the last of which may be a prefix; newest first.</summary>
    private async ValueTask<IEnumerable<Suggestion>> HeadlinesAsync(List<AnalysedWord> words, int limit)
    {
        var last = words[^1].Term;
        if (last.Length < MinLetters)
            return [];
        var endings = (await view.CompleteWordAsync(last, MaxCompletions, cancellation)).Append(last).Distinct(StringComparer.Ordinal);
        var found = await view.FindHeadlinesAsync(
            [.. words.SkipLast(1).Select(word => word.Term)], [.. endings], limit, cancellation);
        return found.Select(each => new Suggestion(SuggestionKind.Headline, each.Headline, each.Id, null, 1));
    }

    /// <summary>Corrects the rare words of the query; null unless the correction finds more.</summary>
    private async ValueTask<SpellingCorrection?> CorrectAsync(Query query) =>
        await new SpellingCorrector(view, CountAsync, cancellation).CorrectAsync(query, (await CountAsync([query]))[0]);

    private ValueTask<IReadOnlyList<long>> CountAsync(IReadOnlyList<Query> queries) => view.CountArticlesAsync(queries, cancellation);
}
