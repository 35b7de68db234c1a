using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;
using Label = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Label;

namespace SearchService.OpenApi;

/// <summary>The REST face of the contract as a document of OpenAPI 3.1, written from the descriptors and their comments.</summary>
internal sealed class OpenApiDocument
{
    private const string Package = "newssearch.v1";
    private const string ErrorSchema = "Status";
    private const string SignInScheme = "bearer";

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        // The document is no part of a page: quotation marks and accents may stand as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private readonly IReadOnlyList<FileDescriptorProto> files;
    private readonly OpenApiSchemas schemas;

    private OpenApiDocument(FileDescriptorSet set)
    {
        files = [.. set.File.Where(file => file.Package == Package)];
        schemas = new OpenApiSchemas(set, new DescriptorComments(files));
    }

    private IEnumerable<ServiceDescriptorProto> Services => files.SelectMany(file => file.Service);

    /// <summary>The document as JSON in UTF-8, ending with a line break; the same bytes for the same contract.</summary>
    public static string Write(FileDescriptorSet set) => new OpenApiDocument(set).Root().ToJsonString(Form) + "\n";

    private JsonObject Root()
    {
        var responses = Services.SelectMany(service => service.Method)
            .Where(method => HttpBinding.AllOf(method).Count > 0).Select(method => method.OutputType);
        var requests = Services.SelectMany(service => service.Method)
            .SelectMany(method => HttpBinding.AllOf(method).SelectMany(binding => RequestTypes(method, binding)));
        var components = schemas.All([.. responses, .. requests]);
        components[ErrorSchema] = Error();
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "NewsSearch",
                ["version"] = "v1",
                ["description"] = "Full-text search over news archives. The same calls over gRPC are in protos/newssearch/v1.",
                ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["identifier"] = "Apache-2.0" },
            },
            ["tags"] = new JsonArray([.. Services.Select(Tag)]),
            ["paths"] = Paths(),
            ["components"] = new JsonObject
            {
                ["schemas"] = components,
                ["securitySchemes"] = new JsonObject { [SignInScheme] = SignIn() },
            },
            // The empty one comes first: a service without access control, as on loopback, asks for no credentials.
            ["security"] = new JsonArray(new JsonObject(), new JsonObject { [SignInScheme] = new JsonArray() }),
        };
    }

    private JsonNode? Tag(ServiceDescriptorProto service)
    {
        var tag = new JsonObject { ["name"] = service.Name };
        schemas.Describe(tag, service);
        return tag;
    }

    private JsonObject Paths()
    {
        var paths = new JsonObject();
        foreach (var service in Services)
        {
            foreach (var method in service.Method)
            {
                var bindings = HttpBinding.AllOf(method);
                for (var i = 0; i < bindings.Count; i++)
                {
                    if (paths[bindings[i].Template] is not JsonObject path)
                        paths[bindings[i].Template] = path = [];
                    var id = $"{service.Name}_{method.Name}{(i == 0 ? "" : $"_{i + 1}")}";
                    path[bindings[i].Verb.ToLowerInvariant()] = Operation(service, method, bindings[i], id);
                }
            }
        }

        return paths;
    }

    private JsonObject Operation(ServiceDescriptorProto service, MethodDescriptorProto method, HttpBinding binding, string id)
    {
        var request = schemas.Message(method.InputType);
        var operation = new JsonObject { ["operationId"] = id, ["tags"] = new JsonArray(service.Name) };
        schemas.Describe(operation, method);
        if (method.Options?.Deprecated ?? false)
            operation["deprecated"] = true;
        var parameters = Parameters(request, binding).ToArray();
        if (parameters.Length > 0)
            operation["parameters"] = new JsonArray(parameters);
        if (binding.HasBody)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = Json(binding.PathFields.Count == 0
                    ? OpenApiSchemas.Reference(method.InputType)
                    : schemas.OfMessage(request, binding.PathFields)),
            };
        }

        operation["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = method.ServerStreaming
                    ? $"Objects of JSON, one a line. A failure behind the first is the last line: a {ErrorSchema}, whose code is not 0."
                    : "The answer.",
                ["content"] = Json(OpenApiSchemas.Reference(method.OutputType)),
            },
            ["default"] = new JsonObject
            {
                ["description"] = "The call failed.",
                ["content"] = Json(new JsonObject { ["$ref"] = $"#/components/schemas/{ErrorSchema}" }),
            },
        };
        return operation;
    }

    private IEnumerable<JsonNode?> Parameters(DescriptorProto request, HttpBinding binding)
    {
        foreach (var name in binding.PathFields)
            yield return Parameter(request.Field.Single(field => field.Name == name), "path", "");
        if (binding.HasBody)
            yield break;
        foreach (var field in request.Field.Where(field => !binding.PathFields.Contains(field.Name)))
        {
            foreach (var parameter in QueryParameters(field, ""))
                yield return parameter;
        }
    }

    /// <summary>A field as parameters: those of an inner message are named by the path to them. Lists of messages have none.</summary>
    private IEnumerable<JsonNode?> QueryParameters(FieldDescriptorProto field, string path) =>
        field.Type != FieldDescriptorProto.Types.Type.Message ? [Parameter(field, "query", path)]
        : field.Label == Label.Repeated ? []
        : schemas.Message(field.TypeName).Field.SelectMany(inner => QueryParameters(inner, $"{path}{field.JsonName}."));

    private JsonObject Parameter(FieldDescriptorProto field, string place, string path)
    {
        var schema = schemas.OfField(field);
        schema.Remove("description");
        var parameter = new JsonObject { ["name"] = path + field.JsonName, ["in"] = place };
        schemas.Describe(parameter, field);
        if (place == "path" || (path.Length == 0 && OpenApiSchemas.Behaves(field, FieldBehavior.Required)))
            parameter["required"] = true;
        parameter["schema"] = schema;
        return parameter;
    }

    /// <summary>Types that the parameters and the body of a request refer to.</summary>
    private IEnumerable<string> RequestTypes(MethodDescriptorProto method, HttpBinding binding) =>
        binding is { HasBody: true, PathFields.Count: 0 }
            ? [method.InputType]
            : schemas.Message(method.InputType).Field.SelectMany(field => ReferredTypes(field, binding.HasBody));

    /// <summary>A message in a query string is taken apart, down to its enums.</summary>
    private IEnumerable<string> ReferredTypes(FieldDescriptorProto field, bool inBody) => field.Type switch
    {
        FieldDescriptorProto.Types.Type.Enum => [field.TypeName],
        FieldDescriptorProto.Types.Type.Message when inBody => [field.TypeName],
        FieldDescriptorProto.Types.Type.Message when field.Label != Label.Repeated =>
            schemas.Message(field.TypeName).Field.SelectMany(inner => ReferredTypes(inner, inBody)),
        _ => [],
    };

    private static JsonObject Json(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static JsonObject SignIn() => new()
    {
        ["type"] = "http",
        ["scheme"] = "bearer",
        ["description"] = "An API key of the service, or a JWT of its issuer. Needed where access control is on; "
            + "the scope that a call needs is in docs/access.md.",
    };

    private static JsonObject Error() => new()
    {
        ["type"] = "object",
        ["description"] = "google.rpc.Status. Every error has a google.rpc.ErrorInfo in details, whose reason the calls document.",
        ["properties"] = new JsonObject
        {
            ["code"] = new JsonObject { ["type"] = "integer", ["description"] = "The gRPC status." },
            ["message"] = new JsonObject { ["type"] = "string", ["description"] = "The error as a sentence." },
            ["details"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["@type"] = new JsonObject { ["type"] = "string" } },
                    ["required"] = new JsonArray("@type"),
                    ["additionalProperties"] = true,
                },
            },
        },
        ["required"] = new JsonArray("code", "message", "details"),
        ["additionalProperties"] = false,
    };
}
