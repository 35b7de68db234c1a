namespace NewsIndex.Queries;

/// <summary>What an article is labelled with, besides its text.</summary>
public enum ArticleLabel
{
    Source,
    Section,
    Author,
    Tag,

    /// <summary>BCP 47; without a region it stands for all regions.</summary>
    Language,
}
