using NewsIndex.Generations;

namespace NewsIndex.Intake;

/// <summary>
/// Texts that were written since the last commit, which the store cannot be asked for yet. Their records lie in a temporary file, so that a
/// long time between commits costs no memory.
/// </summary>
internal sealed class PendingRecords : IDisposable
{
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly HashSet<TextVersion> replaced = [];
    private readonly FileStream file = new(
        Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);

    public int Count => places.Count;

    /// <summary>Adds the text that an article now has.</summary>
    /// <param name="before">Content key of the text that it replaces, pending or committed; null for a new article.</param>
    public void Add(IncomingArticle article, int revision, Generation arrival, ulong? before)
    {
        if (before is { } older)
            replaced.Add(new TextVersion(article.Id, older));
        file.Seek(0, SeekOrigin.End);
        places[article.Id] = new Place(article.Content, file.Position, article.Record.Length, revision, arrival);
        file.Write(article.Record);
    }

    /// <summary>The content key of an article; null when nothing was written of it since the last commit.</summary>
    public ulong? ContentOf(string id) => places.TryGetValue(id, out var place) ? place.Content : null;

    /// <summary>True for a text that was replaced since the last commit.</summary>
    public bool WasReplaced(TextVersion text) => replaced.Contains(text);

    /// <summary>The record of an article; null when nothing was written of it since the last commit.</summary>
    /// <param name="now">The time that the record is said to have been indexed at.</param>
    public StoredRecord? RecordOf(string id, DateTimeOffset now)
    {
        if (!places.TryGetValue(id, out var place))
            return null;
        var record = new byte[place.Length];
        file.Seek(place.Offset, SeekOrigin.Begin);
        file.ReadExactly(record);
        return new StoredRecord(record, now, place.Revision, place.Arrival);
    }

    /// <summary>Forgets everything, once it is committed.</summary>
    public void Clear()
    {
        places.Clear();
        replaced.Clear();
        file.SetLength(0);
    }

    public void Dispose() => file.Dispose();

    private readonly record struct Place(ulong Content, long Offset, int Length, int Revision, Generation Arrival);
}
