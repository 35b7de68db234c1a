using System.Text.Json;
using NewsIndex.Articles;

namespace Indexer.Boilerplate;

/// <summary>Paragraphs that are not body, by source: what <c>boilerplate</c> found and somebody has looked at.</summary>
internal sealed class SourceBoilerplate
{
    private readonly Dictionary<string, HashSet<string>> paragraphs = new(StringComparer.Ordinal);

    public static SourceBoilerplate None { get; } = new();

    /// <exception cref="BoilerplateException">No such file, or not of such lines.</exception>
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
                    throw new BoilerplateException($"{path}, line {line}, has no \"paragraph\"; expected {{\"source\": \"a name\", \"paragraph\": \"a text\"}}, as the verb boilerplate writes it");
                all.Of(shared.Source).Add(Paragraphs.Fold(shared.Paragraph!));
            }
        }
        catch (JsonException e)
        {
            throw new BoilerplateException($"{path}, line {line}, is no JSON object: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BoilerplateException($"{path} cannot be read: {e.Message}");
        }

        return all;
    }

    /// <summary>The article without its source's paragraphs, and how many those were. A body that consists of nothing else is kept.</summary>
    public (Article Article, int LeftOut) Without(Article article)
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

/// <summary>A file that should list boilerplate does not; the message says why.</summary>
internal sealed class BoilerplateException(string message) : Exception(message);
