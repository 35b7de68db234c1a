using CsCheck;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Lucene.Scoring;

/// <summary>Walking articles in the order of their dates gives the pages that a sort of all hits gives.</summary>
public sealed class DatedArticlesTests(TopArticlesTests.ThreeSegments index) : IClassFixture<TopArticlesTests.ThreeSegments>
{
    /// <summary>From one hit to all, at random or only among the first or last articles written.</summary>
    private static readonly Gen<(bool[] Found, int PageSize)> AnySearch =
        from share in Gen.OneOf(Gen.Const(1), Gen.Const(5), Gen.Const(50), Gen.Const(95), Gen.Const(100))
        from drawn in Gen.Int[0, 99].Array[90]
        from bounds in Gen.OneOf(Gen.Const((0, 90)), Gen.Const((0, 20)), Gen.Const((70, 90)))
        from size in Gen.OneOf(Gen.Int[1, 5], Gen.Int[6, 100])
        select (drawn.Select((each, i) => each < share && i >= bounds.Item1 && i < bounds.Item2).ToArray(), size);

    [Theory]
    [InlineData(HitOrder.Newest)]
    [InlineData(HitOrder.Oldest)]
    [InlineData(HitOrder.Arrived)]
    public void Pages_are_those_of_a_sort_over_all_hits(HitOrder order) => AnySearch.Sample(
        search =>
        {
            var expected = index.All.Select((article, i) => (article.Id, Key: Key(article, i, order), Found: search.Found[i]))
                .Where(hit => hit.Found).OrderByDescending(hit => hit.Key).ThenBy(hit => hit.Id, StringComparer.Ordinal)
                .Select(hit => hit.Id).ToList();
            var paged = new List<string>();
            PageCursor? after = null;
            do
            {
                (var ids, after) = Page(search.Found, search.PageSize, order, after);
                Assert.Equal(expected.Skip(paged.Count).Take(search.PageSize), ids);
                paged.AddRange(ids);
            }
            while (after is not null);
            Assert.Equal(expected, paged);
        },
        iter: 300, threads: 1);

    [Theory]
    [InlineData(HitOrder.Newest)]
    [InlineData(HitOrder.Oldest)]
    [InlineData(HitOrder.Arrived)]
    public async Task An_article_that_was_replaced_before_the_commit_is_a_hit_once(HitOrder order)
    {
        using var folder = new TemporaryFolder();
        var options = new NewsIndexOptions { Directory = folder.Path };
        var written = Enumerable.Range(0, 40).Select(i => $"a{i:00}").ToList();
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
        {
            foreach (var text in (string[])["storm", "storm again", "storm once more"])
                await writer.WriteAsync([.. written.Select(id => Dated(id, text))], CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        var paged = new List<string>();
        PageCursor? after = null;
        do
        {
            var plan = new QueryPlan { Query = new Query.Word("storm"), PageSize = 7, Order = order, After = after };
            var page = await searcher.SearchAsync(plan, ArticleScope.Everything, CancellationToken.None);
            paged.AddRange(page.Hits.Select(hit => hit.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(written, paged);
    }

    private static double Key(Article article, int number, HitOrder order) => order switch
    {
        HitOrder.Arrived => -number,
        HitOrder.Newest => article.Published.SortMoment?.ToUnixTimeSeconds() ?? double.NegativeInfinity,
        _ => -article.Published.SortMoment?.ToUnixTimeSeconds() ?? double.NegativeInfinity,
    };

    private (List<string> Ids, PageCursor? Next) Page(bool[] found, int size, HitOrder order, PageCursor? after)
    {
        var articles = new DatedArticles(index.Reader, order, size + 1, after, CancellationToken.None);
        foreach (var leaf in index.Reader.Leaves)
            articles.Add(leaf, FoundIn(leaf, found));
        var hits = articles.InOrder();
        Assert.All(hits, hit => Assert.True(articles.Order.Follows(hit, after)));
        var page = hits.Take(size).ToList();
        var next = hits.Length > size ? new PageCursor(index.Generation, page[^1].SortKey, articles.Order.IdOf(page[^1])) : null;
        return (page.ConvertAll(articles.Order.IdOf), next);
    }

    private FixedBitSet FoundIn(AtomicReaderContext leaf, bool[] found)
    {
        var bits = new FixedBitSet(leaf.AtomicReader.MaxDoc);
        var (ids, id) = (leaf.AtomicReader.GetSortedDocValues(IndexFields.Id), new BytesRef());
        for (var doc = 0; doc < bits.Length; doc++)
        {
            ids.Get(doc, id);
            if (found[index.NumberOf(id.Utf8ToString())])
                bits.Set(doc);
        }

        return bits;
    }

    private static Article Dated(string id, string text) => new()
    {
        Id = id,
        Body = text,
        Language = "en",
        Published = new PublishedDate(PartialDate.OfDay(new DateOnly(1987, 3, 1)), null, DateProvenance.Metadata),
    };
}
