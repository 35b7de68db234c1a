using System.Security.Cryptography;
using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>
/// Links the names of one article to entities: a surname to its full name, an acronym to its long form, and each of them to the alias
/// table. Types are kept apart, and names are never linked by similarity: "Japan" is not the Bank of Japan.
/// </summary>
public sealed class MentionResolver(AliasTable aliases, Institutions institutions)
{
    /// <summary>Version of the rules; increment it when they link a name to another entity than before.</summary>
    private const int Rules = 3;

    /// <summary>Identifies the rules and the tables of the product: with others, links differ.</summary>
    public static string Identity { get; } = $"names {Rules}.{TableDigest()}";

    /// <param name="mentions">Mentions of one article, in the order of its text, those of the headline first.</param>
    /// <param name="given">Entities that the archive gives beside the text; they are linked together with the mentions.</param>
    /// <returns>One reference for each mention, and then one for each given entity.</returns>
    public EntityReference[] Resolve(IReadOnlyList<Mention> mentions, IReadOnlyList<NamedEntity> given)
    {
        var names = mentions.Select(NameOf)
            .Concat(
                given.Select(
                    (entity, i) => new ArticleName(entity.Type, NameKey.Of(entity.Name, entity.Type), entity.Name, mentions.Count + i)))
            .ToArray();
        var generic = new GenericNames(names, aliases, institutions);
        return [.. names.Select(Resolve)];

        EntityReference Resolve(ArticleName name)
        {
            if (generic.Resolve(name) is { } known)
                return known;
            var full = LongForm(name, names);
            return (full != name ? generic.Resolve(full) : null) ?? ReferenceOf(full);
        }
    }

