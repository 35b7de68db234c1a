using System.Collections.Concurrent;
using NewsIndex.Generations;
using NewsIndex.Intake;

namespace NewsSearch.Tests.Intake;

/// <summary>
/// A store in memory. It holds intake to the rules of the port: reads see the last commit, and no id is put twice at a time.
/// </summary>
internal sealed class MemoryArticleStore : IArticleStore
{
    private readonly ConcurrentDictionary<string, PreparedArticle> put = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> beingPut = new(StringComparer.Ordinal);
    private readonly List<(string Id, StoredRecord Text)> putRevisions = [];
    private readonly List<string> deleted = [];

    public string IndexId => "memory";

    public bool IsAwaited => false;

    public Generation Committed { get; private set; }

    /// <summary>Articles of the last commit, by id.</summary>
    public Dictionary<string, PreparedArticle> Articles { get; } = new(StringComparer.Ordinal);

    /// <summary>Replaced texts of the last commit, in the order in which they were replaced.</summary>
    public List<(string Id, StoredRecord Text)> Revisions { get; } = [];

    /// <summary>Called at the beginning of each <see cref="Put"/>.</summary>
    public Action<PreparedArticle> Putting { get; init; } = _ => { };

    public int Commits { get; private set; }

    public int Compactions { get; private set; }

    public bool IsDisposed { get; private set; }

    public List<string> Questions { get; } = [];

    public ulong?[] LookUp(IReadOnlyList<string> ids)
    {
        Questions.Add($"look up {ids.Count}");
        return [.. ids.Select(id => Articles.TryGetValue(id, out var article) ? article.Incoming.Content : (ulong?)null)];
    }

    public bool[] WereReplaced(IReadOnlyList<TextVersion> texts)
    {
        Questions.Add($"were replaced {texts.Count}");
        return [.. texts.Select(text => Revisions.Any(
            revision => revision.Id == text.Id && NewsIndex.Articles.ContentKey.Of(revision.Text.Json.Span) == text.Content))];
    }

    public StoredRecord?[] ReadRecords(IReadOnlyList<string> ids)
    {
        Questions.Add($"read {ids.Count}");
        return [.. ids.Select(id => Articles.TryGetValue(id, out var article) ? RecordOf(article) : (StoredRecord?)null)];
    }

    public IEnumerable<CopyGroupFirst> ReadCopyGroups(long earliest) => Articles.Values
        .Where(article => article.State.Bands.Length > 0 && article.State.Arrival.Number >= earliest)
        .Select(article => new CopyGroupFirst(article.Id, article.State.Bands, article.State.Arrival.Number))
        .OrderBy(first => first.Arrival);

    public void Put(PreparedArticle article)
    {
        Assert.True(beingPut.TryAdd(article.Id, true), $"{article.Id} is put by two threads at once");
        Putting(article);
        var before = put.TryGetValue(article.Id, out var pending) ? pending : Articles.GetValueOrDefault(article.Id);
        Assert.True(before is null || before.State.Revision < article.State.Revision, $"{article.Id} goes back to an earlier text");
        put[article.Id] = article;
        beingPut.TryRemove(article.Id, out _);
    }

    public void PutRevision(string id, StoredRecord replaced) => putRevisions.Add((id, replaced));

    public void Delete(string id, Generation arrival) => deleted.Add(id);

    public void Compact() => Compactions++;

    public void Commit(Generation generation)
    {
        foreach (var (id, article) in put)
            Articles[id] = article;
        Revisions.AddRange(putRevisions);
        foreach (var id in deleted)
            Assert.True(Articles.Remove(id), $"{id} is deleted and was not there");
        Revisions.RemoveAll(revision => deleted.Contains(revision.Id));
        put.Clear();
        putRevisions.Clear();
        deleted.Clear();
        Commits++;
        Committed = generation;
    }

    public void Dispose()
    {
        put.Clear();
        IsDisposed = true;
    }

    private static StoredRecord RecordOf(PreparedArticle article) =>
        new(article.Incoming.Record, article.IndexedAt, article.State.Revision, article.State.Arrival);
}
