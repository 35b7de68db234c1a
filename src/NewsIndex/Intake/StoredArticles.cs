namespace NewsIndex.Intake;

/// <summary>
/// What the last commit holds of a batch of incoming articles, in at most three questions to the store: most articles of most batches are
/// new, or as they were, and end with the first.
/// </summary>
internal sealed class StoredArticles
{
    private readonly StoredVersion[] versions;

    public StoredArticles(IArticleStore store, IReadOnlyList<IncomingArticle> articles)
    {
        var content = store.LookUp([.. articles.Select(article => article.Id)]);
        versions = Array.ConvertAll(content, key => new StoredVersion(key));
        var changed = Where(i => content[i] is { } key && key != articles[i].Content);
        if (changed.Count == 0)
            return;
        var replaced = store.WereReplaced([.. changed.Select(i => new TextVersion(articles[i].Id, articles[i].Content))]);
        for (var i = 0; i < changed.Count; i++)
            versions[changed[i]] = versions[changed[i]] with { WasReplaced = replaced[i] };
        AddRecords(store, articles, changed.FindAll(i => !versions[i].WasReplaced));
    }

    public StoredVersion At(int article) => versions[article];

    private void AddRecords(IArticleStore store, IReadOnlyList<IncomingArticle> articles, List<int> updated)
    {
        if (updated.Count == 0)
            return;
        var records = store.ReadRecords([.. updated.Select(i => articles[i].Id)]);
        for (var i = 0; i < updated.Count; i++)
            versions[updated[i]] = versions[updated[i]] with { Record = records[i] };
    }

    private List<int> Where(Predicate<int> fits) => [.. Enumerable.Range(0, versions.Length).Where(i => fits(i))];
}
