using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;

namespace NewsSearch.Tests.Contract;

/// <summary>Every call that takes a query takes the same fields, but for those that docs/contract.md excuses.</summary>
public sealed partial class QueryCallTests
{
    private static readonly string[] Fields =
    [
        "query", "published", "entities", "sources", "default_operator", "syntax", "forgiving", "time_zone", "duplicates", "since",
        "generation", "order_by", "recency", "feedback",
    ];

    private static readonly FileDescriptor[] Files =
    [
        V1.AdminServiceReflection.Descriptor, V1.AlertServiceReflection.Descriptor, V1.ArticleServiceReflection.Descriptor,
        V1.EntityServiceReflection.Descriptor, V1.IndexServiceReflection.Descriptor, V1.IngestServiceReflection.Descriptor,
        V1.SearchServiceReflection.Descriptor,
    ];

    internal static IEnumerable<MethodDescriptor> Calls => Files.SelectMany(file => file.Services).SelectMany(service => service.Methods);

    /// <summary>A field that is neither taken nor excused, or both, is printed.</summary>
    [Fact]
    public void What_a_query_call_does_not_take_has_a_reason()
    {
        var missing = Calls.Where(TakesQuery).SelectMany(call =>
            Fields.Where(field => call.InputType.FindFieldByName(field) is null).Select(field => $"{call.Name}.{field}"));
        Assert.Equal(missing.Order(StringComparer.Ordinal), Excused().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_field_has_one_type_and_the_search_has_them_all() => Assert.All(Fields, field =>
    {
        var usual = V1.SearchRequest.Descriptor.FindFieldByName(field);
        Assert.All(
            Calls.Select(call => call.InputType.FindFieldByName(field)).OfType<FieldDescriptor>().Where(each => TakesQuery(each)),
            each => Assert.Equal((usual.FieldType, usual.IsRepeated), (each.FieldType, each.IsRepeated)));
    });

    [Fact]
    public void Calls_that_take_a_whole_search_are_those_of_the_text() => Assert.Equal(
        ["BatchSearch", "ExplainArticle", "FindMatches"], Calls.Where(TakesSearch).Select(call => call.Name).Order());

    /// <summary>Completions of a half-typed text are no answer to it.</summary>
    [Fact]
    public void Every_call_that_takes_a_query_has_a_place_for_notices() => Assert.Equal(
        ["Suggest"],
        Calls.Where(call => TakesQuery(call) || TakesSearch(call)).Where(call => !HasNotices(call.OutputType)).Select(call => call.Name));

    /// <summary>A batch has a response for each search, two messages deep.</summary>
    private static bool HasNotices(MessageDescriptor message, int depth = 2) =>
        message.FindFieldByName("notices") is { IsRepeated: true, FieldType: FieldType.String }
        || (depth > 0 && message.Fields.InDeclarationOrder().Any(
            field => field.FieldType == FieldType.Message && !field.IsMap && HasNotices(field.MessageType, depth - 1)));

    /// <summary>Calls that take a whole search take all of its fields.</summary>
    private static bool TakesQuery(MethodDescriptor call) =>
        call.Name == "Suggest" || call.InputType.FindFieldByName("query") is not null;

    private static bool TakesQuery(FieldDescriptor field) => field.ContainingType.FindFieldByName("query") is not null;

    private static bool TakesSearch(MethodDescriptor call) => call.InputType.Fields.InDeclarationOrder().Any(
        field => field.FieldType == FieldType.Message && field.MessageType == V1.SearchRequest.Descriptor);

    private static IEnumerable<string> Excused() =>
        File.ReadLines(Path.Combine(Repository.Root, "docs", "contract.md")).Select(line => Row().Match(line))
            .Where(row => row.Success && Fields.Contains(Name().Match(row.Groups["fields"].Value).Groups[1].Value))
            .SelectMany(row => Name().Matches(row.Groups["fields"].Value).Select(name => $"{row.Groups["call"]}.{name.Groups[1]}"));

    [GeneratedRegex(@"^\| `(?<call>\w+)` \| (?<fields>`[^|]+) \| [^|]+ \|$")]
    private static partial Regex Row();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Name();
}
