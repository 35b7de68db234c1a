using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Enrichment;
using Enrichment.Languages;
using Indexer.Archives;
using Indexer.Boilerplate;
using Indexer.Fields;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Commands;

/// <summary><c>extract PATH…</c>: the same reading without an index, one article record a line.</summary>
internal static class ExtractCommand
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int MostRemarks = 20;

    private static readonly ArticleDefaults Defaults = new(null, null);
    private static readonly LanguageFinder Languages = new();

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files and folders to read, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--output") { Description = "The file to write; standard output by default.", HelpName = "FILE" };
        var mapping = MappingOption.Create();
        var boilerplate = BoilerplateOption.Create();
        var command =
            new Command("extract", "Prints what the indexer reads, one article record a line.") { paths, output, mapping, boilerplate };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetValue(paths)!, parsed.GetValue(output), MappingOption.Read(parsed.GetValue(mapping)),
                    BoilerplateOption.Read(parsed.GetValue(boilerplate)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, string? output, FieldMapping mapping, SourceBoilerplate boilerplate, CancellationToken cancellation)
    {
        if (ArchiveFiles.FirstMissing(paths) is { } missing)
        {
            await Console.Error.WriteLineAsync($"there is no file or folder {missing}: nothing was read");
            return ExitCode.NothingDone;
        }

        long read = 0, rejected = 0;
        var remarks = new Dictionary<(string Kind, string Reader, string Reason), long>();
        await using var file = output is null ? null : OutputFile.Create(output);
        await using var buffered = new BufferedStream(file?.Stream ?? Console.OpenStandardOutput(), 64 * 1024);
        var archive = new ArchiveFile(new ArchiveReaders(mapping));
        foreach (var reading in ArchiveFiles.Walk(paths).SelectMany(archive.Read))
        {
            cancellation.ThrowIfCancellationRequested();
            if (reading is Reading.Rejected reject)
            {
                rejected++;
                await Console.Error.WriteLineAsync($"{reject.Path} at {reject.Offset} ({reject.Reader}): {reject.Reason}");
            }
            else if (reading is Reading.Read article)
            {
                read++;
                Write(buffered, article, boilerplate);
            }

            if (Remark(reading) is { } remark)
                remarks[remark] = remarks.GetValueOrDefault(remark) + 1;
        }

        await buffered.FlushAsync(cancellation);
        var exit = read == 0 && rejected > 0 ? ExitCode.NothingDone : ExitCode.Done;
        if (file is not null && exit == ExitCode.Done)
            await file.CompleteAsync();
        foreach (var (remark, records) in remarks.OrderByDescending(pair => pair.Value).Take(MostRemarks))
            await Console.Error.WriteLineAsync($"{remark.Kind} {records:N0} ({remark.Reader}): {remark.Reason}");

        return exit;
    }

    /// <summary>Text about a record on standard error, as in the report of <c>index</c>; null if there is none.</summary>
    private static (string Kind, string Reader, string Reason)? Remark(Reading reading) => reading switch
    {
        Reading.Read { Notice: { } notice } => ("noted", reading.Reader, notice),
        Reading.PassedOver other => ("passed over", reading.Reader, other.Reason),
        _ => null,
    };

    private static void Write(Stream output, Reading.Read read, SourceBoilerplate boilerplate)
    {
        using (var json = new Utf8JsonWriter(output, WriterOptions))
        {
            json.WriteStartObject();
            ArticleRecord.WriteFields(
                json, boilerplate.Without(Defaults.Complete(Languages.Complete([(read.Path.Split('!', 2)[0], read.Article)])[0])).Article);
            json.WriteStartObject("origin");
            json.WriteString("path", read.Path);
            json.WriteNumber("offset", read.Offset);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
