using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SearchService.Errors;

/// <summary>Lets every call end in a status with details.</summary>
internal sealed partial class StatusInterceptor(ILogger<StatusInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e)
        {
            throw StatusOf(e, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e)
        {
            throw StatusOf(e, context);
        }
    }

    private RpcException StatusOf(Exception failure, ServerCallContext context)
    {
        if (ErrorsToStatus.Of(failure, context.CancellationToken.IsCancellationRequested) is { } status)
            return status;
        LogFailure(context.Method, failure);
        return ErrorsToStatus.OfBug();
    }

    [LoggerMessage(EventName = "CallFailed", Level = LogLevel.Error, Message = "{Method} failed.")]
    private partial void LogFailure(string method, Exception failure);
}
