using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;
using EntityType = NewsIndex.Articles.EntityType;
using NamedEntity = NewsIndex.Articles.NamedEntity;

namespace NewsSearch.Tests.Service;

/// <summary>
/// Two services on one index, corrections, alerts, pins and snapshots included. Each of its articles names two persons of its own.
/// </summary>
public sealed class SharedIndex : IAsyncLifetime
{
    private const int Articles = 120;

    private readonly TemporaryFolder folder = new();
    private int given;

    public SharedIndex()
    {
        One = new RunningService("--Search:SnapshotFolder", folder.File("snapshots"));
        Other = new RunningService("--Search:SnapshotFolder", folder.File("snapshots")) { Index = One.Index };
    }

    public RunningService One { get; }

    public RunningService Other { get; }

    public async Task InitializeAsync()
    {
        await One.InitializeAsync();
        await One.WriteAsync([.. Enumerable.Range(1, Articles).Select(number => new Article
        {
            Id = $"{number}",
            Body = $"A storm, number {number}.",
            Entities = [Person($"Anna No{Word(number)}"), Person($"Ben No{Word(number)}")],
        })]);
        await Other.InitializeAsync();
        await One.SeesAsync(Articles);
        await Other.SeesAsync(Articles);
    }

    public async Task DisposeAsync()
    {
        await Other.DisposeAsync();
        await One.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>An article that no test has had, and the persons that it alone names.</summary>
    public (string Article, Entity Anna, Entity Ben) Next()
    {
        var number = Interlocked.Increment(ref given);
        return ($"{number}", new Entity { Id = $"person:anna no{Word(number)}" }, new Entity { Id = $"person:ben no{Word(number)}" });
    }

    private static NamedEntity Person(string name) => new(name, EntityType.Person);

    private static string Word(int number) => $"{(char)('a' + (number / 12))}{(char)('a' + (number % 12))}";
}
