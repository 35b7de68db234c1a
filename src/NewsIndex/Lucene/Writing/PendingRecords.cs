using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Documents;

namespace NewsIndex.Lucene.Writing;

/// <summary>
/// Records that were written since the last commit, which the index cannot be asked for yet: in a temporary file, so that a long time
/// between commits costs no memory.
/// </summary>
internal sealed class PendingRecords : IDisposable
{
    private readonly Dictionary<string, (ulong Content, long Offset, int Length, int Revision, Generation Arrival)> places =
        new(StringComparer.Ordinal);
    private readonly HashSet<(string Id, ulong Content)> replaced = [];
    private readonly FileStream file = new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);

    public int Count => places.Count;

    /// <param name="before">The content that this one replaces, pending or committed; null for a new article.</param>
    public void Add(string id, ulong content, byte[] record, ArticlePlace place, ulong? before)
    {
        if (before is { } older)
            replaced.Add((id, older));
        file.Seek(0, SeekOrigin.End);
        places[id] = (content, file.Position, record.Length, place.Revision, place.Arrival);
        file.Write(record);
    }

    public ulong? ContentOf(string id) => places.TryGetValue(id, out var place) ? place.Content : null;

    public bool HadBefore(string id, ulong content) => replaced.Contains((id, content));

    /// <summary>Null when nothing was written of the article since the last commit.</summary>
    public StoredRecord? RecordOf(string id, DateTimeOffset now)
    {
        if (!places.TryGetValue(id, out var place))
            return null;
        var record = new byte[place.Length];
        file.Seek(place.Offset, SeekOrigin.Begin);
        file.ReadExactly(record);
        return new StoredRecord(record, now, place.Revision, place.Arrival);
    }

    public void Clear()
    {
        places.Clear();
        replaced.Clear();
        file.SetLength(0);
    }

    public void Dispose() => file.Dispose();
}
