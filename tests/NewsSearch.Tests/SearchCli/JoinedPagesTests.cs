using System.Globalization;
using Grpc.Core;
using NewsSearch.V1;
using SearchCli.Commands;

namespace NewsSearch.Tests.SearchCli;

public sealed class JoinedPagesTests
{
    private const int Articles = 250;

    [Theory]
    [InlineData(1, "1", 1, true)]
    [InlineData(100, "100", 100, true)]
    [InlineData(101, "100 1", 101, true)]
    [InlineData(249, "100 100 49", 249, true)]
    [InlineData(250, "100 100 50", 250, false)]
    [InlineData(int.MaxValue, "100 100 100", 250, false)]
    public async Task A_limit_takes_as_many_pages_as_it_needs(int limit, string sizes, int found, bool hasMore)
    {
        var asked = new List<int>();
        var all = await JoinedPages.ReadAsync(new ListCopiesRequest(), limit, Ask, CancellationToken.None);
        Assert.Equal(sizes, string.Join(' ', asked));
        Assert.Equal(Enumerable.Range(0, found).Select(i => $"{i}"), all.Copies.Select(copy => copy.Article.Id));
        Assert.Equal((Articles, hasMore), (all.Articles, all.NextPageToken.Length > 0));

        AsyncUnaryCall<ListCopiesResponse> Ask(ListCopiesRequest request, CallOptions options)
        {
            asked.Add(request.PageSize);
            var start = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
            var end = Math.Min(start + request.PageSize, Articles);
            var page = new ListCopiesResponse
            {
                Articles = Articles,
                Copies = { Enumerable.Range(start, end - start).Select(i => new ArticleCopy { Article = new Article { Id = $"{i}" } }) },
                NextPageToken = end < Articles ? $"{end}" : "",
            };
            return new AsyncUnaryCall<ListCopiesResponse>(
                Task.FromResult(page), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
        }
    }
}
