using CsCheck;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Counting;
using NewsIndex.Lucene.Evaluation;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Translation;
using NewsIndex.Queries;
using NewsIndex.Searching.Views;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsSearch.Tests.Lucene.Evaluation;

/// <summary>Evaluators find, score and count what the scorers of Lucene do, which visit each match.</summary>
public sealed class FirstArticlesTests(EvaluatedIndex index) : IClassFixture<EvaluatedIndex>
{
    private const int Searches = 1_500;

    private static readonly Recency Recent = new(TimeSpan.FromDays(60), new DateTimeOffset(1987, 12, 1, 0, 0, 0, TimeSpan.Zero));

    private static readonly Gen<Query> Word = Gen.Int[0, EvaluatedIndex.Words.Length - 1]
        .Select(i => (Query)new Query.Word(EvaluatedIndex.Words[i], i % 11 == 0 ? Zone.Headline : Zone.Anywhere));

    private static readonly Gen<Query> Boosted = Gen.Select(
        Word, OneOf(0f, 0.1f, 0.5f, 3f, 700f), (word, factor) => (Query)new Query.Boost(word, factor));

    private static readonly Gen<Query> Filter = Gen.OneOf(
        Gen.Int[0, EvaluatedIndex.Sources].Select(i => (Query)new Query.Labelled(ArticleLabel.Source, $"source {i}")),
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 3], (month, months) => (Query)new Query.PublishedIn(DateRange.Between(
            PartialDate.OfMonth(1987, month), PartialDate.OfMonth(1987, Math.Min(12, month + months))))),
        OneOf("en", "de", "fr").Select(code => (Query)new Query.Labelled(ArticleLabel.Language, code)),
        Gen.Const((Query)new Query.Copied()),
        Gen.Const((Query)new Query.Undated()));

    private static readonly Gen<Query> Mention =
        OneOf(EvaluatedIndex.Names).Select(name => (Query)new Query.Mentions(name, EntityType.Person));

    private static readonly Gen<Query> Phrase = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 8],
        (one, other, third) => (Query)new Query.Phrase(
            string.Join(' ', EvaluatedIndex.Words[one], EvaluatedIndex.Words[other], third < 5 ? EvaluatedIndex.Words[third] : ""),
            third == 7 ? Zone.Headline : Zone.Anywhere));

    private static readonly Gen<Proximity> Distance = Gen.Select(
        OneOf(ProximityUnit.Words, ProximityUnit.Words, ProximityUnit.Sentence, ProximityUnit.Paragraph), Gen.Int[1, 6], Gen.Bool,
        (unit, most, inOrder) => new Proximity(unit, most, inOrder));

    private static readonly Gen<Query> Near = Gen.Select(
        Gen.OneOf(Word, Mention, Phrase, Word.Array[2, 2].Select(words => (Query)new Query.Or(words))), Word, Distance,
        (one, other, distance) => (Query)new Query.Near(one, other, distance));

    private static readonly Gen<Query> Placed = Gen.OneOf(
        Near,
        Gen.Select(Near, Word, Distance, (near, word, distance) => (Query)new Query.Near(near, word, distance)),
        Gen.Select(Word, Word, Distance, (word, other, distance) => (Query)new Query.NotNear(word, other, distance)),
        Gen.Select(Word, Gen.Int[1, 4], (word, times) => (Query)new Query.AtLeast(word, times)),
        Word.Select(word => (Query)((Query.Word)word with { Zone = Zone.Body })),
        Gen.Select(Phrase, Gen.Int[1, 4], (phrase, slop) => (Query)((Query.Phrase)phrase with { Slop = slop })),
        OneOf("Berlin", "berlin", "storm coast", "Oil price").Select(text => (Query)new Query.Exact(text)));

    private static readonly Gen<Query> Leaf = Gen.Frequency(
        (8, Word), (1, Boosted), (1, Filter), (1, Mention), (2, Phrase),
        (2, Placed),
        (1, OneOf("sto*", "*ing", "ba?k").Select(text => (Query)new Query.Pattern(text))));

    private static readonly Gen<Query> Frequent =
        Gen.Int[0, 5].Array[2, 4].Select(words => (Query)new Query.And([.. words.Distinct().Select(Named)]));

    private static readonly Gen<Query> Simple = Gen.OneOf(
        Word,
        Frequent,
        Frequent,
        Phrase,
        Gen.Select(Phrase, Word, (phrase, word) => (Query)new Query.And([phrase, word])),
        Gen.Select(Mention, Word.Array[1, 3], (mention, words) => (Query)new Query.AndMaybe(mention, new Query.Or(words))),
        Word.Array[2, 5].Select(words => (Query)new Query.Or(words)),
        Word.Array[2, 3].Select(words => (Query)new Query.And(words)),
        Gen.Select(Word.Array[2, 4], Filter, (words, filter) => (Query)new Query.And([new Query.Or(words), filter])),
        Gen.Select(Word.Array[1, 3], Filter, (words, filter) => (Query)new Query.And([.. words, filter])),
        Gen.Select(Word.Array[1, 3], Leaf, (words, not) => (Query)new Query.And([.. words, new Query.Not(not)])));

    private static readonly Gen<Query> Nested = Gen.Recursive<Query>((depth, nested) => depth == 3
        ? Leaf
        : Gen.Frequency(
            (4, Leaf),
            (2, nested.Array[2, 4].Select(parts => (Query)new Query.Or(parts))),
            (2, nested.Array[2, 3].Select(parts => (Query)new Query.And(parts))),
            (1, Gen.Select(nested, nested, (one, other) => (Query)new Query.And([one, new Query.Not(other)]))),
            (1, Gen.Select(nested, nested, (one, other) => (Query)new Query.AndMaybe(one, other)))));

    private static readonly Gen<Search> AnySearch = Gen.Select(
        Gen.OneOf(Simple, Nested), OneOf(0, 1, 10, 300), OneOf(0, 0, 25, 200), Gen.Int[0, 5], Gen.Int[0, 9],
        (query, count, window, snapshot, kind) => new Search(query, count, window, snapshot, kind));

    [Fact]
    public void Hits_scores_and_totals_are_those_of_the_scorers_of_lucene()
    {
        var ranked = 0;
        AnySearch.Sample(
            search =>
            {
                var snapshot = index.Snapshots[search.Snapshot % index.Snapshots.Count];
                var query = snapshot.Searcher.Rewrite(PlanToLucene.Translate(
                    search.Query, snapshot.Reader, new QueryLimits(), EntityCorrections.None, CancellationToken.None).Query);
                if (!FirstArticles.CanRank(snapshot.Searcher, query))
                    return;
                ranked++;
                var expected = Expected(snapshot, query, search, null);
                Same(expected, Actual(snapshot, query, search, null, recorded: true));
                Same(expected with { Found = [] }, Actual(snapshot, query, search, null, recorded: false));
                var number = new FoundHits.Number();
                Same(expected with { Found = [] }, Actual(snapshot, query, search, null, number));
                Assert.Equal(expected.Found.Count, number.Count);
                if (expected.Page.Count < 2)
                    return;
                var after = new PageCursor(snapshot.Generation, expected.Page[^2].SortKey, expected.IdOf(expected.Page[^2]));
                Same(Expected(snapshot, query, search, after), Actual(snapshot, query, search, after, recorded: true));
            },
            iter: Searches, threads: 1);
        Assert.True(ranked > Searches / 2, $"{ranked}");
    }

    [Fact]
    public void Sets_are_those_of_the_scorers_of_lucene() =>
        AnySearch.Sample(
            search =>
            {
                var snapshot = index.Snapshots[search.Snapshot % index.Snapshots.Count];
                var query = PlanToLucene.Translate(
                    search.Query, snapshot.Reader, new QueryLimits(), EntityCorrections.None, CancellationToken.None).Query;
                using var set = ArticleSet.Of(snapshot.Searcher, query, CancellationToken.None);
                Assert.Equal(Expected(snapshot, query, search, null).Found, DocsOf(snapshot, set));
            },
            iter: Searches / 3, threads: 1);

    private static Query Named(int word) => new Query.Word(EvaluatedIndex.Words[word]);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Same(Answer expected, Answer actual)
    {
        Assert.Equal(expected.Window, actual.Window);
        Assert.Equal(expected.Page, actual.Page);
        Assert.Equal(expected.Found, actual.Found);
    }

    private static Answer Expected(IndexSnapshot snapshot, LuceneQuery query, Search search, PageCursor? after)
    {
        var top = search.Collector(snapshot, after);
        using var found = new ArticleSet(snapshot.Reader);
        snapshot.Searcher.Search(query, new RecordingCollector(top, found));
        return new Answer(top.Window(), top.InOrder(), DocsOf(snapshot, found), top.IdOf);
    }

    private static Answer Actual(IndexSnapshot snapshot, LuceneQuery query, Search search, PageCursor? after, bool recorded)
    {
        using var found = new ArticleSet(snapshot.Reader);
        return Actual(snapshot, query, search, after, recorded ? new FoundHits.Sets(found.Segment) : null) with
        {
            Found = DocsOf(snapshot, found),
        };
    }

    private static Answer Actual(IndexSnapshot snapshot, LuceneQuery query, Search search, PageCursor? after, FoundHits? found)
    {
        var top = search.Collector(snapshot, after);
        new FirstArticles(snapshot.Searcher, top, CancellationToken.None).Collect(query, found);
        return new Answer(top.Window(), top.InOrder(), [], top.IdOf);
    }

    private static List<(int Segment, int Doc)> DocsOf(IndexSnapshot snapshot, ArticleSet set) =>
        [
            .. snapshot.Reader.Leaves.SelectMany(leaf => Enumerable.Range(0, leaf.Reader.MaxDoc)
                .Where(set.Segment(leaf.Ord).Get).Select(doc => (leaf.Ord, doc))),
        ];

    private sealed record Answer(
        IReadOnlyList<RankedHit> Window, IReadOnlyList<RankedHit> Page, List<(int Segment, int Doc)> Found,
        Func<RankedHit, string> IdOf);

    /// <param name="Kind">0 for the recency boost, 1 for near-duplicates once, else neither.</param>
    private sealed record Search(Query Query, int Count, int Window, int Snapshot, int Kind)
    {
        public TopArticles Collector(IndexSnapshot snapshot, PageCursor? after) => new(
            snapshot.Reader, HitOrder.Relevance, Count, after,
            Kind == 0 ? new RecencyColumn(Recent) : null,
            copiesOnce: Kind == 1, CancellationToken.None, Window);
    }
}
