using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SearchService.Settings;

namespace SearchService.Ingest;

/// <summary>Counts the open streams of each caller.</summary>
internal sealed class IngestStreams(IOptions<SearchOptions> options)
{
    private readonly ConcurrentDictionary<string, int> open = new(StringComparer.Ordinal);

    /// <summary>Streams that one caller may have open.</summary>
    public int Limit => options.Value.Ingest.StreamsPerCaller;

    /// <summary>Counts a stream in; disposing the result counts it out. Null when the caller has too many.</summary>
    /// <param name="line">See <see cref="Access.Caller"/>.</param>
    public IDisposable? TryEnter(string line)
    {
        if (open.AddOrUpdate(line, 1, (_, count) => count + 1) <= Limit)
            return new Place(this, line);
        Leave(line);
        return null;
    }

    private void Leave(string line)
    {
        if (open.AddOrUpdate(line, 0, (_, count) => count - 1) == 0)
            open.TryRemove(KeyValuePair.Create(line, 0));
    }

    private sealed class Place(IngestStreams streams, string line) : IDisposable
    {
        public void Dispose() => streams.Leave(line);
    }
}
