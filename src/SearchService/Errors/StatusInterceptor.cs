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
            if (ErrorsToStatus.Of(e, context.CancellationToken.IsCancellationRequested) is { } status)
                throw status;
            LogFailure(context.Method, e);
            throw ErrorsToStatus.OfBug();
        }
    }

    [LoggerMessage(EventName = "CallFailed", Level = LogLevel.Error, Message = "{Method} failed.")]
    private partial void LogFailure(string method, Exception failure);
}
