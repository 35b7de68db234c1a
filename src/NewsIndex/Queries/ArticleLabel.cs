namespace NewsIndex.Queries;

/// <summary>Labels of an article beside its text.</summary>
public enum ArticleLabel
{
    Source,
    Section,
    Author,
    Tag,

    /// <summary>A BCP 47 tag; one without a region matches all regions.</summary>
    Language,
}
