namespace Recognition.Rules;

/// <summary>The document rules that ship.</summary>
internal static class DocumentRules
{
    /// <summary>
    /// All rules in the order in which they apply. Bounds come first because the others compare whole names; surnames come last because
    /// they exclude every word that another rule has made an organisation or a place.
    /// </summary>
    public static IReadOnlyList<IDocumentRule> All { get; } =
    [
        new PersonBounds(),
        new Scorecards(),
        new FirmNames(),
        new DatelinePlaces(),
        new DescribedPlaces(),
        new TitledPersons(),
        new CarriedSurnames(),
    ];
}
