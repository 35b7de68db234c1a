using Indexer.Ingest;
using Spectre.Console;

namespace Indexer.Commands;

/// <summary>Prints the outcome of a run by reader and reason, on standard error.</summary>
internal static class ReportTable
{
    private const int MostReasons = 12;
    private const int LogWidth = 160;

    public static void Print(IngestReport report, string directory)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected)
            console.Profile.Width = LogWidth;
        var table = new Table().Border(TableBorder.None).AddColumns(["reader", .. Counted.Select(column => column.Name)]);
        table.Columns[0].NoWrap();
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned().NoWrap();
        foreach (var (reader, counts) in report.Readers)
            table.AddRow([reader, .. Counted.Select(column => $"{column.Of(counts):N0}")]);
        if (report.Readers.Count > 0)
            console.Write(table);

        Reasons("rejected", report.Reasons);
        Reasons("passed over", report.PassedOverReasons);
        Reasons("noted", report.Notices);
        foreach (var (source, paragraphs) in report.Boilerplate.Take(MostReasons))
            Console.Error.WriteLine($"left out {paragraphs:N0} paragraphs as boilerplate ({(source.Length > 0 ? source : "no source")})");
        if (report.Deleted > 0)
            Console.Error.WriteLine(
                $"{report.Deleted:N0} articles were deleted from the index and stay so (--restore-deleted brings them back)");
        if (report.FilesSkipped > 0)
            Console.Error.WriteLine($"{report.FilesSkipped:N0} files have not changed and were not read again (--reread reads them)");
        if (report.Rejected > 0)
            Console.Error.WriteLine($"each rejected record, with file and offset, is in {Path.Combine(directory, RejectLog.FileName)}");
    }

    private static readonly (string Name, Func<ReaderCounts, long> Of)[] Counted =
    [
        ("read", counts => counts.Read), ("new", counts => counts.New), ("updated", counts => counts.Updated),
        ("unchanged", counts => counts.Unchanged),
        ("duplicate", counts => counts.Duplicates), ("deleted", counts => counts.Deleted), ("rejected", counts => counts.Rejected),
        ("passed over", counts => counts.PassedOver),
    ];

    private static void Reasons(string what, IEnumerable<(string Reader, string Reason, long Records)> reasons)
    {
        var all = reasons.ToList();
        foreach (var (reader, reason, records) in all.Take(MostReasons))
            Console.Error.WriteLine($"{what} {records:N0} ({reader}): {reason}");
        if (all.Count > MostReasons)
            Console.Error.WriteLine(
                $"{what} {all.Skip(MostReasons).Sum(each => each.Records):N0} for {all.Count - MostReasons} other reasons");
    }
}
