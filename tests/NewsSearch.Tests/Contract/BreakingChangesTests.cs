using Google.Api;
using Google.Protobuf.Reflection;

namespace NewsSearch.Tests.Contract;

/// <summary>Each row changes the contract as its author might; the check has to see what clients would.</summary>
public sealed class BreakingChangesTests
{
    private static readonly Dictionary<string, Action<FileDescriptorSet>> Changes = new()
    {
        ["remove a field"] = set => Message(set, "Hit").Field.Remove(Field(set, "Hit", "cursor")),
        ["renumber a field"] = set => Field(set, "Hit", "cursor").Number = 44,
        ["rename a field"] = set => Field(set, "Hit", "cursor").Name = "position",
        ["rename a field in JSON"] = set => Field(set, "Hit", "cursor").JsonName = "Cursor",
        ["change a type"] = set => Field(set, "Hit", "score").Type = FieldDescriptorProto.Types.Type.Double,
        ["change a message type"] = set => Field(set, "Hit", "article").TypeName = ".newssearch.v1.Entity",
        ["make a field repeated"] = set => Field(set, "Hit", "notice").Label = FieldDescriptorProto.Types.Label.Repeated,
        ["require a field"] = set => Require(Field(set, "SearchRequest", "query")),
        ["add a required field"] = set => Require(Add(Message(set, "SearchRequest"), "archive", 900)),
        ["remove a message"] = set => File(set, "search_service").MessageType.Remove(Message(set, "TextRange")),
        ["remove a value"] = set => File(set, "article").EnumType[0].Value.RemoveAt(1),
        ["renumber a value"] = set => File(set, "article").EnumType[0].Value[1].Number = 9,
        ["rename a value"] = set => File(set, "article").EnumType[0].Value[1].Name = "ENTITY_TYPE_PERSON",
        ["remove a call"] = set => Service(set).Method.RemoveAt(0),
        ["change a response"] = set => Service(set).Method[0].OutputType = ".newssearch.v1.Hit",
        ["make a call a stream"] = set => Service(set).Method[0].ServerStreaming = true,
        ["move a path"] = set => Http(set).Post = "/v1/articles:find",
        ["change a body"] = set => Http(set).Body = "",
        ["let a reading call write"] = set => Service(set).Method[0].Options.ClearIdempotencyLevel(),
        ["change a namespace"] = set => set.File.Where(file => file.Package == "newssearch.v1").ToList()
            .ForEach(file => file.Options.GoPackage = "elsewhere"),

        ["add a field"] = set => Add(Message(set, "SearchRequest"), "archive", 900),
        ["add a message"] = set => File(set, "article").MessageType.Add(WithRequired("Archive")),
        ["add a value"] = set => File(set, "article").EnumType[0].Value.Add(new EnumValueDescriptorProto { Name = "EVENT", Number = 9 }),
        ["add a call"] = set => Service(set).Method.Add(
            new MethodDescriptorProto { Name = "Look", InputType = ".newssearch.v1.Hit", OutputType = ".newssearch.v1.Hit" }),
        ["add a path"] = set => Http(set).AdditionalBindings.Add(new HttpRule { Get = "/v1/find" }),
        ["no longer require a field"] = set =>
            Field(set, "GetArticleRequest", "id").Options.GetExtension(FieldBehaviorExtensions.FieldBehavior).Clear(),
        ["deprecate a field"] = set => (Field(set, "Hit", "cursor").Options ??= new FieldOptions()).Deprecated = true,
        ["move a message to another file"] = set =>
        {
            var moved = Message(set, "TextRange");
            File(set, "search_service").MessageType.Remove(moved);
            File(set, "article").MessageType.Add(moved);
        },
    };

