using Google.Protobuf.WellKnownTypes;
using NewsIndex.Results;
using NewsIndex.SavedSnapshots;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes snapshots and checks of the index as messages.</summary>
internal static class AdminReplies
{
    /// <summary>Problems that are told; an index with more is lost anyway.</summary>
    private const int MaxProblems = 100;

    public static V1.Snapshot From(SavedSnapshot snapshot) => new()
    {
        Name = snapshot.Name,
        Generation = snapshot.Generation.ToString(),
        CreatedAt = Timestamp.FromDateTimeOffset(snapshot.CreatedAt),
        CommittedAt = Timestamp.FromDateTimeOffset(snapshot.CommittedAt),
        Bytes = snapshot.Bytes,
        Files = snapshot.Files.Count,
        Corrections = snapshot.Corrections,
        Pins = snapshot.Pins,
        By = snapshot.By,
        Note = snapshot.Note,
        FormatVersion = snapshot.Format,
        Identity = snapshot.IndexId,
    };

    public static V1.Snapshot From(ListedSnapshot listed) =>
        listed.Snapshot is { } snapshot ? From(snapshot) : new V1.Snapshot { Name = listed.Name, Problem = listed.Problem };

    public static V1.VerifyResponse From(IndexCheckProgress progress) =>
        new() { DocumentsDone = progress.Done, DocumentsTotal = progress.Total };

    public static V1.VerifyResponse From(IndexCheck check) => new()
    {
        DocumentsDone = check.Documents,
        DocumentsTotal = check.Documents,
        Done = true,
        Generation = check.Generation?.ToString() ?? "",
        Problems = { check.Problems.Take(MaxProblems) },
        ProblemCount = check.Problems.Count,
    };
}
