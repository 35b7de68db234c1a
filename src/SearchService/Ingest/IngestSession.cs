using Enrichment;
using Enrichment.Languages;
using NewsIndex.Engines;
using NewsIndex.Generations;

namespace SearchService.Ingest;

/// <summary>The time in which the service is the writer of the index. Every batch of orders is committed. One thread at a time.</summary>
internal sealed class IngestSession(IArticleWriter writer) : IAsyncDisposable
{
    private static readonly ArticleDefaults NoDefaults = new(null, null);

    /// <summary>
    /// Other articles say nothing of the language of an article: they come in any order, and one that comes again must stay as it was.
    /// </summary>
    private const string NoArchive = "";

    private readonly LanguageFinder languages = new();

    /// <summary>True if another process waits to write the index.</summary>
    public bool IsAwaited => writer.IsAwaited;

    /// <summary>Carries out orders in their order, commits, and completes them.</summary>
    /// <exception cref="IngestFailedException">
    /// The index cannot be written; no order is complete. The session is of no more use.
    /// </exception>
    public async Task WriteAsync(IReadOnlyList<WriteOrder> orders)
    {
        try
        {
            var statuses = new List<WriteStatus>();
            foreach (var run in Runs(orders))
                statuses.AddRange(run is [WriteOrder.Delete, ..] ? await DeleteAsync(run) : await PutAsync(run));
            var generation = await writer.CommitAsync(CancellationToken.None);
            for (var i = 0; i < orders.Count; i++)
                orders[i].Complete(new WriteResult(statuses[i], generation));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(e);
        }
        catch (IndexUnavailableException damaged)
        {
            throw new IngestFailedException(IngestFailure.Impossible, damaged.Message, damaged);
        }
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    public static IngestFailedException NotWritten(Exception e) => new(
        IngestFailure.NotWritten, "the index cannot be written, as on a full disk; what was acknowledged stays; retry after a second", e);

    /// <summary>Orders of one kind that follow each other, with no id twice: each sees what became of the ones before.</summary>
    private static IEnumerable<List<WriteOrder>> Runs(IReadOnlyList<WriteOrder> orders)
    {
        var run = new List<WriteOrder>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in orders)
        {
            if (run.Count > 0 && (run[0].GetType() != order.GetType() || ids.Contains(order.Id)))
            {
                yield return run;
                run = [];
                ids.Clear();
            }

            run.Add(order);
            ids.Add(order.Id);
        }

        if (run.Count > 0)
            yield return run;
    }

    private async Task<WriteStatus[]> PutAsync(List<WriteOrder> run)
    {
        var statuses = new WriteStatus[run.Count];
        var written = new List<int>();
        for (var i = 0; i < run.Count; i++)
        {
            if (writer.Find(run[i].Id) is { } known && !run[i].MayWrite(known.Source))
                statuses[i] = WriteStatus.Foreign;
            else
                written.Add(i);
        }

        var puts = written.ConvertAll(i => (WriteOrder.Put)run[i]);
        writer.Restore(puts.Where(put => put.IsRestored).Select(put => put.Id));
        var articles = languages.Complete(puts.ConvertAll(put => (NoArchive, put.Article)));
        var outcomes = await writer.WriteAsync([.. articles.Select(NoDefaults.Complete)], CancellationToken.None);
        for (var i = 0; i < written.Count; i++)
            statuses[written[i]] = StatusOf(outcomes[i]);
        return statuses;
    }

    private async Task<WriteStatus[]> DeleteAsync(List<WriteOrder> run)
    {
        var may = run.ConvertAll(order => writer.Find(order.Id) is { } known && order.MayWrite(known.Source));
        var deleted = await writer.DeleteAsync([.. run.Where((_, i) => may[i]).Select(order => order.Id)], CancellationToken.None);
        var next = 0;
        return [.. may.Select(each => each && deleted[next++] ? WriteStatus.Deleted : WriteStatus.NotFound)];
    }

    private static WriteStatus StatusOf(WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.New => WriteStatus.New,
        WriteOutcome.Updated => WriteStatus.Updated,
        WriteOutcome.Deleted => WriteStatus.DeletedBefore,
        // A duplicate is one of a session, which callers know nothing of.
        _ => WriteStatus.Unchanged,
    };
}
