using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Formats an article for a terminal.</summary>
internal static class ArticleText
{
    public static string Of(Article article)
    {
        var lines = new List<string> { article.Headline, Byline(article) };
        if (article.Authors.Count > 0)
            lines.Add("by " + string.Join(", ", article.Authors));
        if (article.Url.Length > 0)
            lines.Add(article.Url);
        if (article.Body.Length > 0)
            lines.AddRange(["", article.Body]);
        if (article.Entities.Count > 0)
            lines.AddRange(["", "names: " + string.Join(", ", article.Entities.Select(entity => entity.Name))]);
        return string.Join('\n', lines.SkipWhile(line => line.Length == 0));
    }

    /// <summary>Formats date, source and id on one line.</summary>
    public static string Byline(Article article) =>
        string.Join(" · ", new[] { Published(article.Published), article.Source, article.Id }.Where(part => part.Length > 0));

    private static string Published(PublishedDate published) =>
        (published.Value, published.TimeOfDay) switch
        {
            ("", "") => "undated",
            ("", var time) => $"undated, {time}",
            var (value, time) => $"{value} {time}".TrimEnd(),
        };
}