    [Theory]
    [InlineData("remove a field", "field newssearch.v1.Hit.cursor was removed")]
    [InlineData("renumber a field", "field newssearch.v1.Hit.cursor was \"4 string \"cursor\"\" and is \"44 string \"cursor\"\"")]
    [InlineData("rename a field", "field newssearch.v1.Hit.cursor was removed")]
    [InlineData("rename a field in JSON", "field newssearch.v1.Hit.cursor was \"4 string \"cursor\"\" and is \"4 string \"Cursor\"\"")]
    [InlineData("change a type", "field newssearch.v1.Hit.score was \"2 float \"score\"\" and is \"2 double \"score\"\"")]
    [InlineData(
        "change a message type",
        "field newssearch.v1.Hit.article was \"1 newssearch.v1.Article \"article\"\" and is \"1 newssearch.v1.Entity \"article\"\"")]
    [InlineData(
        "make a field repeated",
        "field newssearch.v1.Hit.notice was \"5 string \"notice\"\" and is \"5 repeated string \"notice\"\"")]
    [InlineData("require a field", "newssearch.v1.SearchRequest.query became required")]
    [InlineData("add a required field", "newssearch.v1.SearchRequest.archive became required")]
    [InlineData("remove a message", "message newssearch.v1.TextRange was removed")]
    [InlineData("remove a value", "value newssearch.v1.EntityType.PERSON was removed")]
    [InlineData("renumber a value", "value newssearch.v1.EntityType.PERSON was \"1\" and is \"9\"")]
    [InlineData("rename a value", "value newssearch.v1.EntityType.PERSON was removed")]
    [InlineData("remove a call", "rpc newssearch.v1.SearchService.Search was removed")]
    [InlineData(
        "change a response",
        "rpc newssearch.v1.SearchService.Search was \"newssearch.v1.SearchRequest returns newssearch.v1.SearchResponse\"" +
        " and is \"newssearch.v1.SearchRequest returns newssearch.v1.Hit\"")]
    [InlineData(
        "make a call a stream",
        "rpc newssearch.v1.SearchService.Search was \"newssearch.v1.SearchRequest returns newssearch.v1.SearchResponse\"" +
        " and is \"newssearch.v1.SearchRequest returns stream newssearch.v1.SearchResponse\"")]
    [InlineData("move a path", "http newssearch.v1.SearchService.Search POST /v1/articles:search was removed")]
    [InlineData(
        "change a body",
        "http newssearch.v1.SearchService.Search POST /v1/articles:search was \"body \"*\"\" and is \"body \"\"\"")]
    [InlineData("let a reading call write", "effects newssearch.v1.SearchService.Search was removed")]
    [InlineData("change a namespace", "option go_package was \"newssearch/v1;newssearchv1\" and is \"elsewhere\"")]
    public void A_client_would_notice(string change, string sentence) => Assert.Contains(sentence, After(change));

    [Theory]
    [InlineData("add a field")]
    [InlineData("add a message")]
    [InlineData("add a value")]
    [InlineData("add a call")]
    [InlineData("add a path")]
    [InlineData("no longer require a field")]
    [InlineData("deprecate a field")]
    [InlineData("move a message to another file")]
    public void No_client_would_notice(string change) => Assert.Empty(After(change));

    private static IReadOnlyList<string> After(string change)
    {
        var set = V1.Contract.ReadDescriptors();
        var before = ContractFacts.Of(set);
        Changes[change](set);
        return BreakingChanges.Between(before, ContractFacts.Of(set));
    }

    private static FileDescriptorProto File(FileDescriptorSet set, string name) =>
        set.File.Single(file => file.Name == $"newssearch/v1/{name}.proto");

    private static DescriptorProto Message(FileDescriptorSet set, string name) =>
        set.File.SelectMany(file => file.MessageType).Single(message => message.Name == name);

    private static FieldDescriptorProto Field(FileDescriptorSet set, string message, string name) =>
        Message(set, message).Field.Single(field => field.Name == name);

    private static ServiceDescriptorProto Service(FileDescriptorSet set) => File(set, "search_service").Service[0];

    private static HttpRule Http(FileDescriptorSet set) => Service(set).Method[0].Options.GetExtension(AnnotationsExtensions.Http);

    private static FieldDescriptorProto Add(DescriptorProto message, string name, int number)
    {
        var field = new FieldDescriptorProto
        {
            Name = name,
            JsonName = name,
            Number = number,
            Type = FieldDescriptorProto.Types.Type.String,
        };
        message.Field.Add(field);
        return field;
    }

    private static void Require(FieldDescriptorProto field) =>
        (field.Options ??= new FieldOptions()).GetOrInitializeExtension(FieldBehaviorExtensions.FieldBehavior).Add(FieldBehavior.Required);

    private static DescriptorProto WithRequired(string name)
    {
        var message = new DescriptorProto { Name = name };
        Require(Add(message, "id", 1));
        return message;
    }
}
