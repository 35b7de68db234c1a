using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>
/// Resolves generic names such as "Treasury" or "Commission" to a country: by the words beside the name, by its longer forms in the
/// article, by the dateline, or by the only country in the article. Without such evidence the name stays unresolved: a wrong ministry is
/// worse than none.
/// </summary>
internal sealed class GenericNames(ArticleName[] names, AliasTable aliases, Institutions institutions)
{
    /// <summary>
    /// Maximum number of characters between a country and its institution: "Japan's Finance Ministry", "the Finance Ministry of Japan".
    /// </summary>
    private const int MostBefore = 3, MostAfter = 4;

    private readonly Lazy<KnownEntity?> onlyCountry = new(() =>
        names.Select(name => CountryOf(name, aliases)).OfType<KnownEntity>().Distinct().Take(2).ToList() is [var only] ? only : null);

    /// <summary>Returns null for a name that is not generic, or that states its country.</summary>
    public EntityReference? Resolve(ArticleName name)
    {
        if (name.Type != EntityType.Organization || aliases.Find(name.Type, name.Key).Count > 0)
            return null;
        if (institutions.Read(name.Key) is { } its)
            return institutions.ReferenceOf(its);
        if (institutions.Find(name.Key) is { } institution)
            return OwnerOf(name, institution) is { } owner
                ? institutions.ReferenceOf(owner)
                : LongerForm(name) ?? InCountry(name, institution);
        return institutions.IsNoun(name.Key) ? LongerForm(name) ?? EntityReference.Unresolved(name.Type, name.Key) : null;
    }

    /// <summary>The country beside this mention or beside the nearest other mention, earlier ones first.</summary>
    private NationalInstitution? OwnerOf(ArticleName name, string institution)
    {
        if (Stated(name, institution) is { } own)
            return own;
        return Others(name).Select(other => Stated(other, institution)).FirstOrDefault(stated => stated is not null);
    }

    private NationalInstitution? Stated(ArticleName name, string institution)
    {
        if (name.Type != EntityType.Organization)
            return null;
        if (institutions.Read(name.Key) is { } its)
            return its.Institution == institution ? its : null;
        return institutions.Find(name.Key) == institution && Beside(name) is { } country
            ? new NationalInstitution(institution, country)
            : null;
    }

    /// <summary>The country right before or after a name.</summary>
    private KnownEntity? Beside(ArticleName name)
    {
        if (name.Mention is not { } mention)
            return null;
        if (name.Number > 0
            && names[name.Number - 1].Mention is { } before
            && before.Zone == mention.Zone
            && mention.Start - before.End is >= 0 and <= MostBefore
        && CountryOf(names[name.Number - 1], aliases) is { } left)
            return left;
        return name.Number + 1 < names.Length
            && names[name.Number + 1].Mention is { } after
            && after.Zone == mention.Zone
            && after.Start - mention.End is >= 0 and <= MostAfter
            ? CountryOf(names[name.Number + 1], aliases)
            : null;
    }

    /// <summary>"Commission" is the last European Commission before it, and "Supreme Court" that of California.</summary>
    private EntityReference? LongerForm(ArticleName name)
    {
        var longer = Others(name).FirstOrDefault(
            other => other.Type == name.Type && other.Words.Length > name.Words.Length && other.Words.AsSpan().EndsWith(name.Words));
        if (longer is null)
            return null;
        return aliases.Find(longer.Type, longer.Key) is [var known] ? known.Reference : EntityReference.Named(longer.Type, longer.Key);
    }

    private EntityReference InCountry(ArticleName name, string institution) => (DatedFrom() ?? onlyCountry.Value) is { } country
        ? institutions.ReferenceOf(new NationalInstitution(institution, country))
        : EntityReference.Unresolved(name.Type, name.Key);

    private KnownEntity? DatedFrom() =>
        names.FirstOrDefault(name => name.Mention is { Zone: MentionZone.Body, Start: 0 }) is { } first ? CountryOf(first, aliases) : null;

    /// <summary>Names before a name, in reverse order, and then those after it.</summary>
    private IEnumerable<ArticleName> Others(ArticleName name) => names[..name.Number].Reverse().Concat(names.Skip(name.Number + 1));

    private static KnownEntity? CountryOf(ArticleName name, AliasTable aliases) =>
        name.Type == EntityType.Place ? aliases.CountryNamed(name.Key) ?? aliases.GovernedFrom(name.Key) : null;
}
