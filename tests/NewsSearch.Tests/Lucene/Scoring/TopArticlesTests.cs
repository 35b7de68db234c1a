using CsCheck;
using Lucene.Net.Search;
using Microsoft.Extensions.Logging.Abstractions;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Lucene.Scoring;

/// <summary>The collector keeps what a sort of all hits puts first, page after page.</summary>
public sealed class TopArticlesTests(TopArticlesTests.ThreeSegments index) : IClassFixture<TopArticlesTests.ThreeSegments>
{
    private const int Articles = 90;

    /// <summary>Few different scores, so that most hits tie with others.</summary>
    private static readonly Gen<(float[] Scores, bool[] Found, int PageSize, int Order)> AnySearch = Gen.Select(
        Gen.Int[0, 4].Select(score => score / 2f).Array[Articles], Gen.Int[0, 3].Select(each => each > 0).Array[Articles],
        Gen.Int[1, 20], Gen.Int[0, 1000]);

    [Theory]
    [InlineData(HitOrder.Relevance, false)]
    [InlineData(HitOrder.Relevance, true)]
    [InlineData(HitOrder.Newest, false)]
    [InlineData(HitOrder.Newest, true)]
    [InlineData(HitOrder.Oldest, false)]
    [InlineData(HitOrder.Oldest, true)]
    [InlineData(HitOrder.Arrived, false)]
    public void Pages_are_those_of_a_sort_over_all_hits(HitOrder order, bool copiesOnce) =>
        AnySearch.Sample(search =>
        {
            var expected = Sorted(search.Scores, search.Found, order, copiesOnce);
            var paged = new List<string>();
            for (PageCursor? after = null; ;)
            {
                var (ids, next) = Page(search, order, copiesOnce, after);
                Assert.Equal(expected.Skip(paged.Count).Take(search.PageSize), ids);
                paged.AddRange(ids);
                if ((after = next) is null)
                    break;
            }

            Assert.Equal(expected, paged);
        }, iter: 60, threads: 1);

    private List<string> Sorted(float[] scores, bool[] found, HitOrder order, bool copiesOnce)
    {
        var sorted = index.All.Select((article, i) => (article.Id, article.Body, Key: Key(article, i), Found: found[i]))
            .Where(hit => hit.Found).OrderByDescending(hit => hit.Key).ThenBy(hit => hit.Id, StringComparer.Ordinal);
        return [.. (copiesOnce ? sorted.DistinctBy(hit => hit.Body) : sorted).Select(hit => hit.Id)];

        double Key(Article article, int number) => order switch
        {
            HitOrder.Relevance => scores[number],
            HitOrder.Arrived => -number,
            HitOrder.Newest => article.Published.SortMoment?.ToUnixTimeSeconds() ?? double.NegativeInfinity,
            _ => -article.Published.SortMoment?.ToUnixTimeSeconds() ?? double.NegativeInfinity,
        };
    }

    /// <summary>One page, its hits handed over in some order inside each segment.</summary>
    private (List<string> Ids, PageCursor? Next) Page((float[] Scores, bool[] Found, int PageSize, int Order) search, HitOrder order,
        bool copiesOnce, PageCursor? after)
    {
        var top = new TopArticles(
            index.Reader, order, search.PageSize + 1, after, null, copiesOnce, CancellationToken.None);
        foreach (var leaf in index.Reader.Leaves)
        {
            var ids = leaf.AtomicReader.GetSortedDocValues(IndexFields.Id);
            var scorer = new GivenScores(doc => search.Scores[index.NumberOf(IdOf(doc))]);
            top.SetNextReader(leaf);
            top.SetScorer(scorer);
            foreach (var doc in Enumerable.Range(0, leaf.AtomicReader.MaxDoc).Where(doc => search.Found[index.NumberOf(IdOf(doc))])
                .OrderBy(doc => (doc + 1) * (search.Order + 7919L) % 211).ThenBy(doc => doc))
            {
                scorer.Doc = doc;
                top.Collect(doc);
            }

            string IdOf(int doc)
            {
                var id = new global::Lucene.Net.Util.BytesRef();
                ids.Get(doc, id);
                return id.Utf8ToString();
            }
        }

        var hits = top.InOrder();
        var page = hits.Take(search.PageSize).ToList();
        var next = hits.Length > search.PageSize ? new PageCursor(index.Generation, page[^1].SortKey, top.IdOf(page[^1])) : null;
        return (page.ConvertAll(top.IdOf), next);
    }

    /// <summary>A scorer that is told its article.</summary>
    private sealed class GivenScores(Func<int, float> scoreOf) : Scorer(null!)
    {
        public int Doc { get; set; }

        public override int DocID => Doc;

        public override int Freq => 1;

        public override float GetScore() => scoreOf(Doc);

        public override int NextDoc() => throw new NotSupportedException();

        public override int Advance(int target) => throw new NotSupportedException();

        public override long GetCost() => 0;
    }

    /// <summary>Articles of a few days each, a third of them copies of one another, written in three parts.</summary>
    public sealed class ThreeSegments : IAsyncLifetime
    {
        private readonly TemporaryFolder folder = new();
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        private IndexSnapshots snapshots = null!;
        private IndexSnapshot snapshot = null!;

        public IReadOnlyList<Article> All { get; } = [.. Enumerable.Range(0, Articles).Select(Article)];

        internal global::Lucene.Net.Index.IndexReader Reader => snapshot.Reader;

        internal NewsIndex.Generations.Generation Generation => snapshot.Generation;

        public int NumberOf(string id) => numbers[id];

        public async Task InitializeAsync()
        {
            var options = new NewsIndexOptions { Directory = folder.Path };
            for (var i = 0; i < Articles; i++)
                numbers[All[i].Id] = i;
            foreach (var part in All.Chunk(Articles / 3))
            {
                await using var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System);
                await writer.WriteAsync(part, CancellationToken.None);
                await writer.CommitAsync(CancellationToken.None);
            }

            snapshots = new IndexSnapshots(options, TimeProvider.System, NullLogger.Instance);
            snapshot = snapshots.Acquire(null);
            Assert.True(Reader.Leaves.Count > 1);
        }

        public async Task DisposeAsync()
        {
            snapshot.Release();
            await snapshots.DisposeAsync();
            folder.Dispose();
        }

        /// <summary>Ids are not in the order of writing.</summary>
        private static Article Article(int number) => new()
        {
            Id = $"a{number * 37 % Articles:00}",
            Body = number % 3 == 0 ? Text(number % 8) : Text(number + 1000),
            Language = "en",
            Published = number % 7 == 0
                ? PublishedDate.Unknown
                : new PublishedDate(PartialDate.OfDay(new DateOnly(1987, 3, 1 + (number % 5))), null, DateProvenance.Metadata),
        };

        private static string Text(int number) =>
            string.Join(' ', Enumerable.Range(0, 30).Select(word => $"word{(number * 7919L) + (word * word * 31)}"));
    }
}
