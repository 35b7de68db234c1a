namespace NewsIndex.Entities;

/// <summary>An institution of a country.</summary>
/// <param name="Institution">Its first name in <c>institutions.tsv</c>, such as <c>Finance Ministry</c>.</param>
public readonly record struct NationalInstitution(string Institution, KnownEntity Country)
{
    /// <summary>"Japan's Finance Ministry".</summary>
    /// <param name="name">Name of the institution.</param>
    public string Called(string name) => $"{Country.Name}{(Country.Name.EndsWith('s') ? "'" : "'s")} {name}";
}
