namespace NewsIndex.Entities;

/// <summary>What a country has one of.</summary>
/// <param name="Institution">Its first name in <c>institutions.tsv</c>, such as <c>Finance Ministry</c>.</param>
public readonly record struct NationalInstitution(string Institution, KnownEntity Country)
{
    /// <summary>"Japan's Finance Ministry".</summary>
    /// <param name="name">How the institution is called.</param>
    public string Called(string name) => $"{Country.Name}{(Country.Name.EndsWith('s') ? "'" : "'s")} {name}";
}
