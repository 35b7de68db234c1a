namespace NewsIndex.Queries;

/// <summary>How the name of an entity is taken.</summary>
public enum NameMatch
{
    /// <summary>It leads to an entity, by any of its names or by its id, and all of that one's names are searched.</summary>
    Resolved,

    /// <summary>Only this name, whomever it stands for.</summary>
    Literal,

    /// <summary>Entities one of whose names is spelt nearly so.</summary>
    Nearly,
}
