using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Evaluation.Entities;
using Recognition;
using Recognition.Tagging;

namespace Evaluation.Commands;

/// <summary><c>entities --gold F.conll…</c>: how well names are found in text that is already split into words.</summary>
internal static class EntitiesCommand
{
    private static readonly string[] TypeNames = ["PER", "ORG", "LOC"];

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var gold = new Option<string[]>("--gold")
        {
            Description = "Files of one token a line, the token first and its tag last.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var recogniser = new Option<string>("--recogniser")
        {
            Description = "fast (default), balanced, accurate, or network (the network alone).",
            DefaultValueFactory = _ => "fast",
        };
        recogniser.AcceptOnlyFromAmong("fast", "balanced", "accurate", "network");
        var model = new Option<string?>("--model") { Description = "Another model than the one that ships." };
        var predictions = new Option<string?>("--predictions")
        {
            Description = "Where to write token, true tag and given tag, a line each.",
        };
        var prose = new Option<bool>("--prose")
        {
            Description =
                "Leaves out documents that are tables: fewer than half of their sentences end in a full stop or have a word of four small "
                + "letters or more in every eight tokens.",
        };
        var command = new Command("entities", "Scores the recogniser on tagged text.") { gold, recogniser, model, predictions, prose };
        command.SetAction(
            parsed =>
                Run(
                    parsed.GetValue(gold)!, parsed.GetValue(recogniser)!, parsed.GetValue(model), parsed.GetValue(predictions),
                    parsed.GetValue(prose)));
        return command;
    }

    private static int Run(string[] gold, string recogniser, string? model, string? predictions, bool prose)
    {
        var documents = ConllFile.Read(gold);
        if (prose)
            documents.RemoveAll(IsTable);
        using var tagger = Taggers.Open(recogniser, model);
        // The rate is the program's and not its start's: first for two seconds unmeasured, then for at least one.
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < WarmUp)
            TagAll(tagger, documents.Take(20).ToList());
        clock.Restart();
        var tagged = TagAll(tagger, documents);
        var times = 1;
        for (; clock.Elapsed < Measured; times++)
            TagAll(tagger, documents);
        var seconds = clock.Elapsed.TotalSeconds / times;

        var score = new SpanScore();
        foreach (var (document, tags) in documents.Zip(tagged))
        {
            foreach (var (sentence, given) in document.Sentences.Zip(tags))
                score.Count(sentence.Names, [.. TagScheme.Decode(given)]);
        }

        if (predictions is not null)
            Write(predictions, documents, tagged);
        var tokens = documents.Sum(document => document.Sentences.Sum(sentence => sentence.Words.Length));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tokens={tokens} {score} tokens_per_second={tokens / seconds:F0}"));
        return 0;
    }

    private static List<byte[][]> TagAll(ITagger tagger, List<TaggedDocument> documents) =>
        documents.ConvertAll(document => tagger.Tag([.. document.Sentences.Select(sentence => sentence.Words)]));

    /// <summary>Sports results and prices: their conventions are those of tables.</summary>
    private static bool IsTable(TaggedDocument document)
    {
        var prose = document.Sentences.Count(sentence =>
            sentence.Words[^1] is "." or "\"" or "?"
                && sentence.Words.Count(word => word.Length > 1 && word.All(char.IsLower)) * 2 >= sentence.Words.Length);
        return prose * 2 < document.Sentences.Length;
    }

    private static void Write(string path, List<TaggedDocument> documents, List<byte[][]> tagged)
    {
        using var writer = new StreamWriter(path);
        foreach (var (document, tags) in documents.Zip(tagged))
        {
            writer.WriteLine("-DOCSTART- O O\n");
            foreach (var (sentence, given) in document.Sentences.Zip(tags))
            {
                var truth = Bio(sentence.Words.Length, sentence.Names);
                var found = Bio(sentence.Words.Length, TagScheme.Decode(given));
                for (var i = 0; i < truth.Length; i++)
                    writer.WriteLine($"{sentence.Words[i]} {truth[i]} {found[i]}");
                writer.WriteLine();
            }
        }
    }

    private static string[] Bio(int length, IEnumerable<TagSpan> spans)
    {
        var tags = Enumerable.Repeat("O", length).ToArray();
        foreach (var span in spans)
        {
            for (var i = span.Start; i < span.End; i++)
                tags[i] = (i == span.Start ? "B-" : "I-") + TypeNames[span.Type];
        }

        return tags;
    }
}
