using System.CommandLine;
using NewsSearch.V1;

namespace SearchCli.Commands;

/// <summary>The query and the filters of every verb that searches.</summary>
internal sealed class SearchArguments
{
    private const string QueryName = "QUERY";

    private readonly Argument<string[]> query =
        new(QueryName) { Description = "Words, phrases and fields: see docs/query-language.md.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> from = Text("--from", "D", "The first date: 1987, 1987-10 or 1987-10-19.");
    private readonly Option<string> to = Text("--to", "D", "The last date, the whole of it included.");
    private readonly Option<bool> undated = new("--undated") { Description = "Articles of unknown date too." };
    private readonly Option<string[]> person = Names("--person", "Only articles that mention this person, by any name.");
    private readonly Option<string[]> organisation = Names("--org", "Only articles that mention this organisation.");
    private readonly Option<string[]> place = Names("--place", "Only articles that mention this place.");
    private readonly Option<string[]> source = Names("--source", "Only articles of this source; given twice: of either.");
    private readonly Option<string> sort = new("--sort")
    {
        Description = "relevance, newest, oldest, or arrived: the order of indexing.",
        DefaultValueFactory = _ => "relevance",
    };

    private readonly Option<bool> collapse = new("--collapse") { Description = "One article of each text: near-duplicates are left out." };
    private readonly Option<string> syntax = new("--syntax")
    {
        Description = "newssearch, or lucene for queries written for Lucene, Solr or Elasticsearch.",
        DefaultValueFactory = _ => "newssearch",
    };

    private readonly Option<bool> forgiving = new("--forgiving") { Description = "Repair or skip what cannot be parsed, with a notice." };
    private readonly Option<string> timeZone =
        Text("--time-zone", "ZONE", "Time zone of relative dates, such as Europe/Paris; UTC by default.");
    private readonly Option<string> since = Text("--since", "G", "Only articles indexed after this generation of an earlier reply.");
    private readonly Option<string> generation = Text("--generation", "G", "Answer from this generation of an earlier reply.");

    private SearchArguments()
    {
        sort.AcceptOnlyFromAmong("relevance", "newest", "oldest", "arrived");
        syntax.AcceptOnlyFromAmong("newssearch", "lucene");
    }

    /// <summary>Adds the query and the options that apply to a verb.</summary>
    /// <param name="hasOrder">False for a verb that counts or has an order of its own: omits <c>--sort</c>.</param>
    /// <param name="ofOneState">False for a verb that reads several generations: omits <c>--since</c> and <c>--generation</c>.</param>
    public static SearchArguments AddTo(Command command, bool hasOrder = true, bool ofOneState = true)
    {
        var arguments = new SearchArguments();
        command.Add(arguments.query);
        Option[] options =
        [
            arguments.from, arguments.to, arguments.undated, arguments.person, arguments.organisation, arguments.place, arguments.source,
            arguments.collapse, arguments.syntax, arguments.forgiving, arguments.timeZone,
        ];
        if (hasOrder)
            options = [.. options, arguments.sort];
        if (ofOneState)
            options = [.. options, arguments.since, arguments.generation];
        foreach (var option in options)
            command.Add(option);
        return arguments;
    }

    /// <summary>Returns the query as typed for any verb; empty if the verb has none.</summary>
    public static string QueryOf(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments.OfType<Argument<string[]>>()
            .FirstOrDefault(argument => argument.Name == QueryName) is { } query ? string.Join(' ', parsed.GetValue(query)!) : "";

    /// <summary>Returns the request; fields that were not given keep their defaults.</summary>
    public SearchRequest ToRequest(ParseResult parsed)
    {
        var request = new SearchRequest
        {
            Query = string.Join(' ', parsed.GetValue(query)!),
            Entities =
            {
                parsed.GetValue(person)!.Select(name => new EntityFilter { Name = name, Type = EntityType.Person }),
                parsed.GetValue(organisation)!.Select(name => new EntityFilter { Name = name, Type = EntityType.Organization }),
                parsed.GetValue(place)!.Select(name => new EntityFilter { Name = name, Type = EntityType.Place }),
            },
            Sources = { parsed.GetValue(source)! },
            OrderBy = parsed.GetValue(sort) ?? "",
            Duplicates = parsed.GetValue(collapse) ? Duplicates.Collapse : Duplicates.Show,
            Syntax = parsed.GetValue(syntax) == "lucene" ? SearchRequest.Types.Syntax.Lucene : SearchRequest.Types.Syntax.Newssearch,
            Forgiving = parsed.GetValue(forgiving),
            TimeZone = parsed.GetValue(timeZone)!,
            Since = parsed.GetValue(since) ?? "",
            Generation = parsed.GetValue(generation) ?? "",
        };
        if (parsed.GetValue(from)!.Length + parsed.GetValue(to)!.Length > 0)
        {
            request.Published = new DateRange
            {
                From = parsed.GetValue(from)!,
                To = parsed.GetValue(to)!,
                Undated = parsed.GetValue(undated) ? DateRange.Types.Undated.Include : DateRange.Types.Undated.Exclude,
            };
        }

        return request;
    }

    private static Option<string> Text(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => "" };

    private static Option<string[]> Names(string name, string description) =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => [] };
}
