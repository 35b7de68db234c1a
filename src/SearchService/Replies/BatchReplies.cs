using Google.Rpc;
using Grpc.Core;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes the error of one search of a batch as a message.</summary>
internal static class BatchReplies
{
    public static V1.BatchError From(RpcException failure)
    {
        var info = failure.GetRpcStatus()?.GetDetail<ErrorInfo>() ?? new ErrorInfo();
        return new V1.BatchError
        {
            Code = (int)failure.StatusCode,
            Reason = info.Reason,
            Message = failure.Status.Detail,
            Metadata = { info.Metadata },
        };
    }
}
