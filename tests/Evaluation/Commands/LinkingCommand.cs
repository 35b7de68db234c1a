using System.CommandLine;
using System.Globalization;
using Evaluation.Entities;
using NewsIndex.Articles;
using NewsIndex.Entities;
using Recognition;
using Recognition.Tagging;

namespace Evaluation.Commands;

/// <summary>
/// <c>linking --gold F.jsonl</c>: scores the linking of marked names to entities across documents, and the recognition of persons in raw
/// text.
/// </summary>
internal static class LinkingCommand
{
    private const int MaxGroups = 60;
    private const int MaxNames = 8;

    public static Command Create()
    {
        var gold = new Option<string[]>("--gold")
        {
            Description = "Texts with marked and linked names, a JSON object a line; several files count as one.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var recogniser = new Option<string>("--recogniser")
        {
            Description = "fast (default), balanced, accurate, or network (the network alone).",
            DefaultValueFactory = _ => "fast",
        };
        var misses = new Option<bool>("--misses")
        {
            Description = "Lists entities that were split or merged, and persons that were missed.",
        };
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

    private static IEnumerable<(EntityType? Type, string Truth, string Given, string Name)> Resolve(
        MentionResolver resolver, LinkedText text)
    {
        var typed = text.Names.Where(name => LinkedText.TypeOf(name.Types) is not null).OrderBy(name => name.Start).ToList();
        var references = resolver.Resolve(typed.ConvertAll(name =>
            new Mention(
                LinkedText.TypeOf(name.Types)!.Value, text.Text[name.Start..name.End], MentionZone.Body, name.Start, name.End)), []);
        foreach (var (name, reference) in typed.Zip(references))
            yield return (reference.Type, name.Id, reference.Id, text.Text[name.Start..name.End]);
        foreach (var name in text.Names.Except(typed))
            yield return (null, name.Id, "other:" + NameKey.Of(text.Text[name.Start..name.End], null), text.Text[name.Start..name.End]);
    }

    /// <summary>
    /// Scores persons as the index would have them: found in the raw text, with the type of the resolved entity. Titles are removed on both
    /// sides. Labels within others ("General" in "General Trujillo") or without a capital ("soldiers") count neither way.
    /// </summary>
    private static void CountPersons(LinkedText text, NameRecogniser recogniser, MentionResolver resolver, SpanScore score, bool misses)
    {
        bool IsEvaluated(int start, int end) => start >= text.Evaluated.Start && end <= text.Evaluated.End;
        TagSpan SpanOf(int start, int end) => WithoutTitle(text.Text, start, end);
        var persons = text.Names
            .Where(name => LinkedText.TypeOf(name.Types) == EntityType.Person && IsEvaluated(name.Start, name.End))
            .ToLookup(name => IsName(text, name), name => SpanOf(name.Start, name.End));
        var ignored = persons[false].Concat(text.Unlinked.Select(name => SpanOf(name.Start, name.End))).ToHashSet();
        var expected = persons[true].ToHashSet();
        var mentions = recogniser.Recognise("", text.Text);
        var found = mentions.Zip(resolver.Resolve(mentions, []))
            .Where(each => each.Second.Type == EntityType.Person && IsEvaluated(each.First.Start, each.First.End))
            .Select(each => SpanOf(each.First.Start, each.First.End))
            .Except(ignored).ToHashSet();
        score.Count(expected, found);
        if (!misses)
            return;
        foreach (var span in expected.Except(found))
            PrintPerson("missed", text.Text, span);
        foreach (var span in found.Except(expected))
            PrintPerson("extra", text.Text, span);
    }

    private static void PrintPerson(string verdict, string text, TagSpan span)
    {
        var name = text[span.Start..span.End].ReplaceLineEndings(" ");
        var context = text[Math.Max(0, span.Start - 30)..Math.Min(text.Length, span.End + 20)].ReplaceLineEndings(" ");
        Console.WriteLine($"person {verdict}: {name}  in  {context}");
    }

    private static bool IsName(LinkedText text, LinkedName name) =>
        text.Text.AsSpan(name.Start, name.End - name.Start).IndexOfAnyInRange('A', 'Z') >= 0
        && !text.Names.Any(other => other.Start <= name.Start && other.End >= name.End && other.End - other.Start > name.End - name.Start);

    /// <summary>Removes the words in front, such as titles, that do not change the key of the name.</summary>
    private static TagSpan WithoutTitle(string text, int start, int end)
    {
        var key = NameKey.Of(text[start..end], EntityType.Person);
        while (text.IndexOf(' ', start, end - start) is var space and > 0 && NameKey.Of(text[(space + 1)..end], EntityType.Person) == key)
            start = space + 1;
        return new TagSpan(start, end, 0);
    }

    private static void PrintMisses(List<(EntityType? Type, string Truth, string Given, string Name)> mentions)
    {
        PrintMixed("apart", "→", mentions.ConvertAll(mention => (mention.Truth, mention.Given, mention.Name)));
        PrintMixed("together", "=", mentions.ConvertAll(mention => (mention.Given, mention.Truth, mention.Name)));
    }

    /// <summary>Prints the largest groups of mentions with one key whose other keys differ.</summary>
    private static void PrintMixed(string verdict, string sign, List<(string Key, string Other, string Name)> mentions)
    {
        var mixed = mentions.GroupBy(mention => mention.Key).Where(group => group.Select(mention => mention.Other).Distinct().Count() > 1);
        foreach (var group in mixed.OrderByDescending(group => group.Count()).Take(MaxGroups))
        {
            var names = group.GroupBy(mention => (mention.Other, mention.Name)).OrderByDescending(each => each.Count()).Take(MaxNames);
            var shown = string.Join("; ", names.Select(each => $"{each.Key.Name} {sign} {each.Key.Other} ×{each.Count()}"));
            Console.WriteLine($"{verdict} {group.Key}: {shown}");
        }
    }
}
