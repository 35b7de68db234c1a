using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Translation;
using NewsIndex.Queries;
using NewsIndex.Results;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Searching;

/// <summary>What may be meant by what is being typed, in one generation.</summary>
internal sealed class SuggestionSearch(
    IndexSnapshot snapshot, RankedSearch search, EntityCorrections corrections, CancellationToken cancellation)
{
    /// <summary>Letters that a last word needs before headlines are looked for: fewer begin too many words.</summary>
    private const int FewestLetters = 3;

    /// <summary>Words that the beginning of one stands for in headlines.</summary>
    private const int MostEndings = 50;

    /// <summary>Words that are looked at for each that is suggested.</summary>
    private const int CandidatesForEach = 2;

    public Suggestions Suggest(string typed, Query? query, int limit)
    {
        var words = NewsAnalyzer.Instance.Analyse(IndexFields.TextExact, "", typed, WordUse.Runs);
        if (words.Count == 0)
            return new Suggestions([], null, snapshot.Generation);
        var items = ShortBeginnings.GetOrAdd(
            snapshot.Reader, corrections, typed, limit,
            () => [.. Entities(typed, limit), .. Sources(typed, limit), .. Words(typed, words[^1], limit), .. Headlines(words, limit)]);
        return new Suggestions(items, query is null ? null : Correct(query), snapshot.Generation);
    }

    private IEnumerable<Suggestion> Entities(string typed, int limit)
    {
        var names = new IndexedNames(snapshot.Reader);
        var lookup = new EntityLookup(names, corrections);
        return new EntityNames(names, corrections).WithPrefix(NameKey.Said(typed), null)
            .OrderByDescending(each => each.Mentions).ThenBy(each => each.Entity.Id, StringComparer.Ordinal).Take(limit)
            .Select(
                each =>
                    new Suggestion(SuggestionKind.Entity, lookup.Named(each.Entity).Name, each.Entity.Id, each.Entity.Type, each.Mentions));
    }

    private IEnumerable<Suggestion> Sources(string typed, int limit) =>
        SourceDictionary.Of(snapshot.Reader).WithPrefix(EntityName.Normalise(typed)).Take(limit)
            .Select(source => new Suggestion(SuggestionKind.Source, source.Name, "", null, source.Articles));

    /// <summary>
    /// What was typed, with its last word written to the end, and the number of articles that it finds as a query. What finds none is left
    /// out.
    /// </summary>
    private IEnumerable<Suggestion> Words(string typed, AnalysedWord last, int limit) => last.End < typed.Length
        ? []
        : WordDictionary.Of(snapshot.Reader).WithPrefix(last.Term, limit * CandidatesForEach)
            .Select(word => typed[..last.Start] + word.Word)
            .Where(text => !PlanToLucene.IsStopWord(text))
            .Select(text =>
                new Suggestion(SuggestionKind.Word, text, "", null, QueryReader.Read(text).Query is { } query ? Count(query) : 0))
            .Where(suggestion => suggestion.Articles > 0).Take(limit).ToList().OrderByDescending(suggestion => suggestion.Articles);

    /// <summary>Headlines that have all the words, the last of them perhaps unfinished; the newest first.</summary>
    private List<Suggestion> Headlines(List<AnalysedWord> words, int limit)
    {
        if (words[^1].Term.Length < FewestLetters)
            return [];
        var all = new BooleanQuery();
        foreach (var word in words.SkipLast(1))
            all.Add(new TermQuery(new Term(IndexFields.HeadlineExact, word.Term)), Occur.MUST);
        var endings = WordDictionary
            .Of(snapshot.Reader)
            .WithPrefix(words[^1].Term, MostEndings)
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

    /// <summary>The query with its rare words spelt as the archive spells them; null unless that finds more.</summary>
    private SpellingCorrection? Correct(Query query) =>
        new SpellingSearch(snapshot, search, cancellation).Correct(query, Count(query));

    private long Count(Query query)
    {
        var count = new TotalHitCountCollector();
        snapshot.Searcher.Search(search.Translate(query, cancellation).Query, count);
        return count.TotalHits;
    }
}
