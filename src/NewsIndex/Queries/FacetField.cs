namespace NewsIndex.Queries;

/// <summary>A property that articles can be counted by.</summary>
public enum FacetField
{
    Source,
    Language,
    Section,
    Author,
    Tag,
    Person,
    Organization,
    Place,
}
