namespace NewsIndex.Queries;

/// <summary>Labels behind facets.</summary>
internal static class FacetLabels
{
    /// <summary>Returns the label of a facet that counts labels.</summary>
    /// <exception cref="InvalidOperationException">The facet counts entities.</exception>
    public static ArticleLabel ToLabel(this FacetField field) => field switch
    {
        FacetField.Source => ArticleLabel.Source,
        FacetField.Section => ArticleLabel.Section,
        FacetField.Author => ArticleLabel.Author,
        FacetField.Tag => ArticleLabel.Tag,
        FacetField.Language => ArticleLabel.Language,
        _ => throw new InvalidOperationException($"facet {field} has no label"),
    };
}
