namespace NewsIndex.Queries;

/// <summary>How the name of an entity is matched.</summary>
public enum NameMatch
{
    /// <summary>Resolves the name or id to an entity and searches all names of that entity.</summary>
    Resolved,

    /// <summary>Searches this name only, whatever entity it stands for.</summary>
    Literal,

    /// <summary>Entities with a name within a small edit distance.</summary>
    Nearly,
}
