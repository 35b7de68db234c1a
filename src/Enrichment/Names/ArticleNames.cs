using System.Diagnostics;
using NewsIndex.Articles;
using NewsIndex.Entities;
using Recognition;

namespace Enrichment.Names;

/// <summary>
/// Finds mentions of entities in articles: with a named-entity recogniser in English, by the alias table in other languages.
/// </summary>
internal sealed class ArticleNames : IDisposable
{
    /// <summary>Identity of an index without entities.</summary>
    public const string None = "none";

    private readonly NameRecogniser? english;
    private readonly KnownNames known = new(AliasTable.Shipped);

    private ArticleNames(NameRecogniser? english) => this.english = english;

    /// <summary>Opens a recogniser.</summary>
    /// <param name="recogniser"><c>fast</c>, <c>accurate</c> or <c>none</c>.</param>
    /// <param name="model">Path of a model; null for the one that ships.</param>
    /// <exception cref="InvalidDataException">The file is not a model of this kind.</exception>
    public static ArticleNames Open(string recogniser, string? model) =>
        new(recogniser == None ? null : NameRecogniser.Open(recogniser, model));

    /// <summary>Identifies recogniser and entity linking; an index is bound to one identity.</summary>
    public string Identity => english is null ? None : $"{english.Identity}+{MentionResolver.Identity}";

    /// <summary>Mentions in the order of the text; empty if the language is unknown, since English rules would find false names.</summary>
    public IReadOnlyList<Mention> Of(Article article)
    {
        if (english is null || article.Language is not { } language)
            return [];
        return language.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? english.Recognise(article.Headline, article.Body)
            : known.Find(article.Headline, article.Body);
    }

    /// <summary>Measures the speed of the recogniser on one core, in words per second, with a short trial.</summary>
    public double WordsPerSecond()
    {
        const string Sentence =
            "The Governor of Ohio met President Amara Diallo of the Northern Ports Authority in Nairobi on Tuesday, "
            + "officials of both sides said. ";
        var text = string.Concat(Enumerable.Repeat(Sentence, 40));
        var words = text.Count(c => c == ' ');
        english?.Recognise("", text);
        var clock = Stopwatch.GetTimestamp();
        english?.Recognise("", text);
        return words / Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    public void Dispose() => english?.Dispose();
}
