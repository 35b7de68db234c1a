using Grpc.Core;
using NewsIndex;
using SearchService.Replies;
using V1 = NewsSearch.V1;

namespace SearchService;

/// <summary>newssearch.v1.IndexService.</summary>
internal sealed class IndexDescription(IArticleSearcher searcher) : V1.IndexService.IndexServiceBase
{
    public override async Task<V1.IndexInfo> GetIndexInfo(V1.GetIndexInfoRequest request, ServerCallContext context) =>
        IndexReplies.From(await searcher.DescribeAsync(context.CancellationToken));
}
