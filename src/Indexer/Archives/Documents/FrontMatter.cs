using Tomlyn;
using Tomlyn.Model;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Indexer.Archives.Documents;

/// <summary>The front matter of a post: YAML between lines of <c>---</c>, or TOML between lines of <c>+++</c>.</summary>
/// <param name="Fields">The text between the delimiter lines, unparsed.</param>
/// <param name="End">Index of the first character of the post.</param>
internal sealed record FrontMatter(bool IsToml, string Fields, int End)
{
    /// <summary>Returns null if the text starts with no front matter, or if it has no end.</summary>
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
    /// <exception cref="FrontMatterException">The YAML or TOML is invalid; the message has the position.</exception>
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

/// <summary>Front matter that is not valid; the message states the reason.</summary>
internal sealed class FrontMatterException(string message) : Exception(message);
