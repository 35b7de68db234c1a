using Indexer.Records;
using NewsIndex.Engines;

namespace Indexer.Ingest;

/// <summary>Counts of one file, with the reader that read most of it.</summary>
internal sealed class FileTally
{
    public string Reader { get; set; } = Reading.NoReader;

    public long Articles { get; set; }

    public long Duplicates { get; set; }

    public long Deleted { get; set; }

    public long Rejected { get; set; }

    public long PassedOver { get; set; }

    public void Count(Reading reading, WriteOutcome? outcome)
    {
        Reader = reading.Reader;
        switch (reading)
        {
            case Reading.Read when outcome == WriteOutcome.Duplicate:
                Duplicates++;
                break;
            case Reading.Read when outcome == WriteOutcome.Deleted:
                Deleted++;
                break;
            case Reading.Read:
                Articles++;
                break;
            case Reading.Rejected:
                Rejected++;
                break;
            default:
                PassedOver++;
                break;
        }
    }
}
