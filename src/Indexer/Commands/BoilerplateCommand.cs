using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Indexer.Archives;
using Indexer.Boilerplate;
using Indexer.Fields;
using Indexer.Records;

namespace Indexer.Commands;

/// <summary>
/// <c>boilerplate PATH…</c>: lists paragraphs that the articles of each source share, for review and for use by <c>index</c>.
/// </summary>
internal static class BoilerplateCommand
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files and folders to read, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--output") { Description = "The file to write; standard output by default.", HelpName = "FILE" };
        var source = new Option<string?>("--source") { Description = "The source of articles that have none.", HelpName = "NAME" };
        var least = new Option<int>("--least")
        {
            Description = "Articles of different headlines that have to share a paragraph; 2 to 1,000, 10 by default.",
            HelpName = "N",
            DefaultValueFactory = _ => 10,
        };
        var share = new Option<double>("--share")
        {
            Description = "Part of a source's articles that has to have it; 0 to 1, 0.01 by default.",
            HelpName = "PART",
            DefaultValueFactory = _ => 0.01,
        };
        least.MustBe(articles => articles is >= 2 and <= 1000, "2 to 1,000");
        share.MustBe(part => part is >= 0 and <= 1, "0 to 1");
        var mapping = MappingOption.Create();
        var command = new Command(
            "boilerplate",
            "Lists the paragraphs that many articles of one source share, a JSON object a line, for index "
            + "--boilerplate.") { paths, output, source, least, share, mapping };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(paths)!, parsed.GetValue(output), parsed.GetValue(source),
            new BoilerplateCounter(parsed.GetValue(least), parsed.GetValue(share)), MappingOption.Read(parsed.GetValue(mapping)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, string? output, string? source, BoilerplateCounter counter, FieldMapping mapping, CancellationToken cancellation)
    {
        if (ArchiveFiles.FirstMissing(paths) is { } missing)
        {
            await Console.Error.WriteLineAsync($"there is no file or folder {missing}: nothing was read");
            return ExitCode.NothingDone;
        }

        long read = 0, rejected = 0;
        foreach (var reading in ArchiveFiles.Walk(paths).SelectMany(new ArchiveFile(new ArchiveReaders(mapping)).Read))
        {
            cancellation.ThrowIfCancellationRequested();
            if (reading is Reading.Read { Article: var article })
            {
                read++;
                counter.Add(article with { Source = article.Source ?? source });
            }

            rejected += reading is Reading.Rejected ? 1 : 0;
        }

        var shared = counter.Shared();
        if (read > 0)
            await WriteAsync(shared.Select(paragraph => JsonSerializer.Serialize(paragraph, Format)), output);

        await Console.Error.WriteLineAsync(
            $"{shared.Count:N0} paragraphs are shared, in {shared.Select(paragraph => paragraph.Source).Distinct().Count():N0} sources; "
            + $"{read:N0} articles read, {rejected:N0} records rejected (index says why)");
        return read == 0 ? ExitCode.NothingDone : ExitCode.Done;
    }

    private static async Task WriteAsync(IEnumerable<string> lines, string? output)
    {
        await using var file = output is null ? null : OutputFile.Create(output);
        await using (var text = file is null ? null : new StreamWriter(file.Stream, leaveOpen: true))
        {
            foreach (var line in lines)
                await (text ?? Console.Out).WriteLineAsync(line);
        }

        if (file is not null)
            await file.CompleteAsync();
    }
}
