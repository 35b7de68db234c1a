using System.Diagnostics;
using System.Globalization;
using Indexer.Archives;
using Indexer.Records;

namespace Evaluation.Formats;

/// <summary>Damages files at random and reads them: an exception, a file that takes over two seconds, or a hang is a finding.</summary>
/// <param name="files">Contents of the files to damage; at least one.</param>
/// <param name="findings">Folder where files with findings are kept, by the number of their damage; null to keep none.</param>
internal sealed class FuzzRun(IReadOnlyList<byte[]> files, string? findings)
{
    /// <summary>Files after which growth of memory is counted: code is compiled and tables are read by then.</summary>
    private const int WarmInputs = 2000;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    private readonly ArchiveFile archive = new(new ArchiveReaders());
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private volatile DamagedFile? current;
    private long inputs;
    private long readings;
    private long exceptions;
    private long slow;
    private long before = GC.GetTotalMemory(forceFullCollection: true);
    private TimeSpan slowest;

    public bool HasFindings => exceptions + slow > 0;

    /// <summary>Reads damaged files until a time is over. A hang ends the process with exit code 1.</summary>
    /// <param name="seed">The first number of damage; each file has the next.</param>
    public void Run(TimeSpan time, int seed)
    {
        using var watchdog = new Timer(_ => EndIfHanging(), null, Hang, Hang);
        for (; watch.Elapsed < time; inputs++, seed++)
        {
            if (inputs == WarmInputs)
                before = GC.GetTotalMemory(forceFullCollection: true);
            Read(seed);
        }

        current = null;
    }

    /// <summary>What was read and found, on one line.</summary>
    public string Summary()
    {
        var growth = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"inputs={inputs} readings={readings} exceptions={exceptions} slow={slow} slowest={slowest.TotalSeconds:F2}s "
            + $"growth={growth:F1}MB peak={Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0}MB "
            + $"seconds={watch.Elapsed.TotalSeconds:F0}");
    }

    private void Read(int seed)
    {
        var chance = new Random(seed);
        var damaged = new DamagedFile(seed, watch.Elapsed, Mutation.Of(files[chance.Next(files.Count)], files, chance));
        current = damaged;
        var exception = ExceptionIn(damaged.Bytes);
        var took = watch.Elapsed - damaged.Begun;
        slowest = took > slowest ? took : slowest;
        if (took > Slow)
            slow++;
        else if (exception is not null)
            exceptions++;
        if (took > Slow || exception is not null)
            Report(damaged, took > Slow ? $"{took.TotalSeconds:F1} s" : exception!);
    }

    /// <summary>The last reading that was rejected by an exception; null when there is none.</summary>
    private string? ExceptionIn(byte[] damaged)
    {
        string? found = null;
        foreach (var reading in archive.Read("damaged", new MemoryStream(damaged)))
        {
            readings++;
            if (reading is Reading.Rejected rejected && rejected.Reason.Contains("Exception:", StringComparison.Ordinal))
                found = $"{rejected.Reader}: {rejected.Reason}";
        }

        return found;
    }

    private void EndIfHanging()
    {
        if (current is not { } file || watch.Elapsed - file.Begun < Hang)
            return;
        Report(file, $"hangs, {file.Bytes.Length} bytes");
        Environment.Exit(1);
    }

    private void Report(DamagedFile file, string finding)
    {
        Console.Error.WriteLine($"seed {file.Seed}: {finding}");
        if (findings is not null)
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(findings).FullName, $"{file.Seed}.bin"), file.Bytes);
    }

    /// <param name="Begun">When its reading began.</param>
    private sealed record DamagedFile(int Seed, TimeSpan Begun, byte[] Bytes);
}
