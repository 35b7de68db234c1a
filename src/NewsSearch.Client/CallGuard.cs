using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;
using NewsSearch.Client.Errors;

namespace NewsSearch.Client;

/// <summary>Surrounds every call: adds the deadline and the credential, repeats what passes, and reads errors.</summary>
internal sealed class CallGuard(NewsSearchClientOptions options, RetryPolicy retries, TimeProvider clock) : Interceptor
{
    /// <summary>Full names of the calls that change nothing, such as <c>/newssearch.v1.SearchService/Search</c>.</summary>
    private static readonly HashSet<string> Reading =
    [
        .. new[] { V1.SearchService.Descriptor, V1.ArticleService.Descriptor, V1.EntityService.Descriptor, V1.IndexService.Descriptor,
            V1.AlertService.Descriptor, V1.AdminService.Descriptor, V1.IngestService.Descriptor }
            .SelectMany(service => service.Methods)
            .Where(method => method.ToProto().Options?.IdempotencyLevel == MethodOptions.Types.IdempotencyLevel.NoSideEffects)
            .Select(method => $"/{method.Service.FullName}/{method.Name}"),
    ];

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var bounded = WithOptions(context, options.Deadline);
        var (identified, hasId) = IdentifiedRequest.Of(request);
        var attempts = new Attempts<TResponse>(() => continuation(identified, bounded), retries, clock);
        return attempts.Begin(hasId || Reading.Contains(context.Method.FullName), bounded.Options);
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
        BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        try
        {
            return continuation(IdentifiedRequest.Of(request).Request, WithOptions(context, options.Deadline));
        }
        catch (RpcException e)
        {
            throw ErrorReader.Read(e);
        }
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(IdentifiedRequest.Of(request).Request, WithOptions(context, deadline: null));
        return new AsyncServerStreamingCall<TResponse>(
            new GuardedStream<TResponse>(call.ResponseStream), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(WithOptions(context, deadline: null));
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            new GuardedRequests<TRequest>(call.RequestStream), new GuardedStream<TResponse>(call.ResponseStream),
            call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    private ClientInterceptorContext<TRequest, TResponse> WithOptions<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, TimeSpan? deadline)
        where TRequest : class
        where TResponse : class
    {
        var call = context.Options;
        if (call.Deadline is null && deadline is { } limit)
            call = call.WithDeadline(clock.GetUtcNow().UtcDateTime + limit);
        if (!string.IsNullOrEmpty(options.Credential))
        {
            var headers = new Metadata();
            foreach (var header in call.Headers ?? [])
                headers.Add(header);
            headers.Add("authorization", $"Bearer {options.Credential}");
            call = call.WithHeaders(headers);
        }

        return new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, call);
    }
}
