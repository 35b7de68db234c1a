using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Options;
using SearchService.Access;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Settings;
using SearchService.Telemetry;

namespace SearchService.Calls;

/// <summary>Surrounds every call: traces it, records it, gives it a deadline, and turns a failure into a status with details.</summary>
internal sealed class CallInterceptor(
    IOptions<SearchOptions> options, AuditLog audit, TimeProvider clock, ILogger<CallInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        EnterCaller(context);
        using var deadline = CallDeadline.BeginUnary(context, options.Value, clock);
        using var activity = CallTrace.StartCall(context.Method);
        try
        {
            var response = await continuation(request, context);
            audit.Record(context, request, response, StatusCode.OK);
            return response;
        }
        catch (Exception e)
        {
            throw Failed(e, activity, request, context);
        }
    }

    /// <summary>A stream begins its deadlines itself, since it restarts them with each message.</summary>
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        EnterCaller(context);
        using var activity = CallTrace.StartCall(context.Method);
        try
        {
            await continuation(request, responseStream, context);
            audit.Record(context, request, response: null, StatusCode.OK);
        }
        catch (Exception e)
        {
            throw Failed(e, activity, request, context);
        }
    }

    /// <summary>As a stream of the server; what is written is recorded as it is written.</summary>
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        EnterCaller(context);
        using var activity = CallTrace.StartCall(context.Method);
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception e)
        {
            throw Failed(e, activity, requestStream, context);
        }
    }

    private static void EnterCaller(ServerCallContext context) => context.GetHttpContext().Features.Get<Caller>()?.Enter(context);

    /// <summary>Traces and records a failure.</summary>
    /// <returns>The status to answer with.</returns>
    private RpcException Failed(Exception failure, Activity? activity, object request, ServerCallContext context)
    {
        var status = StatusOf(failure, request, context);
        CallTrace.Fail(activity, status);
        CallStatus.Keep(context.GetHttpContext(), status.StatusCode);
        audit.Record(context, request, response: null, status.StatusCode);
        return status;
    }

    private RpcException StatusOf(Exception failure, object request, ServerCallContext context)
    {
        if (ErrorsToStatus.Of(failure, context.CancellationToken.IsCancellationRequested, QueryOf(request)) is { } status)
            return WrittenNames.In(status, context.GetHttpContext());
        logger.CallFailed(context.Method, failure);
        return ErrorsToStatus.OfBug();
    }

    private static string QueryOf(object request) =>
        request is IMessage message && message.Descriptor.FindFieldByName("query")?.Accessor.GetValue(message) is string query ? query : "";
}
