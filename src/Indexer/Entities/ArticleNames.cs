using System.Diagnostics;
using NewsIndex.Articles;
using NewsIndex.Entities;
using Recognition;

namespace Indexer.Entities;

/// <summary>article → entities: the names in an article's text, by a recogniser for English and by the alias table for other languages.</summary>
internal sealed class ArticleNames : IDisposable
{
    /// <summary>What an index is said to be made with when no names are looked for.</summary>
    public const string None = "none";

    private readonly NameRecogniser? english;
    private readonly KnownNames known = new(AliasTable.Shipped);

    private ArticleNames(NameRecogniser? english) => this.english = english;

    /// <param name="recogniser"><c>fast</c>, <c>accurate</c> or <c>none</c>.</param>
    /// <param name="model">The file of another model; null for the one that ships.</param>
    /// <exception cref="InvalidDataException">The file is not such a model.</exception>
    public static ArticleNames Open(string recogniser, string? model) => new(recogniser == None ? null : NameRecogniser.Open(recogniser, model));

    /// <summary>Of who finds the names and of what leads them to entities: an index has the names of one of each only.</summary>
    public string Identity => english is null ? None : $"{english.Identity}+{MentionResolver.Identity}";

    /// <summary>In the order of the text. Where the language is unknown none are looked for: rules of English would find names that are none.</summary>
    public IReadOnlyList<Mention> Of(Article article)
    {
        if (english is null || article.Language is not { } language)
            return [];
        return language.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? english.Recognise(article.Headline, article.Body)
            : known.Find(article.Headline, article.Body);
    }

    /// <summary>Words that the recogniser reads in a second on one core of this machine, by a short trial.</summary>
    public double WordsPerSecond()
    {
        const string Sentence = "The Governor of Ohio met President Amara Diallo of the Northern Ports Authority in Nairobi on Tuesday, officials of both sides said. ";
        var text = string.Concat(Enumerable.Repeat(Sentence, 40));
        var words = text.Count(c => c == ' ');
        english?.Recognise("", text);
        var clock = Stopwatch.GetTimestamp();
        english?.Recognise("", text);
        return words / Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    public void Dispose() => english?.Dispose();
}
