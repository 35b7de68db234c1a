using System.Diagnostics;
using Google.Api;

namespace NewsSearch.Tests.Contract;

/// <summary>The verb and path of an annotation for HTTP.</summary>
internal static class HttpBinding
{
    public static (string Verb, string Path) Of(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => ("GET", rule.Get),
        HttpRule.PatternOneofCase.Post => ("POST", rule.Post),
        HttpRule.PatternOneofCase.Put => ("PUT", rule.Put),
        HttpRule.PatternOneofCase.Patch => ("PATCH", rule.Patch),
        HttpRule.PatternOneofCase.Delete => ("DELETE", rule.Delete),
        _ => throw new UnreachableException($"The contract has no paths of the kind {rule.PatternCase}."),
    };
}
