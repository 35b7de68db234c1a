namespace NewsIndex.Articles;

public enum ArticleKind
{
    /// <summary>An article with a body.</summary>
    Article,

    /// <summary>A headline alone, as in a ticker or a feed.</summary>
    Headline,
}

/// <summary>One article as an archive has it. At least one of headline and body is not empty.</summary>
public sealed record Article
{
    /// <summary>Unique in an index, 1 to 512 characters; empty until <see cref="ArticleId.Derive"/> where the archive gives none.</summary>
    public required string Id { get; init; }

    /// <summary>Empty when there is none.</summary>
    public string Headline { get; init; } = "";

    /// <summary>Paragraphs separated by an empty line; empty when there is none.</summary>
    public string Body { get; init; } = "";

    public PublishedDate Published { get; init; } = PublishedDate.Unknown;

    /// <summary>The newspaper, agency or site; null when unknown.</summary>
    public string? Source { get; init; }

    public string? Url { get; init; }

    /// <summary>BCP 47, such as <c>en</c>; null when unknown.</summary>
    public string? Language { get; init; }

    public string? Section { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Entities that the archive itself names.</summary>
    public IReadOnlyList<NamedEntity> Entities { get; init; } = [];

    /// <summary>Names that a recogniser found in the text, in its order. Not part of the article's record.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    public ArticleKind Kind => Body.Length == 0 ? ArticleKind.Headline : ArticleKind.Article;
}
