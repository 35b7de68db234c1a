using System.Diagnostics;
using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf.Reflection;

namespace SearchService.OpenApi;

/// <summary>A call of the contract over HTTP.</summary>
/// <param name="Verb">In capitals.</param>
/// <param name="Path">With the names of fields in braces: <c>/v1/articles/{id=**}</c>.</param>
/// <param name="HasBody">True if the fields that are not in the path are in the body; otherwise they are in the query string.</param>
internal sealed partial record HttpBinding(string Verb, string Path, bool HasBody)
{
    /// <summary>The path without patterns: <c>/v1/articles/{id}</c>.</summary>
    public string Template => Pattern().Replace(Path, "{$1}");

    /// <summary>Names of the fields in the path.</summary>
    public IReadOnlyList<string> PathFields => [.. Pattern().Matches(Path).Select(match => match.Groups[1].Value)];

    /// <summary>The bindings of a call, the first one before the additional ones; none for a call without REST.</summary>
    public static IReadOnlyList<HttpBinding> AllOf(MethodDescriptorProto method) =>
        method.Options?.GetExtension(AnnotationsExtensions.Http) is { } http ? [.. http.AdditionalBindings.Prepend(http).Select(Of)] : [];

    private static HttpBinding Of(HttpRule rule)
    {
        var (verb, path) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => ("GET", rule.Get),
            HttpRule.PatternOneofCase.Post => ("POST", rule.Post),
            HttpRule.PatternOneofCase.Put => ("PUT", rule.Put),
            HttpRule.PatternOneofCase.Patch => ("PATCH", rule.Patch),
            HttpRule.PatternOneofCase.Delete => ("DELETE", rule.Delete),
            _ => throw new UnreachableException($"The contract has no paths of the kind {rule.PatternCase}."),
        };
        return new HttpBinding(verb, path, rule.Body == "*");
    }

    [GeneratedRegex(@"\{(\w+)(=[^}]*)?\}")]
    private static partial Regex Pattern();
}
