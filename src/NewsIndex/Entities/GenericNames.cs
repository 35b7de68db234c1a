using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>
/// Says whose "Treasury" or "Commission" an article speaks of, by what stands beside the name, by its longer forms, by where the article is
/// dated from, and by the only country that it names. What none of these tells stays open: a wrong ministry is worse than none.
/// </summary>
internal sealed class GenericNames(ArticleName[] names, AliasTable aliases, Institutions institutions)
{
    /// <summary>Characters between a country and its institution: "Japan's Finance Ministry", "the Finance Ministry of Japan".</summary>
    private const int MostBefore = 3, MostAfter = 4;

    private readonly Lazy<KnownEntity?> onlyCountry = new(() =>
        names.Select(name => CountryOf(name, aliases)).OfType<KnownEntity>().Distinct().Take(2).ToList() is [var only] ? only : null);

    /// <summary>Null for a name that is not one of these, or that says itself whose it is.</summary>
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

    /// <summary>As this mention says, or the nearest of the article that says so, those before it first.</summary>
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

    /// <summary>The country that stands right before or after a name.</summary>
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

    /// <summary>"Commission" is the European Commission that was named last, and "Supreme Court" that of California.</summary>
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

    /// <summary>Of the article, those before a name from it backwards, and then those after it.</summary>
    private IEnumerable<ArticleName> Others(ArticleName name) => names[..name.Number].Reverse().Concat(names.Skip(name.Number + 1));

    private static KnownEntity? CountryOf(ArticleName name, AliasTable aliases) =>
        name.Type == EntityType.Place ? aliases.CountryNamed(name.Key) ?? aliases.GovernedFrom(name.Key) : null;
}
