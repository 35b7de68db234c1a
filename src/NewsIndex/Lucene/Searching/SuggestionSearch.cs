using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Translation;
using NewsIndex.Queries;
using NewsIndex.Results;
using NewsIndex.Suggesting;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Searching;

/// <summary>Completes a typed prefix in one generation.</summary>
internal sealed class SuggestionSearch(
    IndexSnapshot snapshot, RankedSearch search, EntityCorrections corrections, CancellationToken cancellation)
{
    /// <summary>Minimum letters of the last word for headline suggestions; shorter prefixes match too many words.</summary>
    private const int MinLetters = 3;

    /// <summary>Maximum completions of the last word in headlines.</summary>
    private const int MaxCompletions = 50;

    /// <summary>Words that are checked per suggestion.</summary>
    private const int CandidatesPerSuggestion = 2;

    private static readonly PerGeneration<ShortPrefixCache> ShortPrefixes = new(_ => new ShortPrefixCache());

    public Suggestions Suggest(string typed, Query? query, int limit)
    {
        var words = NewsAnalyzer.Instance.Analyse(IndexFields.TextExact, "", typed, WordUse.Runs);
        if (words.Count == 0)
            return new Suggestions([], null, snapshot.Generation);
        var items = ShortPrefixes.Of(snapshot.Reader).GetOrAdd(corrections, typed, limit, () =>
        [
            .. Completions.Entities(typed, limit, new IndexedNames(snapshot.Reader), corrections),
            .. Sources(typed, limit),
            .. Words(typed, words[^1], limit),
            .. Headlines(words, limit),
        ]);
        return new Suggestions(items, query is null ? null : Correct(query), snapshot.Generation);
    }

    private IEnumerable<Suggestion> Sources(string typed, int limit) =>
        SourceDictionary.Of(snapshot.Reader).WithPrefix(EntityName.Normalise(typed)).Take(limit)
            .Select(source => new Suggestion(SuggestionKind.Source, source.Name, "", null, source.Articles));

    private IEnumerable<Suggestion> Words(string typed, AnalysedWord last, int limit)
    {
        // After a blank or a sign, the last word is complete.
        if (last.End < typed.Length)
            return [];
        var words = WordDictionary.Of(snapshot.Reader).WithPrefix(last.Term, limit * CandidatesPerSuggestion).Select(word => word.Word);
        return Completions.Words(typed, last.Start, words, limit, CountAsQuery);
    }

    private long CountAsQuery(string text) =>
        !PlanToLucene.IsStopWord(text) && QueryReader.Read(text).Query is { } query ? Count(query) : 0;

    /// <summary>Returns headlines with all words, the last of which may be a prefix; newest first.</summary>
    private List<Suggestion> Headlines(List<AnalysedWord> words, int limit)
    {
        if (words[^1].Term.Length < MinLetters)
            return [];
        var all = new BooleanQuery();
        foreach (var word in words.SkipLast(1))
            all.Add(new TermQuery(new Term(IndexFields.HeadlineExact, word.Term)), Occur.MUST);
        var endings = WordDictionary
            .Of(snapshot.Reader)
            .WithPrefix(words[^1].Term, MaxCompletions)
            .Select(ending => new BytesRef(ending.Word))
            .Append(new BytesRef(words[^1].Term));
        all.Add(
            new ConstantScoreQuery(new global::Lucene.Net.Queries.TermsFilter(IndexFields.HeadlineExact, [.. endings.Distinct()])),
            Occur.MUST);
        var top = new TopArticles(snapshot.Reader, HitOrder.Newest, limit, null, RankingParts.None, copiesOnce: true, cancellation);
        snapshot.Searcher.Search(all, top);
        return top.InOrder().ConvertAll(hit => new Suggestion(
            SuggestionKind.Headline, StoredDocument
                .Read(snapshot.Reader.Leaves[hit.Segment].AtomicReader, hit.Doc, withHash: false).Article.Headline, top
                .IdOf(hit), null, 1));
    }

    /// <summary>Corrects the rare words of the query; null unless the correction finds more.</summary>
    private SpellingCorrection? Correct(Query query) =>
        new SpellingCorrector(new IndexedSpellings(snapshot.Reader, cancellation), Count).Correct(query, Count(query));

    private long Count(Query query)
    {
        cancellation.ThrowIfCancellationRequested();
        var count = new TotalHitCountCollector();
        snapshot.Searcher.Search(search.Translate(query, cancellation).Query, count);
        return count.TotalHits;
    }
}
