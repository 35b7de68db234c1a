using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;

namespace SearchService.OpenApi;

/// <summary>Comments of the contract by the descriptors that they stand above.</summary>
internal sealed class DescriptorComments
{
    // Numbers of fields in descriptor.proto, which paths of locations consist of.
    private const int FileMessages = 4;
    private const int FileEnums = 5;
    private const int FileServices = 6;
    private const int MessageFields = 2;
    private const int MessageMessages = 3;
    private const int MessageEnums = 4;
    private const int Children = 2;

    private readonly Dictionary<object, string> texts = new(ReferenceEqualityComparer.Instance);

    public DescriptorComments(IEnumerable<FileDescriptorProto> files)
    {
        foreach (var file in files)
            Read(file);
    }

    /// <summary>The comment as text: lines of a paragraph are joined. Empty if there is none.</summary>
    /// <param name="descriptor">A message, field, enum, value, service or method of the files.</param>
    public string Of(object descriptor) => texts.GetValueOrDefault(descriptor, "");

    private void Read(FileDescriptorProto file)
    {
        var comments = file.SourceCodeInfo.Location
            .Where(location => location.LeadingComments.Length > 0)
            .ToDictionary(location => string.Join('.', location.Path), location => Text(location.LeadingComments));
        Add(file.MessageType, comments, $"{FileMessages}");
        Add(file.EnumType, comments, $"{FileEnums}");
        for (var i = 0; i < file.Service.Count; i++)
        {
            Add(file.Service[i], comments, $"{FileServices}.{i}");
            for (var j = 0; j < file.Service[i].Method.Count; j++)
                Add(file.Service[i].Method[j], comments, $"{FileServices}.{i}.{Children}.{j}");
        }
    }

    private void Add(RepeatedField<DescriptorProto> messages, Dictionary<string, string> comments, string path)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            Add(messages[i], comments, $"{path}.{i}");
            for (var j = 0; j < messages[i].Field.Count; j++)
                Add(messages[i].Field[j], comments, $"{path}.{i}.{MessageFields}.{j}");
            Add(messages[i].NestedType, comments, $"{path}.{i}.{MessageMessages}");
            Add(messages[i].EnumType, comments, $"{path}.{i}.{MessageEnums}");
        }
    }

    private void Add(RepeatedField<EnumDescriptorProto> types, Dictionary<string, string> comments, string path)
    {
        for (var i = 0; i < types.Count; i++)
        {
            Add(types[i], comments, $"{path}.{i}");
            for (var j = 0; j < types[i].Value.Count; j++)
                Add(types[i].Value[j], comments, $"{path}.{i}.{Children}.{j}");
        }
    }

    private void Add(object descriptor, Dictionary<string, string> comments, string path)
    {
        if (comments.TryGetValue(path, out var text))
            texts.Add(descriptor, text);
    }

    private static string Text(string comment) => string.Join(
        "\n\n",
        comment.Split("\n\n").Select(paragraph => string.Join(' ', paragraph.Split('\n').Select(line => line.Trim())).Trim())
            .Where(paragraph => paragraph.Length > 0));
}
