using Google.Protobuf.Reflection;

namespace NewsSearch.Tests.Contract;

/// <summary>Every list that can be longer than one response has pages, by fields of one name and type.</summary>
public sealed class ListedPagesTests
{
    /// <summary>Calls with a list that has no pages, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["Suggest"] = "completions are for the next key press; another letter narrows them",
        ["Aggregate"] = "counts: a facet says how many values there are, a timeline refuses too many periods",
        ["BatchSearch"] = "one result for each search of the request, which have pages of their own",
        ["BatchIngestArticles"] = "one outcome for each article of the request",
        ["DeleteArticles"] = "one outcome for each id of the request",
        ["ParseQuery"] = "parts of one query, whose length is limited",
        ["ExplainArticle"] = "parts of one query, whose length is limited",
        ["FindMatches"] = "one whole text, whose length is limited, with its matches",
        ["CreateAlert"] = "one resource",
        ["GetAlert"] = "one resource",
        ["GetArticle"] = "one resource",
        ["GetEntity"] = "at most 100 names",
        ["GetIndexInfo"] = "one entry for each source and language of the index",
    };

    private static readonly FileDescriptorSet Set = V1.Contract.ReadDescriptors();

    private static readonly Dictionary<string, DescriptorProto> Messages = Set.File.SelectMany(
        file => file.MessageType.Select(message => ($".{file.Package}.{message.Name}", message))).ToDictionary();

    /// <summary>A stream is read on as long as the caller likes, and says itself where it stopped.</summary>
    private static IEnumerable<MethodDescriptorProto> Lists => Set.File.Where(file => file.Package == "newssearch.v1")
        .SelectMany(file => file.Service).SelectMany(service => service.Method)
        .Where(call => !call.ServerStreaming && Messages[call.OutputType].Field.Any(IsRepeated));

    [Fact]
    public void Every_list_has_pages_or_a_reason_to_have_none() =>
        Assert.Equal(Exceptions.Keys.Order(), Lists.Where(call => !HasPages(call)).Select(call => call.Name).Order());

    /// <summary>Half of the fields would be worse than none.</summary>
    [Fact]
    public void Whatever_has_one_of_the_fields_of_pages_has_all() => Assert.All(
        Set.File.Where(file => file.Package == "newssearch.v1").SelectMany(file => file.Service).SelectMany(service => service.Method),
        call => Assert.Contains(FieldsOfPages(call).Count(), (int[])[0, 3]));

    private static bool HasPages(MethodDescriptorProto call) => FieldsOfPages(call).Count() == 3;

    private static IEnumerable<FieldDescriptorProto> FieldsOfPages(MethodDescriptorProto call)
    {
        var (asked, answered) = (Messages[call.InputType].Field, Messages[call.OutputType].Field);
        return
        [
            .. asked.Where(field => field is { Name: "page_size", Type: FieldDescriptorProto.Types.Type.Int32 }),
            .. asked.Where(field => field is { Name: "page_token", Type: FieldDescriptorProto.Types.Type.String }),
            .. answered.Where(field => field is { Name: "next_page_token", Type: FieldDescriptorProto.Types.Type.String }),
        ];
    }

    private static bool IsRepeated(FieldDescriptorProto field) => field.Label == FieldDescriptorProto.Types.Label.Repeated;
}
