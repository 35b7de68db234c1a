using System.Diagnostics;
using NewsIndex.Engines;

namespace Indexer.Ingest;

/// <summary>Outcome of the records of one reader.</summary>
internal sealed class ReaderCounts
{
    public long New { get; private set; }

    public long Updated { get; private set; }

    public long Unchanged { get; private set; }

    public long Duplicates { get; private set; }

    /// <summary>Left out, because they were deleted from the index.</summary>
    public long Deleted { get; private set; }

    public long Rejected { get; set; }

    public long PassedOver { get; set; }

    public long Read => New + Updated + Unchanged + Duplicates + Deleted + Rejected;

    public void Count(WriteOutcome outcome, long articles = 1)
    {
        switch (outcome)
        {
            case WriteOutcome.New:
                New += articles;
                break;
            case WriteOutcome.Updated:
                Updated += articles;
                break;
            case WriteOutcome.Unchanged:
                Unchanged += articles;
                break;
            case WriteOutcome.Duplicate:
                Duplicates += articles;
                break;
            case WriteOutcome.Deleted:
                Deleted += articles;
                break;
            default:
                throw new UnreachableException($"{outcome} has no count.");
        }
    }
}
