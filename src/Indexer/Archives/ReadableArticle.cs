using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives;

/// <summary>Last step of every reader: cleans the texts and names of an article; see <see cref="ReadableText"/>.</summary>
internal static class ReadableArticle
{
    public static Article Of(Article article) => article with
    {
        Headline = ReadableText.Of(article.Headline),
        Body = ReadableText.Of(article.Body),
        Source = article.Source is { } source ? ReadableText.Of(source) : null,
        Section = article.Section is { } section ? ReadableText.Of(section) : null,
        Authors = All(article.Authors),
        Tags = All(article.Tags),
    };

    private static IReadOnlyList<string> All(IReadOnlyList<string> names) =>
        names.Count == 0 ? names : [.. names.Select(ReadableText.Of)];
}
