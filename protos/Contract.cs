using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace NewsSearch.V1;

/// <summary>The API as data: every file of the contract and the files that these import.</summary>
public static class Contract
{
    private static readonly ExtensionRegistry Options =
        [AnnotationsExtensions.Http, FieldBehaviorExtensions.FieldBehavior];

    /// <summary>
    /// The files with their comments and their annotations for HTTP and field behaviour, each after those that it imports.
    /// </summary>
    public static FileDescriptorSet ReadDescriptors()
    {
        using var set = typeof(Contract).Assembly.GetManifestResourceStream("newssearch.v1.binpb")!;
        return FileDescriptorSet.Parser.WithExtensionRegistry(Options).ParseFrom(set);
    }
}
