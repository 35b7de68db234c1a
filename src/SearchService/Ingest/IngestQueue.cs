using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SearchService.Settings;
using SearchService.Telemetry;

namespace SearchService.Ingest;

/// <summary>
/// Orders of all callers on their way into the index. One loop takes what waits, writes it, commits it and takes what has come meanwhile:
/// a busy service commits many articles at once, a quiet one commits each at once. The lock of the index is held while there is something
/// to write, and a little longer; but when another process waits for it, it is let go, and what comes meanwhile waits.
/// </summary>
internal sealed class IngestQueue(IOptions<SearchOptions> options, ArticleIngest ingest, TimeProvider clock, ILogger<IngestQueue> logger)
    : BackgroundService
{
    /// <summary>Orders in one commit; the others wait.</summary>
    private const int MaxBatch = 256;

    /// <summary>
    /// Opening an index takes a moment, so a turn lasts at least this long: two services that write all the time would do little else.
    /// </summary>
    private static readonly TimeSpan MinTurn = TimeSpan.FromSeconds(2);

    /// <summary>How long an order waits for another writer whose call has a deadline of its own.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    private readonly IngestOptions options = options.Value.Ingest;
    private readonly Channel<WriteOrder> waiting = Channel.CreateBounded<WriteOrder>(
        new BoundedChannelOptions(options.Value.Ingest.QueuedArticles) { SingleReader = true });

    /// <summary>Hands in an order; returns when there is room for it. <see cref="WriteOrder.Done"/> says what became of it.</summary>
    /// <exception cref="IngestFailedException">The service stops.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before there was room.</exception>
    public async Task AddAsync(WriteOrder order, CancellationToken cancellationToken)
    {
        try
        {
            await waiting.Writer.WriteAsync(order, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw Stopping();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
                await Task.Run(() => ServeAsync(stoppingToken), CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // The service stops; what waits is refused below.
        }
        finally
        {
            waiting.Writer.Complete();
            Fail(Take(), Stopping());
        }
    }

    private static IngestFailedException Stopping() =>
        new(IngestFailure.Stopping, "the service is stopping; what was acknowledged stays; retry after a second");

    /// <summary>
    /// Is the writer of the index until nothing has come for a while, another process waits for it, or something failed.
    /// </summary>
    private async Task ServeAsync(CancellationToken stopping)
    {
        var orders = Take();
        try
        {
            if (Open(orders, stopping) is not { } opened)
                return;
            await using var session = opened;
            var begun = clock.GetTimestamp();
            do
            {
                await session.WriteAsync(orders);
                // Emptied first, so that a failure to close fails no order twice.
                orders = [];
                if (clock.GetElapsedTime(begun) < MinTurn || !session.IsAwaited)
                    orders = await NextAsync(stopping);
            }
            while (orders.Count > 0);
        }
        catch (Exception e)
        {
            // Whatever it is, callers must hear of it and the loop must go on.
            if (e is not IngestFailedException { Failure: IngestFailure.Locked })
                logger.IngestFailed(e.Message, e);
            Fail(orders, e);
        }
    }

    /// <summary>Opens the index, as long as an order waits for it.</summary>
    /// <returns>Null when all orders were refused.</returns>
    /// <exception cref="IngestFailedException">The index cannot be opened, or the service stops.</exception>
    private IngestSession? Open(List<WriteOrder> orders, CancellationToken stopping)
    {
        var begun = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return ingest.Open();
            }
            catch (IngestFailedException e) when (e.Failure == IngestFailure.Locked && clock.GetElapsedTime(begun) < options.WaitForIndex)
            {
                if (stopping.IsCancellationRequested)
                    throw Stopping();
                if (clock.GetElapsedTime(begun) >= ShortWait)
                    RefuseImpatient(orders, e);
                if (orders.Count == 0)
                    return null;
            }
        }
    }

    /// <summary>Refuses the orders that do not wait, and takes others in their place, which may be such as well.</summary>
    private void RefuseImpatient(List<WriteOrder> orders, IngestFailedException locked)
    {
        Fail(orders.FindAll(order => !order.IsPatient), locked);
        orders.RemoveAll(order => !order.IsPatient);
        while (orders.Count < MaxBatch && waiting.Reader.TryRead(out var order))
        {
            if (order.IsPatient)
                orders.Add(order);
            else
                order.Fail(locked);
        }
    }

    /// <summary>What has come meanwhile, or comes while the index is held; empty when the index is to be released.</summary>
    private async Task<List<WriteOrder>> NextAsync(CancellationToken stopping)
    {
        using var hold = new CancellationTokenSource(options.HoldIndex, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hold.Token, stopping);
        try
        {
            return await waiting.Reader.WaitToReadAsync(either.Token) && !stopping.IsCancellationRequested ? Take() : [];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    private List<WriteOrder> Take()
    {
        var taken = new List<WriteOrder>();
        while (taken.Count < MaxBatch && waiting.Reader.TryRead(out var order))
            taken.Add(order);
        return taken;
    }

    private static void Fail(List<WriteOrder> orders, Exception failure) => orders.ForEach(order => order.Fail(failure));
}
