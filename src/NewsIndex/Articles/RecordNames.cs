namespace NewsIndex.Articles;

/// <summary>The names that values of closed sets have in an article record.</summary>
internal static class RecordNames
{
    public static string Of(DateProvenance provenance) => provenance.ToString().ToLowerInvariant();

    public static string Of(EntityType type) => type.ToString().ToLowerInvariant();

    /// <param name="name">Null where a record does not say it, which stands for metadata.</param>
    /// <returns>Null for a name that no record has, and for "none", the name of a date that is not known.</returns>
    public static DateProvenance? ProvenanceOf(string? name) => name switch
    {
        null or "metadata" => DateProvenance.Metadata,
        "text" => DateProvenance.Text,
        "url" => DateProvenance.Url,
        "path" => DateProvenance.Path,
        "argument" => DateProvenance.Argument,
        _ => null,
    };

    /// <returns>Null for a name that no record has.</returns>
    public static EntityType? TypeOf(string? name) => name switch
    {
        "person" => EntityType.Person,
        "organization" => EntityType.Organization,
        "place" => EntityType.Place,
        _ => null,
    };
}
