using Tomlyn;
using Tomlyn.Model;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Indexer.Archives.Documents;

/// <summary>The front matter of a post: YAML between lines of <c>---</c>, or TOML between lines of <c>+++</c>.</summary>
/// <param name="Fields">Between its lines, as it is written.</param>
/// <param name="End">Where the post itself begins, in characters.</param>
internal sealed record FrontMatter(bool IsToml, string Fields, int End)
{
    /// <summary>Null when the text begins with none, or it does not end.</summary>
    public static FrontMatter? Of(string text)
    {
        var begin = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        var fence = begin == 0 ? "" : text[..begin].Trim();
        if (fence is not ("---" or "+++"))
            return null;
        for (var (line, next) = (begin, 0); line < text.Length; line = next)
        {
            var end = text.IndexOf('\n', line);
            next = end < 0 ? text.Length : end + 1;
            var content = text[line..next].TrimEnd();
            if (content == fence || (content == "..." && fence == "---"))
                return new FrontMatter(fence == "+++", text[begin..line], next);
        }

        return null;
    }

    /// <summary>Parses the fields. Values are strings, lists and maps.</summary>
    /// <exception cref="FrontMatterException">It is not what its lines promise; the message says where.</exception>
    public IReadOnlyDictionary<string, object?> Read()
    {
        try
        {
            return IsToml
                ? TomlSerializer.Deserialize<TomlTable>(Fields)?.ToDictionary(field => field.Key, field => Plain(field.Value)) ?? []
                : new DeserializerBuilder().Build().Deserialize<Dictionary<string, object?>>(UntaggedYaml.Of(Fields)) ?? [];
        }
        catch (YamlException e)
        {
            throw new FrontMatterException($"the front matter is not valid YAML at line {e.Start.Line + 1} ({e.Message.Split('\n')[0]})");
        }
        catch (TomlException e)
        {
            throw new FrontMatterException($"the front matter is not valid TOML ({e.Message.Split('\n')[0].TrimEnd()})");
        }
    }

    /// <summary>Converts a TOML value to the form of YAML values, in which dates are strings.</summary>
    private static object? Plain(object? value) => value switch
    {
        TomlArray list => list.Select(Plain).ToList(),
        TomlTable table => table.ToDictionary(field => (object)field.Key, field => Plain(field.Value)),
        _ => value?.ToString(),
    };
}

/// <summary>Front matter that cannot be read; the message says why.</summary>
internal sealed class FrontMatterException(string message) : Exception(message);