    private static string TableDigest()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in (string[])["aliases.tsv", "institutions.tsv"])
        {
            using var stream = typeof(MentionResolver).Assembly.GetManifestResourceStream(table)!;
            digest.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, 3));
    }

    /// <summary>A firm may have the name of its founders; the alias table is more reliable than the recogniser.</summary>
    private ArticleName NameOf(Mention mention, int number)
    {
        var key = NameKey.Of(mention.Name, mention.Type);
        if (mention.Type != EntityType.Person || aliases.Find(EntityType.Person, key).Count > 0)
            return new ArticleName(mention.Type, key, mention.Name, number, mention);
        var ofFirm = NameKey.Of(mention.Name, EntityType.Organization);
        return aliases.Find(EntityType.Organization, ofFirm) is [_]
            ? new ArticleName(EntityType.Organization, ofFirm, mention.Name, number, mention)
            : new ArticleName(EntityType.Person, key, mention.Name, number, mention);
    }

    private EntityReference ReferenceOf(ArticleName name)
    {
        if (name.Type == EntityType.Place && aliases.CountryOf(name.Key) is { } country)
            return country.Reference;
        if (name.Type == EntityType.Person && aliases.Find(name.Type, name.FullKey) is [var exactly])
            return exactly.Reference;
        if (aliases.Find(name.Type, name.Key) is [var known])
            return known.Reference;
        return name.Type == EntityType.Person && !name.HasSpace
            ? EntityReference.Unresolved(name.Type, name.Key)
            : EntityReference.Named(name.Type, name.Key);
    }

    private static ArticleName LongForm(ArticleName name, ArticleName[] names) => name.Type switch
    {
        EntityType.Person =>
            WithMiddleName(
                WithLongForm(WithFirstName(WithGivenName(name.HasSpace ? name : FullName(name, names), names), names), names), names),
        EntityType.Organization => name.Acronym is not null ? SpelledOut(name, names) : name.HasSpace ? name : Beginning(name, names),
        _ => WithRegion(name, names),
    };

    /// <summary>"Springfield" is linked to the Springfield, Illinois of the article, when there is one.</summary>
    private static ArticleName WithRegion(ArticleName name, ArticleName[] names)
    {
        var found = name;
        foreach (var other in names)
        {
            if (other.Type != EntityType.Place || other.BeforeComma != name.Key || name.HasComma)
                continue;
            if (found != name && found.Key != other.Key)
                return name;
            found = other;
        }

        return found;
    }

    /// <summary>
    /// "Trump" is linked to the last Donald Trump before it; "Louis" to the first Louis IX of the article, since articles call their main
    /// persons by first name; otherwise to the next one.
    /// </summary>
    private static ArticleName FullName(ArticleName name, ArticleName[] names)
    {
        ArticleName? byFirst = null, later = null;
        for (var i = name.Number - 1; i >= 0; i--)
        {
            if (!IsFullPerson(names[i]))
                continue;
            if (names[i].EndsWith(name.Key))
                return names[i];
            if (names[i].StartsWith(name.Key))
                byFirst = names[i];
        }

        if (byFirst is not null)
            return byFirst;
        for (var i = name.Number + 1; i < names.Length && later is null; i++)
        {
            if (IsFullPerson(names[i]) && (names[i].EndsWith(name.Key) || names[i].StartsWith(name.Key)))
                later = names[i];
        }

        return later ?? name;
    }

    private static bool IsFullPerson(ArticleName name) => name.Type == EntityType.Person && name.HasSpace;

    /// <summary>"Van Gogh" is the one Vincent van Gogh of the article, and "Suu Kyi" the one Aung San Suu Kyi.</summary>
    private static ArticleName WithGivenName(ArticleName name, ArticleName[] names) =>
        name.HasSpace
            ? OnlyOne(name, names, other => other.Words.Length > name.Words.Length && other.Words.AsSpan().EndsWith(name.Words))
            : name;

    /// <summary>"G. W. McLennan" is the one Grant McLennan of the article, and "SM Anwar" the one Sheikh Mohammad Anwar.</summary>
    private static ArticleName WithFirstName(ArticleName name, ArticleName[] names) =>
        name.Words is [var first, var family] && (first.Length == 1 || name.BeginsWithInitials || name.BeginsWithDottedInitials)
            ? OnlyOne(name, names,
                other => other.Words[0].Length > 1 && other.Words[^1] == family && other.Words[0] != first
                && HasInitials(other, first, name))
            : name;

    /// <summary>The second initial of "G. W." may be missing elsewhere; "SM" has both.</summary>
    private static bool HasInitials(ArticleName other, string initials, ArticleName name) =>
        initials.Length == 1 || (name.BeginsWithDottedInitials && other.Words.Length == 2)
        ? other.Words[0][0] == initials[0]
        : other.GivenInitials == initials;

    /// <summary>"Bill Brantley" is the one William Brantley of the article.</summary>
    private static ArticleName WithLongForm(ArticleName name, ArticleName[] names) => name.Words is [var first, var family]
        ? OnlyOne(
            name, names,
            other => other.Words[^1] == family && other.Words[0].Length > first.Length && Nicknames.Match(first, other.Words[0]))
        : name;

    /// <summary>"Hillary Clinton" is the one Hillary Rodham Clinton of the article.</summary>
    private static ArticleName WithMiddleName(ArticleName name, ArticleName[] names) => name.Words is [var first, var family]
        ? OnlyOne(
            name, names,
            other => other.Words.Length > 2
                && other.Words[0] == first
                && other.Words[^1] == family
                && other.MiddleInitials.StartsWith(name.MiddleInitials, StringComparison.Ordinal))
        : name;

    /// <summary>The person of the article whose full name matches; the name itself if none does, or several do.</summary>
    private static ArticleName OnlyOne(ArticleName name, ArticleName[] names, Func<ArticleName, bool> fits)
    {
        ArticleName? longer = null;
        foreach (var other in names)
        {
            if (!IsFullPerson(other) || !fits(other))
                continue;
            if (longer is not null && longer.Key != other.Key)
                return name;
            longer = other;
        }

        return longer ?? name;
    }

    private static ArticleName SpelledOut(ArticleName acronym, ArticleName[] names)
    {
        foreach (var other in names)
        {
            if (other.Type == EntityType.Organization && other.HasSpace && other.Acronym is null && other.HasInitials(acronym.Acronym!))
                return other;
        }

        return acronym;
    }

    /// <summary>"Boeing" is linked to the only organisation of the article whose name begins with it.</summary>
    private static ArticleName Beginning(ArticleName name, ArticleName[] names)
    {
        ArticleName? longer = null;
        foreach (var other in names)
        {
            if (other.Type != EntityType.Organization || !other.HasSpace || !other.StartsWith(name.Key))
                continue;
            if (longer is not null && longer.Key != other.Key)
                return name;
            longer = other;
        }

        return longer ?? name;
    }
}
