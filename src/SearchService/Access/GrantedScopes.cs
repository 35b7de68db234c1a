namespace SearchService.Access;

/// <summary>The scopes that a key or a token can grant, by the words for them.</summary>
internal static class GrantedScopes
{
    private static readonly Dictionary<string, AccessScope> ByWord = new(StringComparer.Ordinal)
    {
        ["search"] = AccessScope.Search,
        ["ingest"] = AccessScope.Ingest,
        ["correct"] = AccessScope.Correct,
        ["admin"] = AccessScope.Admin,
        ["metrics"] = AccessScope.Metrics,
    };

    /// <summary>All of them, as errors and --help list them.</summary>
    public static string List { get; } = string.Join(", ", ByWord.Keys);

    public static IReadOnlySet<AccessScope> All { get; } = ByWord.Values.ToHashSet();

    /// <summary>Null for a word that is no scope.</summary>
    public static AccessScope? Find(string word) => ByWord.TryGetValue(word, out var scope) ? scope : null;

    public static string WordOf(AccessScope scope) => ByWord.First(pair => pair.Value == scope).Key;

    /// <summary>
    /// Those that go with a restriction to some sources. Corrections, generations and metrics are those of the whole index, and would tell
    /// of articles that the caller may not see.
    /// </summary>
    public static bool MayBeBoundToSources(AccessScope scope) => scope is AccessScope.Search or AccessScope.Ingest;
}
