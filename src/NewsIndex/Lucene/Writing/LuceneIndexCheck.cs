using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Storage;
using NewsIndex.Results;
using NewsIndex.SavedSnapshots;
using IOException = System.IO.IOException;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsIndex.Lucene.Writing;

/// <summary>Verifies every file and every article of an index.</summary>
internal static class LuceneIndexCheck
{
    /// <summary>Checks the newest commit, which stays as it is while a writer goes on.</summary>
    /// <param name="progress">Told after each segment and every few thousand articles.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IndexCheck Run(string path, Action<IndexCheckProgress> progress, CancellationToken cancellation)
    {
        if (!System.IO.Directory.Exists(path))
            return new IndexCheck(null, 0, [$"there is no folder {path}"]);
        using var held = TryHold(path);
        // Files that are missing or cannot be opened are what the check is to tell.
        using var directory = held is null ? IndexFiles.Open(path) : new HeldDirectory(held, cancellation);
        try
        {
            if (CommitData.ReadLatest(directory, path) is not { } generation)
                return new IndexCheck(null, 0, [$"{path} is not an index: it has no committed segments"]);
            var documents = new CheckedDocuments(progress, cancellation);
            var problems = CheckSegments(directory, documents);
            problems = problems.Count > 0 ? problems : CheckArticles(directory, path, documents);
            return new IndexCheck(generation, documents.Total / 2, problems);
        }
        catch (Exception e) when (e is IOException or IndexUnavailableException or ArgumentException or InvalidOperationException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new IndexCheck(null, 0, [e.Message]);
        }
    }

    private static HeldGeneration? TryHold(string path)
    {
        try
        {
            return CommitHolder.Hold(path, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or IndexUnavailableException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>One segment after the other, so that a check of a large index can be followed and stopped.</summary>
    private static List<string> CheckSegments(LuceneDirectory directory, CheckedDocuments documents)
    {
        var commit = new SegmentInfos();
        commit.Read(directory);
        documents.Total = 2L * commit.Segments.Sum(segment => segment.Info.DocCount);
        var (damaged, lost) = (0, 0L);
        foreach (var segment in commit.Segments)
        {
            var status = new CheckIndex(directory).DoCheckIndex([segment.Info.Name]);
            documents.ThrowIfStopped();
            if (status.MissingSegments || status.CantOpenSegments)
                return ["the last commit names segments that cannot be opened: index the archive again into an empty folder"];
            damaged += status.NumBadSegments;
            lost += status.TotLoseDocCount;
            documents.Add(segment.Info.DocCount);
        }

        return damaged == 0
            ? []
            :
            [
                $"{damaged} of {commit.Count} segments are damaged, with {lost} articles: index the archive again into an empty folder",
            ];
    }

    /// <summary>Verifies that each record has its content key, and that all records together give the generation of the commit.</summary>
    private static List<string> CheckArticles(LuceneDirectory directory, string path, CheckedDocuments documents)
    {
        var problems = new List<string>();
        using var reader = IndexFiles.OpenReader(directory);
        var generation = CommitData.Read(reader.IndexCommit.UserData, path);
        ulong fingerprint = 0;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves.Select(context => context.AtomicReader))
        {
            var content = leaf.GetNumericDocValues(IndexFields.ContentKey);
            var current = new CurrentArticles(leaf);
            for (var doc = 0; doc < leaf.MaxDoc; doc++)
            {
                documents.Add(1);
                if (!current.Get(doc))
                    continue;
                var record = StoredDocument.RecordOf(leaf, doc);
                var key = ContentKey.Of(record.Span);
                fingerprint = unchecked(fingerprint + key);
                var id = ArticleRecord.Read(record).Id;
                if (unchecked((ulong)content.Get(doc)) != key)
                    problems.Add($"article {id} does not hold the content that it was indexed with");
                if (!ids.Add(id))
                    problems.Add($"article {id} is in the index twice");
            }
        }

        if (fingerprint != generation.Fingerprint)
        {
            problems.Add(
                $"the articles give the fingerprint {fingerprint:x16}, and the commit says {generation}: "
                + "index the archive again into an empty folder");
        }

        if (!PassedGenerations.Contains(reader, generation))
            problems.Add($"no text of the index says that it made generation {generation}: index the archive again into an empty folder");
        return problems;
    }
}
