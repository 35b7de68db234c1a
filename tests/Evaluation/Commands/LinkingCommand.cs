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
        var gold = new Option<string[]>("--gold") { Description = "Texts with marked and linked names, a JSON object a line; several files count as one.", Required = true, AllowMultipleArgumentsPerToken = true };
        var recogniser = new Option<string>("--recogniser") { Description = "fast (default), balanced, accurate, or network (the network alone).", DefaultValueFactory = _ => "fast" };
        var misses = new Option<bool>("--misses") { Description = "Lists names that were put apart or together wrongly, and persons missed." };
        var command = new Command("linking", "Scores the resolution of names across documents.") { gold, recogniser, misses };
        command.SetAction(parsed => Run(parsed.GetValue(gold)!, parsed.GetValue(recogniser)!, parsed.GetValue(misses)));
        return command;
    }

    private static int Run(string[] gold, string recogniser, bool misses)
    {
        var texts = gold.SelectMany(LinkedText.Read).ToList();
        var resolver = new MentionResolver(AliasTable.Shipped, Institutions.Shipped);
        var resolved = texts.SelectMany(text => Resolve(resolver, text)).ToList();
        var persons = resolved.Where(mention => mention.Type == EntityType.Person).ToList();
        var score = new SpanScore();
        using var tagger = Taggers.Open(recogniser);
        var names = new NameRecogniser(tagger);
        foreach (var text in texts)
            CountPersons(text, names, resolver, score, misses);
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

    /// <summary>
    /// Persons as the index would have them: found in the raw text, and typed by what is known of their names. Titles are taken off both
    /// sides; a label inside of another ("General" of "General Trujillo") or without a capital ("soldiers") is no name and counts neither way.
    /// </summary>
    private static void CountPersons(LinkedText text, NameRecogniser recogniser, MentionResolver resolver, SpanScore score, bool misses)
    {
        bool IsEvaluated(int start, int end) => start >= text.Evaluated.Start && end <= text.Evaluated.End;
        var persons = text.Names.Where(name => LinkedText.TypeOf(name.Types) == EntityType.Person && IsEvaluated(name.Start, name.End)).ToLookup(name => IsName(text, name));
        var neither = persons[false].Select(name => WithoutTitle(text.Text, name.Start, name.End)).Concat(text.Unlinked.Select(name => WithoutTitle(text.Text, name.Start, name.End))).ToHashSet();
        var there = persons[true].Select(name => WithoutTitle(text.Text, name.Start, name.End)).ToHashSet();
        var mentions = recogniser.Recognise("", text.Text);
        var found = mentions.Zip(resolver.Resolve(mentions, []))
            .Where(each => each.Second.Type == EntityType.Person && IsEvaluated(each.First.Start, each.First.End))
            .Select(each => WithoutTitle(text.Text, each.First.Start, each.First.End))
            .Except(neither).ToHashSet();
        score.Count(there, found);
        foreach (var span in misses ? there.Except(found).Select(span => ("missed", span)).Concat(found.Except(there).Select(span => ("extra", span))) : [])
            Console.WriteLine($"person {span.Item1}: {text.Text[span.span.Start..span.span.End].ReplaceLineEndings(" ")}  in  {text.Text[Math.Max(0, span.span.Start - 30)..Math.Min(text.Text.Length, span.span.End + 20)].ReplaceLineEndings(" ")}");
    }

    private static bool IsName(LinkedText text, LinkedName name) =>
        text.Text.AsSpan(name.Start, name.End - name.Start).IndexOfAnyInRange('A', 'Z') >= 0
        && !text.Names.Any(other => other.Start <= name.Start && other.End >= name.End && other.End - other.Start > name.End - name.Start);

    /// <summary>Less the words in front that make no difference to who it is.</summary>
    private static TagSpan WithoutTitle(string text, int start, int end)
    {
        var key = NameKey.Of(text[start..end], EntityType.Person);
        while (text.IndexOf(' ', start, end - start) is var space and > 0 && NameKey.Of(text[(space + 1)..end], EntityType.Person) == key)
            start = space + 1;
        return new TagSpan(start, end, 0);
    }

    private static void PrintMisses(List<(EntityType? Type, string Truth, string Given, string Name)> mentions)
    {
        foreach (var truth in mentions.GroupBy(mention => mention.Truth).Where(group => group.Select(mention => mention.Given).Distinct().Count() > 1).OrderByDescending(group => group.Count()).Take(60))
            Console.WriteLine($"apart {truth.Key}: {string.Join("; ", truth.GroupBy(mention => (mention.Given, mention.Name)).OrderByDescending(group => group.Count()).Take(8).Select(group => $"{group.Key.Name} → {group.Key.Given} ×{group.Count()}"))}");
        foreach (var given in mentions.GroupBy(mention => mention.Given).Where(group => group.Select(mention => mention.Truth).Distinct().Count() > 1).OrderByDescending(group => group.Count()).Take(60))
            Console.WriteLine($"together {given.Key}: {string.Join("; ", given.GroupBy(mention => (mention.Truth, mention.Name)).OrderByDescending(group => group.Count()).Take(8).Select(group => $"{group.Key.Name} = {group.Key.Truth} ×{group.Count()}"))}");
    }
}
