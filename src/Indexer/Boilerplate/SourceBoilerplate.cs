using System.Text.Json;
using NewsIndex.Articles;

namespace Indexer.Boilerplate;

/// <summary>Boilerplate paragraphs by source, from a file that the verb <c>boilerplate</c> wrote and a person reviewed.</summary>
internal sealed class SourceBoilerplate
{
    private const string Expected = "{\"source\": \"a name\", \"paragraph\": \"a text\"}, as the verb boilerplate writes it";

    private readonly Dictionary<string, HashSet<string>> paragraphs = new(StringComparer.Ordinal);

    /// <summary>No boilerplate; leaves all articles unchanged.</summary>
    public static SourceBoilerplate None { get; } = new();

    /// <summary>Reads a file with a JSON object a line.</summary>
    /// <exception cref="BoilerplateException">The file cannot be read, or a line is invalid.</exception>
    public static SourceBoilerplate Read(string path)
    {
        var all = new SourceBoilerplate();
        var line = 0;
        try
        {
            foreach (var text in File.ReadLines(path))
            {
                line++;
                if (string.IsNullOrWhiteSpace(text))
                    continue;
                var shared = JsonSerializer.Deserialize<SharedParagraph>(text);
                if (shared is null || Paragraphs.Fold(shared.Paragraph ?? "").Length == 0)
                    throw new BoilerplateException($"{path}, line {line}, has no \"paragraph\"; expected {Expected}");
                all.Of(shared.Source).Add(Paragraphs.Fold(shared.Paragraph!));
            }
        }
        catch (JsonException e)
        {
            throw new BoilerplateException($"{path}, line {line}, is not a JSON object: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BoilerplateException($"{path} cannot be read: {e.Message}");
        }

        return all;
    }

    /// <summary>Removes the boilerplate of an article's source. A body of nothing but boilerplate is kept.</summary>
    /// <returns>The article, and the number of paragraphs removed.</returns>
    public (Article Article, int Removed) Without(Article article)
    {
        if (!paragraphs.TryGetValue(article.Source ?? "", out var shared))
            return (article, 0);
        var all = Paragraphs.Of(article);
        var own = Array.FindAll(all, paragraph => !shared.Contains(Paragraphs.Fold(paragraph)));
        return own.Length == 0 || own.Length == all.Length
            ? (article, 0)
            : (article with { Body = string.Join(Paragraphs.Separator, own) }, all.Length - own.Length);
    }

    private HashSet<string> Of(string? source)
    {
        if (!paragraphs.TryGetValue(source ?? "", out var shared))
            paragraphs[source ?? ""] = shared = new HashSet<string>(StringComparer.Ordinal);
        return shared;
    }
}

/// <summary>Thrown for a boilerplate file that cannot be read; the message is for the user.</summary>
internal sealed class BoilerplateException(string message) : Exception(message);
