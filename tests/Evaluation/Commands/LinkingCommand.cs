using System.CommandLine;
using System.Globalization;
using Evaluation.Entities;
using NewsIndex.Articles;
using NewsIndex.Entities;
using Recognition;
using Recognition.Tagging;

namespace Evaluation.Commands;

/// <summary><c>linking --gold F.jsonl</c>: whether names of one entity are put together across documents, and persons are found in raw text.</summary>
internal static class LinkingCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "Texts with marked and linked names, a JSON object a line.", Required = true };
        var recogniser = new Option<string>("--recogniser") { Description = "fast (default) or accurate.", DefaultValueFactory = _ => "fast" };
        var misses = new Option<bool>("--misses") { Description = "Lists names that were put apart or together wrongly, and persons missed." };
        var command = new Command("linking", "Scores the resolution of names across documents.") { gold, recogniser, misses };
        command.SetAction(parsed => Run(parsed.GetValue(gold)!, parsed.GetValue(recogniser)!, parsed.GetValue(misses)));
        return command;
    }

    private static int Run(string gold, string recogniser, bool misses)
    {
        var texts = LinkedText.Read(gold).ToList();
        var resolver = new MentionResolver(AliasTable.Shipped);
        var resolved = texts.SelectMany(text => Resolve(resolver, text)).ToList();
        var persons = resolved.Where(mention => mention.Type == EntityType.Person).ToList();
        var score = new SpanScore();
        using var tagger = Taggers.Open(recogniser);
        var names = new NameRecogniser(tagger);
        foreach (var text in texts)
            CountPersons(text, names, score, misses);
        if (misses)
            PrintMisses(resolved);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"documents={texts.Count} mentions={resolved.Count} B3={F1(resolved):F2} B3_persons={F1(persons):F2} NER_PER={score.F1(0)}"));
        return 0;
    }

    private static double F1(List<(EntityType? Type, string Truth, string Given, string Name)> mentions) =>
        100 * BCubed.F1(mentions.ConvertAll(mention => (mention.Truth, mention.Given)));

    private static IEnumerable<(EntityType? Type, string Truth, string Given, string Name)> Resolve(MentionResolver resolver, LinkedText text)
    {
        var typed = text.Names.Where(name => LinkedText.TypeOf(name.Types) is not null).OrderBy(name => name.Start).ToList();
        var references = resolver.Resolve(typed.ConvertAll(name =>
            new Mention(LinkedText.TypeOf(name.Types)!.Value, text.Text[name.Start..name.End], MentionZone.Body, name.Start, name.End)), []);
        foreach (var (name, reference) in typed.Zip(references))
            yield return (reference.Type, name.Id, reference.Id, text.Text[name.Start..name.End]);
        foreach (var name in text.Names.Except(typed))
            yield return (null, name.Id, "other:" + NameKey.Of(text.Text[name.Start..name.End], null), text.Text[name.Start..name.End]);
    }

    private static void CountPersons(LinkedText text, NameRecogniser recogniser, SpanScore score, bool misses)
    {
        bool IsEvaluated(int start, int end) => start >= text.Evaluated.Start && end <= text.Evaluated.End;
        var there = text.Names.Where(name => LinkedText.TypeOf(name.Types) == EntityType.Person && IsEvaluated(name.Start, name.End))
            .Select(name => new TagSpan(name.Start, name.End, 0)).ToHashSet();
        var found = recogniser.Recognise("", text.Text).Where(mention => mention.Type == EntityType.Person && IsEvaluated(mention.Start, mention.End) && !text.Unlinked.Contains((mention.Start, mention.End)))
            .Select(mention => new TagSpan(mention.Start, mention.End, 0)).ToHashSet();
        score.Count(there, found);
        foreach (var span in misses ? there.Except(found).Select(span => ("missed", span)).Concat(found.Except(there).Select(span => ("extra", span))) : [])
            Console.WriteLine($"person {span.Item1}: {text.Text[span.span.Start..span.span.End].ReplaceLineEndings(" ")}  in  {text.Text[Math.Max(0, span.span.Start - 30)..Math.Min(text.Text.Length, span.span.End + 20)].ReplaceLineEndings(" ")}");
    }

    private static void PrintMisses(List<(EntityType? Type, string Truth, string Given, string Name)> mentions)
    {
        foreach (var truth in mentions.GroupBy(mention => mention.Truth).Where(group => group.Select(mention => mention.Given).Distinct().Count() > 1).OrderByDescending(group => group.Count()).Take(60))
            Console.WriteLine($"apart {truth.Key}: {string.Join("; ", truth.GroupBy(mention => (mention.Given, mention.Name)).OrderByDescending(group => group.Count()).Take(8).Select(group => $"{group.Key.Name} → {group.Key.Given} ×{group.Count()}"))}");
        foreach (var given in mentions.GroupBy(mention => mention.Given).Where(group => group.Select(mention => mention.Truth).Distinct().Count() > 1).OrderByDescending(group => group.Count()).Take(60))
            Console.WriteLine($"together {given.Key}: {string.Join("; ", given.GroupBy(mention => (mention.Truth, mention.Name)).OrderByDescending(group => group.Count()).Take(8).Select(group => $"{group.Key.Name} = {group.Key.Truth} ×{group.Count()}"))}");
    }
}
