using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SearchService.Execution;
using SearchService.Settings;

namespace NewsSearch.Tests.Service.Execution;

public sealed class StreamReplyTests
{
    private static readonly SearchOptions Options = new()
    {
        Deadline = TimeSpan.FromSeconds(10),
        StreamDeadline = TimeSpan.FromMinutes(10),
        StreamTimeout = TimeSpan.FromSeconds(30),
    };

    private readonly ManualClock clock = new();
    private readonly FakeCallContext context = new();
    private readonly Connection connection = new();
    private readonly Stream stream = new();

    public StreamReplyTests()
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpRequestLifetimeFeature>(connection);
        // Where Grpc.AspNetCore looks for the request of a context that it did not make.
        context.UserState["__HttpContext"] = http;
    }

    [Fact]
    public async Task Messages_are_sent_in_order()
    {
        using var deadline = CallDeadline.BeginStream(context, Options, clock);
        var reply = Reply(deadline);
        await reply.WriteAsync("one");
        await reply.WriteAsync("two");
        Assert.Equal(["one", "two"], stream.Messages);
    }

    [Fact]
    public async Task A_message_that_is_sent_begins_the_time_of_the_next()
    {
        using var deadline = CallDeadline.BeginStream(context, Options, clock);
        clock.Advance(TimeSpan.FromSeconds(9));
        await Reply(deadline).WriteAsync("one");
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(deadline.Token.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_slow_caller_within_the_timeout_loses_nothing()
    {
        using var deadline = CallDeadline.BeginStream(context, Options, clock);
        stream.Taken = new TaskCompletionSource();
        var write = Reply(deadline).WriteAsync("one");
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(write.IsCompleted);
        stream.Taken.SetResult();
        await write;
        Assert.False(connection.IsAborted);
    }

    [Fact]
    public async Task A_caller_that_takes_nothing_is_cut_off()
    {
        using var deadline = CallDeadline.BeginStream(context, Options, clock);
        stream.Taken = new TaskCompletionSource();
        var write = Reply(deadline).WriteAsync("one");
        clock.Advance(TimeSpan.FromSeconds(30));
        var failure = await Assert.ThrowsAsync<RpcException>(() => write);
        Assert.Equal((StatusCode.ResourceExhausted, "STREAM_STALLED"),
            (failure.StatusCode, failure.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason));
        Assert.True(connection.IsAborted);
    }

    [Fact]
    public async Task A_stream_of_HTTP_2_is_reset_with_a_code_that_clients_know()
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpRequestLifetimeFeature>(connection);
        http.Features.Set<IHttpResetFeature>(connection);
        context.UserState["__HttpContext"] = http;
        using var deadline = CallDeadline.BeginStream(context, Options, clock);
        stream.Taken = new TaskCompletionSource();
        var write = Reply(deadline).WriteAsync("one");
        clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<RpcException>(() => write);
        Assert.Equal((0xb, false), (connection.Code, connection.IsAborted));
    }

    [Fact]
    public async Task The_deadline_of_the_whole_stream_cuts_off_a_message_that_waits()
    {
        using var deadline = CallDeadline.BeginStream(
            context, new SearchOptions { StreamDeadline = TimeSpan.FromSeconds(5) }, clock);
        stream.Taken = new TaskCompletionSource();
        var write = Reply(deadline).WriteAsync("one");
        clock.Advance(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.True(connection.IsAborted);
    }

    private StreamReply<string> Reply(CallDeadline deadline) => new(stream, context, deadline, Options, clock);

    private sealed class Stream : IServerStreamWriter<string>
    {
        public List<string> Messages { get; } = [];

        /// <summary>Completed when the caller takes the message; null where it does so at once.</summary>
        public TaskCompletionSource? Taken { get; set; }

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(string message)
        {
            Messages.Add(message);
            return Taken?.Task ?? Task.CompletedTask;
        }

        public Task WriteAsync(string message, CancellationToken cancellationToken) => WriteAsync(message);
    }

    private sealed class Connection : IHttpRequestLifetimeFeature, IHttpResetFeature
    {
        public bool IsAborted { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public int? Code { get; private set; }

        public void Abort() => IsAborted = true;

        public void Reset(int errorCode) => Code = errorCode;
    }
}
