using Indexer.Authors;
using Indexer.Html;
using NewsIndex.Articles;

namespace Indexer.Fields;

/// <summary>Builds an article from named values.</summary>
/// <param name="columns">Names of the values.</param>
/// <param name="mapping">Maps the names to fields.</param>
/// <param name="readPage">Reads a value that is a whole HTML page, given its URL or null; returns null if the page has no article.</param>
internal sealed class MappedArticle(IReadOnlyList<string> columns, FieldMapping mapping, Func<string, string?, Article?> readPage)
{
    private readonly Dictionary<string,
        IReadOnlyList<int>> places = FieldMapping.Fields.ToDictionary(field => field, field => mapping.ColumnsOf(field, columns));

    /// <param name="valueOf">Texts of a column: none if it is empty, several if it is a list.</param>
    /// <exception cref="ArticleRecordException">The values have neither headline nor body.</exception>
    public (Article Article, string? Notice) Read(Func<int, IReadOnlyList<string>> valueOf)
    {
        var whole = Body(valueOf);
        var text = CutOffText.Of(whole);
        if (IsWholePage(text))
            return (FromPage(text, valueOf), null);
        var headline = HtmlText.Line(First("headline", valueOf) ?? "");
        var body = HtmlText.Paragraphs(text);
        if (headline.Length == 0 && body.Length == 0)
            throw new ArticleRecordException("the record has neither headline nor text");
        if (headline.Length == 0)
            body = body.Trim();

        var language = First("language", valueOf);
        var (published, notice) = MetadataDate.Read(First("published", valueOf), language, mapping.MonthFirst);
        var id = First("id", valueOf);
        var sources = Sources(valueOf).ToList();
        return (new Article
        {
            Id = id is { Length: > 0 and <= ArticleId.MaximumLength } ? id : "",
            Headline = headline,
            Body = WithoutHeadline(body, headline),
            Published = published,
            Source = sources.Find(source => !IsPage(source)) ?? sources.FirstOrDefault(),
            Url = First("url", valueOf) is { } url && !IsFrontPage(url) ? url : null,
            Language = language,
            Section = Section(valueOf),
            Authors = Authors(valueOf),
            Tags = Several("tags", valueOf),
        }, text.Length == whole.Length ? notice : $"the text is cut off, as the interface gives it{(notice is null ? "" : $"; {notice}")}");
    }

    private static bool IsWholePage(string text) =>
        text.AsSpan().TrimStart() is var beginning
            && (beginning.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
                || beginning.StartsWith("<html", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// For crawls that keep pages in a table. Values of the page are more reliable; the date beside it is usually that of the crawl.
    /// </summary>
    private Article FromPage(string html, Func<int, IReadOnlyList<string>> valueOf)
    {
        try
        {
            var article = readPage(html, First("url", valueOf))
                ?? throw new ArticleRecordException("the page has neither a headline nor running text");
            return article with
            {
                Id = First("id", valueOf) is { Length: <= ArticleId.MaximumLength } id ? id : "",
                Url = article.Url ?? First("url", valueOf),
                Source = article.Source ?? First("source", valueOf),
                Language = article.Language ?? First("language", valueOf),
                Section = article.Section ?? First("section", valueOf),
            };
        }
        catch (PageNestingException e)
        {
            throw new ArticleRecordException(e.Message);
        }
    }

    private string? First(string field, Func<int, IReadOnlyList<string>> valueOf) =>
        places[field].Select(valueOf).FirstOrDefault(values => values.Count > 0)?[0];

    /// <summary>"Rubrik" is a headline in Swedish and a section in German: a column used for one is not used for the other.</summary>
    private string? Section(Func<int, IReadOnlyList<string>> valueOf) =>
        places["section"].Except(places["headline"].Take(1)).Select(valueOf).FirstOrDefault(values => values.Count > 0)?[0];

    /// <summary>A number refers to a source in another table.</summary>
    private IEnumerable<string> Sources(Func<int, IReadOnlyList<string>> valueOf) =>
        places["source"].Select(valueOf)
            .Where(values => values.Count > 0)
            .Select(values => values[0])
            .Where(source => source.Any(char.IsLetter));

    /// <summary>The front page of a site is not the URL of an article: all articles of the site would be one.</summary>
    private static bool IsFrontPage(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme.StartsWith("http", StringComparison.Ordinal)
        && address.PathAndQuery.Length <= 1
        && address.Fragment.Length <= 1;

    /// <summary>Prefers a name to the URL of a page or a picture; the host of a site counts as a name.</summary>
    private static bool IsPage(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address)
        && address.Scheme.StartsWith("http", StringComparison.Ordinal)
        && address.AbsolutePath.Length > 1;

    /// <summary>Joins the columns that a mapping names; of columns found by name, the first is the text.</summary>
    private string Body(Func<int, IReadOnlyList<string>> valueOf)
    {
        var texts = places["body"].Select(column => string.Join("\n\n", valueOf(column))).Where(text => text.Length > 0);
        return mapping.Gives("body", columns) ? string.Join("\n\n", texts) : texts.FirstOrDefault() ?? "";
    }

    /// <summary>Some archives repeat the headline at the start of the text.</summary>
    private static string WithoutHeadline(string body, string headline)
    {
        if (headline.Length == 0)
            return body;
        var first = body.Split("\n\n", 2);
        return first[0].TrimStart('#', ' ') == headline ? first.ElementAtOrDefault(1) ?? "" : body;
    }

    /// <param name="isOne">Returns true for a value that is one item although it has a comma.</param>
    private List<string> Several(string field, Func<int, IReadOnlyList<string>> valueOf, Predicate<string>? isOne = null)
    {
        var values = places[field].Select(valueOf).FirstOrDefault(texts => texts.Count > 0) ?? [];
        IEnumerable<string> parts = values.Count == 1 && isOne?.Invoke(values[0]) != true ? ListedText.Parts(values[0]) : values;
        return [.. parts.Select(part => part.Trim()).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Names; those in a byline without its other words. Numbers refer to authors in another table and are dropped.</summary>
    private List<string> Authors(Func<int, IReadOnlyList<string>> valueOf) =>
        [.. Several("authors", valueOf, ByLine.IsInverted)
            .SelectMany(author => ByLine.Is(author) ? ByLine.Names(author) : ByLine.People(author))
            .Where(author => author.Any(char.IsLetter)).Distinct(StringComparer.Ordinal)];
}
