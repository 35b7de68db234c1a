using Google.Api;
using Google.Protobuf.Reflection;
using SearchService.OpenApi;
using FileOptions = Google.Protobuf.Reflection.FileOptions;

namespace NewsSearch.Tests.Contract;

/// <summary>
/// The contract as lines that each state one fact that clients rely on, in the form <c>element: what it is</c>. Comments, the order of
/// elements and the files that they stand in are no facts.
/// </summary>
internal static class ContractFacts
{
    /// <summary>Every fact of the package, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(FileDescriptorSet set, string package = "newssearch.v1") =>
    [
        .. set.File.Where(file => file.Package == package)
            .SelectMany(file => file.MessageType.SelectMany(message => OfMessage(message, package))
                .Concat(file.EnumType.SelectMany(type => OfEnum(type, package)))
                .Concat(file.Service.SelectMany(service => OfService(service, package)))
                .Concat(OfOptions(file.Options)))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> OfOptions(FileOptions options) =>
    [
        $"option csharp_namespace: {options.CsharpNamespace}", $"option go_package: {options.GoPackage}",
        $"option java_package: {options.JavaPackage}", $"option java_multiple_files: {options.JavaMultipleFiles}",
    ];

    private static IEnumerable<string> OfMessage(DescriptorProto message, string scope)
    {
        var name = $"{scope}.{message.Name}";
        return message.Field.SelectMany(field => OfField(field, message, name))
            .Concat(message.EnumType.SelectMany(type => OfEnum(type, name)))
            .Concat(message.NestedType.SelectMany(nested => OfMessage(nested, name)))
            .Prepend($"message {name}: exists");
    }

    private static IEnumerable<string> OfField(FieldDescriptorProto field, DescriptorProto message, string owner)
    {
        var type = field.TypeName.Length > 0 ? field.TypeName.TrimStart('.') : field.Type.ToString().ToLowerInvariant();
        var label = field.Label == FieldDescriptorProto.Types.Label.Repeated ? "repeated "
            : field.Proto3Optional ? "optional "
            : field.HasOneofIndex ? $"oneof {message.OneofDecl[field.OneofIndex].Name} "
            : "";
        yield return $"field {owner}.{field.Name}: {field.Number} {label}{type} \"{field.JsonName}\"";
        foreach (var behavior in field.Options?.GetExtension(FieldBehaviorExtensions.FieldBehavior) ?? [])
            yield return $"behavior {owner}.{field.Name}: {behavior}";
    }

    private static IEnumerable<string> OfEnum(EnumDescriptorProto type, string scope) =>
        type.Value.Select(value => $"value {scope}.{type.Name}.{value.Name}: {value.Number}").Prepend($"enum {scope}.{type.Name}: exists");

    private static IEnumerable<string> OfService(ServiceDescriptorProto service, string scope) =>
        service.Method.SelectMany(method => OfMethod(method, $"{scope}.{service.Name}")).Prepend($"service {scope}.{service.Name}: exists");

    private static IEnumerable<string> OfMethod(MethodDescriptorProto method, string service)
    {
        yield return $"rpc {service}.{method.Name}: {Streamed(method.ClientStreaming)}{method.InputType.TrimStart('.')}"
            + $" returns {Streamed(method.ServerStreaming)}{method.OutputType.TrimStart('.')}";
        foreach (var binding in HttpBinding.AllOf(method))
            yield return $"http {service}.{method.Name} {binding.Verb} {binding.Path}: body \"{(binding.HasBody ? "*" : "")}\"";
        foreach (var level in Idempotency(method))
            yield return $"effects {service}.{method.Name}: {level}";
    }

    private static IEnumerable<MethodOptions.Types.IdempotencyLevel> Idempotency(MethodDescriptorProto method) =>
        method.Options is { HasIdempotencyLevel: true } options ? [options.IdempotencyLevel] : [];

    private static string Streamed(bool isStream) => isStream ? "stream " : "";
}
