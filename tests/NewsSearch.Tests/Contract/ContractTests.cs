using Google.Api;
using Google.Protobuf.Reflection;

namespace NewsSearch.Tests.Contract;

/// <summary>What docs/contract.md promises of the protos.</summary>
public sealed class ContractTests
{
    private static readonly string Published = Path.Combine(Repository.Root, "protos", "contract.txt");

    private static readonly FileDescriptorSet Set = V1.Contract.ReadDescriptors();

    private static IEnumerable<FileDescriptorProto> OurFiles => Set.File.Where(file => file.Package == "newssearch.v1");

    /// <summary>UPDATE_GOLDEN=1 adds new facts. A fact that is gone has to be deleted by hand, for reviewers to see.</summary>
    [Fact]
    public void Clients_of_the_published_contract_still_work()
    {
        var present = ContractFacts.Of(Set);
        var breaks = BreakingChanges.Between(File.ReadAllLines(Published), present);
        Assert.True(breaks.Count == 0, string.Join(Environment.NewLine, breaks));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllLines(Published, present);
        Assert.Equal(present, File.ReadAllLines(Published));
    }

    /// <summary>AIP-203 asks for it; a generated client can then check a request before it sends it.</summary>
    [Fact]
    public void Every_field_of_a_request_says_whether_it_is_required()
    {
        var silent = RequestMessages()
            .SelectMany(message => message.Field.Select(field => (message, field)))
            .Where(each => each.field.Options?.GetExtension(FieldBehaviorExtensions.FieldBehavior) is not { Count: > 0 })
            .Select(each => $"{each.message.Name}.{each.field.Name}");
        Assert.Empty(silent);
    }

    /// <summary>JSON transcoding has no form for a stream of requests; such a call stands beside one with a list of them.</summary>
    [Fact]
    public void Every_call_has_a_path_for_REST() =>
        Assert.Empty(OurFiles.SelectMany(file => file.Service).SelectMany(service => service.Method)
            .Where(method => !method.ClientStreaming)
            .Where(method => method.Options?.GetExtension(AnnotationsExtensions.Http) is null).Select(method => method.Name));

    /// <summary>Paths in descriptors: field 6 of a file has its services, field 2 of a service its calls.</summary>
    [Fact]
    public void Every_service_and_every_call_has_a_comment() =>
        Assert.All(OurFiles.SelectMany(file => file.SourceCodeInfo.Location), location => Assert.False(
            location.Path is [6, _] or [6, _, 2, _] && location.LeadingComments.Length == 0, location.ToString()));

    /// <summary>Google's files lie beside ours, so that any tool chain loads the contract from this folder alone.</summary>
    [Fact]
    public void The_folder_holds_every_file_that_the_contract_imports()
    {
        Assert.All(
            Set.File.SelectMany(file => file.Dependency).Where(path => !path.StartsWith("google/protobuf/", StringComparison.Ordinal)),
            path => Assert.True(File.Exists(Path.Combine(Repository.Root, "protos", path)), path));
        Assert.True(File.Exists(Path.Combine(Repository.Root, "protos", "google", "rpc", "error_details.proto")));
    }

    /// <summary>The C# of Google's files comes from a package: both have to describe the same messages.</summary>
    [Fact]
    public void Googles_files_are_those_of_the_package()
    {
        FileDescriptor[] packaged = [HttpReflection.Descriptor, AnnotationsReflection.Descriptor, FieldBehaviorReflection.Descriptor];
        Assert.All(packaged, file => Assert.Equal(
            WithoutComments(file.ToProto()), WithoutComments(Assert.Single(Set.File, each => each.Name == file.Name))));
    }

    private static FileDescriptorProto WithoutComments(FileDescriptorProto file)
    {
        var bare = file.Clone();
        bare.SourceCodeInfo = null;
        // Names of members in JSON are derived; protoc leaves them out of generated code.
        foreach (var field in bare.MessageType.SelectMany(message => message.Field).Concat(bare.Extension))
            field.ClearJsonName();
        return bare;
    }

    /// <summary>The messages that requests consist of.</summary>
    private static IEnumerable<DescriptorProto> RequestMessages()
    {
        var all = OurFiles.SelectMany(file => file.MessageType).ToDictionary(message => ".newssearch.v1." + message.Name);
        var methods = OurFiles.SelectMany(file => file.Service).SelectMany(service => service.Method);
        var open = new Stack<string>(methods.Select(method => method.InputType));
        var seen = new HashSet<string>();
        while (open.TryPop(out var name))
        {
            if (!seen.Add(name) || !all.TryGetValue(name, out var message))
                continue;
            foreach (var field in message.Field)
                open.Push(field.TypeName);
            yield return message;
        }
    }
}
