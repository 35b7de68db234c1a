using Grpc.Core;
using NewsIndex.Articles;
using NewsIndex.Queries;

namespace SearchService.Access;

/// <summary>Who calls, and what they may do.</summary>
/// <param name="Name">Who signed in; empty while access is off.</param>
/// <param name="Line">
/// In whose name the caller takes turns at the search threads: who signed in, or else the connection, as a client has one.
/// </param>
/// <param name="Scopes">What the caller may do.</param>
internal sealed record Caller(string Name, string Line, IReadOnlySet<AccessScope> Scopes)
{
    /// <summary>Sources whose articles the caller may see and write; null for all.</summary>
    public IReadOnlyList<string>? Sources
    {
        get;
        init => (field, Articles) = (value, value is null ? ArticleScope.Everything : ArticleScope.OfSources(value));
    }

    /// <summary>The articles that the caller may see.</summary>
    public ArticleScope Articles { get; private init; } = ArticleScope.Everything;

    /// <summary>Calls a second; null for the limit of the service.</summary>
    public int? CallsPerSecond { get; init; }

    /// <summary>Calls at once; null for the limit of the service.</summary>
    public int? ConcurrentCalls { get; init; }

    /// <summary>A caller while access is off, who may do everything.</summary>
    /// <param name="connection">Id of the connection.</param>
    public static Caller Anyone(string connection) => new("", connection, GrantedScopes.All);

    /// <summary>The caller of a call; of one without an HTTP request, anyone.</summary>
    public static Caller Of(ServerCallContext context) =>
        context.UserState.TryGetValue(typeof(Caller), out var known) && known is Caller caller ? caller : Anyone("");

    /// <summary>Tells a call who makes it.</summary>
    public void Enter(ServerCallContext context) => context.UserState[typeof(Caller)] = this;

    /// <summary>Whether the caller may write, replace and delete articles of a source.</summary>
    /// <param name="source">Compared as searches compare sources; null when unknown.</param>
    public bool MayWrite(string? source) =>
        Sources is null || (source is not null && Sources.Any(granted => Compared(granted) == Compared(source)));

    public bool May(AccessScope scope) => scope <= AccessScope.SignedIn || Scopes.Contains(scope);

    private static string Compared(string source) => EntityName.Normalise(source) is { Length: > 0 } normalised ? normalised : source;
}
