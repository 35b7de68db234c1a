using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Storage;
using IOException = System.IO.IOException;

namespace NewsIndex.Lucene.Writing;

/// <summary>Verifies every file and every article of an index.</summary>
internal static class LuceneIndexCheck
{
    /// <returns>Problems found, one sentence each.</returns>
    public static IReadOnlyList<string> Run(string path)
    {
        if (!System.IO.Directory.Exists(path))
            return [$"there is no folder {path}"];
        using var directory = IndexFiles.Open(path);
        try
        {
            if (CommitData.ReadLatest(directory, path) is null)
                return [$"{path} is not an index: it has no committed segments"];
            var problems = CheckSegments(directory);
            return problems.Count > 0 ? problems : CheckArticles(directory, path);
        }
        catch (Exception e) when (e is IOException or IndexUnavailableException or ArgumentException or InvalidOperationException)
        {
            return [e.Message];
        }
    }

    private static List<string> CheckSegments(global::Lucene.Net.Store.Directory directory)
    {
        var status = new CheckIndex(directory).DoCheckIndex();
        if (status.Clean)
            return [];
        if (status.MissingSegments || status.CantOpenSegments)
            return ["the last commit names segments that cannot be opened: index the archive again into an empty folder"];
        return
        [
            $"{status.NumBadSegments} of {status.NumSegments} segments are damaged, with {status.TotLoseDocCount} articles: "
            + "index the archive again into an empty folder",
        ];
    }

    /// <summary>Verifies that each record has its content key, and that all records together give the generation of the commit.</summary>
    private static List<string> CheckArticles(global::Lucene.Net.Store.Directory directory, string path)
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
