using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Options;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Settings;

namespace SearchService.Calls;

/// <summary>Gives every call its deadline, and lets every call end in a status with details.</summary>
internal sealed partial class CallInterceptor(IOptions<SearchOptions> options, TimeProvider clock, ILogger<CallInterceptor> logger)
    : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        using var deadline = CallDeadline.BeginUnary(context, options.Value, clock);
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e)
        {
            throw StatusOf(e, request, context);
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
            throw StatusOf(e, request, context);
        }
    }

    private RpcException StatusOf(Exception failure, object request, ServerCallContext context)
    {
        if (ErrorsToStatus.Of(failure, context.CancellationToken.IsCancellationRequested, QueryOf(request)) is { } status)
            return status;
        LogFailure(context.Method, failure);
        return ErrorsToStatus.OfBug();
    }

    private static string QueryOf(object request) =>
        request is IMessage message && message.Descriptor.FindFieldByName("query")?.Accessor.GetValue(message) is string query ? query : "";

    [LoggerMessage(EventName = "CallFailed", Level = LogLevel.Error, Message = "{Method} failed.")]
    private partial void LogFailure(string method, Exception failure);
}
