using Enrichment.Names;
using Microsoft.Extensions.Options;
using NewsIndex;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Generations;
using SearchService.Settings;

namespace SearchService.Ingest;

/// <summary>Opens the index for writing, with what articles are prepared by. The models are loaded with the first article.</summary>
/// <param name="openEncoder">Called where passages are to be encoded.</param>
internal sealed class ArticleIngest(IOptions<SearchOptions> options, Func<PassageEncoder> openEncoder, TimeProvider clock) : IDisposable
{
    private readonly SearchOptions options = options.Value;
    private readonly Lazy<ArticleNames> names = new(() => ArticleNames.Open(options.Value.Ingest.Recogniser, null));

    /// <summary>Who asks again after this time keeps its place in the line of writers nearly all the time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Opens the index; waits half a second for another writer.</summary>
    /// <exception cref="IngestFailedException">The index cannot be opened for writing.</exception>
    public IngestSession Open()
    {
        try
        {
            return new IngestSession(NewsIndexServices.OpenWriter(OptionsOfWriter(), clock, names.Value.Of, Encoder(), Patience));
        }
        catch (IndexLockedException e)
        {
            throw new IngestFailedException(
                IngestFailure.Locked, "another process is writing to the index; expected to be the only writer; retry after a second", e);
        }
        catch (IndexUnavailableException e)
        {
            throw new IngestFailedException(IngestFailure.Impossible, e.Message, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IngestFailedException(
                IngestFailure.Impossible, "the folder of the index is read-only; expected one that the service may write to", e);
        }
        catch (IOException e)
        {
            throw IngestSession.NotWritten(e);
        }
    }

    public void Dispose()
    {
        if (names.IsValueCreated)
            names.Value.Dispose();
    }

    private NewsIndexOptions OptionsOfWriter() => new()
    {
        Directory = options.Index.Directory,
        Storage = { WriteBufferMegabytes = options.Index.Storage.WriteBufferMegabytes },
        Intake =
        {
            CopySpan = options.Index.Intake.CopySpan,
            WriteThreads = options.Index.Intake.WriteThreads,
            Recogniser = names.Value.Identity,
        },
    };

    private PassageEncoder? Encoder() => options.Ingest.Passages ? openEncoder() : null;
}
