using NewsIndex.Articles;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Backends;

/// <summary>
/// Articles that a scope shows beside some that it hides. Hidden ones arrive between the others, repeat their texts and names, and have
/// words, names, labels and a language of their own: all of those contain <see cref="Mark"/>.
/// </summary>
internal static class ScopedArticles
{
    public const string Mark = "zyx";

    private const string Wire =
        "The minister of finance said on Monday that the central bank would raise its rates by a quarter of a point, the third rise in a "
        + "year, to hold back prices that have grown faster than wages since the spring.";

    /// <summary>All of these show the same articles.</summary>
    public static IReadOnlyList<ArticleScope> Scopes { get; } =
    [
        ArticleScope.OfSources("Times", "herald"),
        ArticleScope.Of(new Query.Not(new Query.Labelled(ArticleLabel.Section, "zyxsecret"))),
        ArticleScope.Of(new Query.And([
            new Query.Labelled(ArticleLabel.Source, null), new Query.Not(new Query.Labelled(ArticleLabel.Source, "Zyx Gazette"))])),
    ];

    public static IReadOnlyList<string> VisibleIds { get; } = ["v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8"];

    public static IReadOnlyList<string> HiddenIds { get; } = ["zyx1", "zyx2", "zyx3", "zyx4", "zyx5", "zyx6", "zyx7"];

    /// <summary>Articles of each commit. An id that comes again is a new revision.</summary>
    public static IReadOnlyList<Article[]> Commits { get; } =
    [
        [
            Hidden("zyx1", "1986-12-30", Wire),
            Visible("v1", "1987-01-02", Wire, "Times"),
            Hidden("zyx2", "1985-05-05", "Zyxtus Crowe met Jane Roe beside the zyxmill in a storm, a storm of storms"),
            Visible("v2", "1987-02-03", "Jane Roe said the storm hit the coast. The harbour was closed.", "Herald"),
        ],
        [
            Hidden("zyx3", "1999-09-09", "Der Sturm traf die Zyxküste und der Hafen blieb am Montag geschlossen") with { Language = "de" },
            Visible("v3", "1988-03-04", "Le ministre a parlé de la tempête et du port à Jane Roe", "Times") with { Language = "fr" },
            Visible("v4", "1988-03-05", Wire + " Markets fell.", "Herald"),
            Visible("v5", null, "The bank and the harbour: a quiet storm over the coast, said John Doe", "Times"),
            Hidden("zyx4", "1988-03-06", "storm storm storm storm harbour zyxed by John Doe and Zyxtus Crowe"),
        ],
        [
            Visible("v2", "1987-02-03", "Jane Roe said the storm had hit the coast. The harbour is open.", "Herald"),
            Hidden("zyx4", "1988-03-06", "storm storm storm harbour coast zyxed again by John Doe and Zyxtus Crowe"),
            Hidden("zyx5", "2001-01-01", "zyxword alone with the storm and Jane Roe and John Doe and a zyxotic harbour"),
        ],
        [
            Visible("v6", "1989-06-07", "A storm warning for the coast: Jane Roe and John Doe closed the harbour together", "Herald"),
            Visible("v7", "1989-06-08", "Jane Roe and John Doe spoke of exotic prices, of the bank and of storms", "Times"),
            Hidden("zyx6", "1989-06-08", "Jane Roe and John Doe spoke of exotic prices, of the bank and of storms, zyx"),
            Hidden("zyx7", null, "storm harbour coast bank minister prices wages spring zyxword"),
            Visible("v8", "1989-12-31", "exotic harbour storms", "Herald"),
        ],
    ];

    private static Article Visible(string id, string? date, string body, string source) => ArticleOf(id, date, body) with
    {
        Source = source,
        Section = "News",
        Authors = ["Ann Lee"],
        Tags = [id == "v7" ? "prices" : "weather"],
    };

    private static Article Hidden(string id, string? date, string body) => ArticleOf(id, date, body) with
    {
        Source = "Zyx Gazette",
        Section = "zyxsecret",
        Authors = ["ANN LEE", "Zyx Writer"],
        Tags = ["weather", "zyxtag"],
        Entities = [.. NamesIn(body), new NamedEntity("Zyx Company", EntityType.Organization)],
    };

    private static Article ArticleOf(string id, string? date, string body) => new()
    {
        Id = id,
        Headline = $"{body.Split(' ')[1]} {body.Split(' ')[^1]} news",
        Body = body,
        Language = "en",
        Published = date is not null && PartialDate.TryParse(date, out var day)
            ? new PublishedDate(day, null, DateProvenance.Metadata)
            : PublishedDate.Unknown,
        Entities = [.. NamesIn(body)],
    };

    private static IEnumerable<NamedEntity> NamesIn(string body) =>
        from name in (string[])["Jane Roe", "John Doe", "Zyxtus Crowe"]
        where body.Contains(name, StringComparison.Ordinal)
        select new NamedEntity(name, EntityType.Person);
}
