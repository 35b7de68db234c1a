using NewsSearch.Client;

namespace SearchCli.Commands;

/// <summary>How verbs reach the service.</summary>
/// <param name="Clock">Measures the waits between retries.</param>
/// <param name="Credential">An API key or a JWT; null or empty for none.</param>
internal sealed record ServerConnection(TimeProvider Clock, string? Credential)
{
    /// <summary>Opens a client that the caller disposes of. It waits as long as the service does: a user can press Ctrl+C.</summary>
    public NewsSearchClient Open(string server) =>
        new(new Uri(server), Clock, new NewsSearchClientOptions { Deadline = null, Credential = Credential });
}
