using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsIndex.Lucene.Schema;

/// <summary>
/// The terms of a mention in <see cref="IndexFields.Mentions"/>, all at its position: that of its entity; that of its name, which says the
/// entity too, so that names can be enumerated by their beginning and an entity be asked for by some of its names only; and for persons
/// those of the first and the last word of the full name, so that a surname leads to everyone who has it.
/// </summary>
internal static class MentionTerm
{
    private const char Part = '\u0001';

    public static string OfEntity(EntityReference entity) => $"e{Letter(entity.Type)}{entity.Id}";

    public static string OfName(EntityReference entity, string name) => OfName(entity, name, EntityName.Normalise(name));

    public static IEnumerable<string> All(EntityReference entity, string name)
    {
        var normalised = EntityName.Normalise(name);
        yield return OfEntity(entity);
        yield return OfName(entity, name, normalised);
        if (entity.Type != EntityType.Person || !normalised.Contains(' ', StringComparison.Ordinal))
            yield break;
        // Of the name as it is said, without Jr.: "Bush, George W." and "Robert Dole Jr." are of the families Bush and Dole.
        var words = NameKey.Of(name, entity.Type).Split(' ');
        yield return $"{WordPrefix(words[^1])}{entity.Id}";
        if (words.Length > 1)
            yield return $"{WordPrefix(words[0])}{entity.Id}";
    }

    /// <summary>What the terms of all persons begin with whose full name begins or ends with a word.</summary>
    public static string WordPrefix(string word) => $"wp{word}{Part}";

    /// <summary>What the terms of all mentions of a name begin with.</summary>
    /// <param name="normalised">See <see cref="EntityName.Normalise"/>.</param>
    public static string NamePrefix(EntityType type, string normalised) => $"n{Letter(type)}{normalised}{Part}";

    /// <summary>What the terms of all names of a type begin with.</summary>
    public static string AllNames(EntityType type) => $"n{Letter(type)}";

    /// <summary>The names that are seen in a segment, in the order of their terms, from a prefix on.</summary>
    public static IEnumerable<MentionName> Names(AtomicReader segment, string prefix)
    {
        if (segment.GetTerms(IndexFields.Mentions) is not { } terms)
            yield break;
        var names = terms.GetEnumerator();
        var start = new BytesRef(prefix);
        if (names.SeekCeil(start) == TermsEnum.SeekStatus.END)
            yield break;
        do
        {
            if (!StringHelper.StartsWith(names.Term, start))
                yield break;
            yield return Read(names);
        }
        while (names.MoveNext());
    }

    /// <summary>The name is empty for terms of words.</summary>
    private static MentionName Read(TermsEnum names)
    {
        var term = Encoding.UTF8.GetString(names.Term.Bytes, names.Term.Offset, names.Term.Length);
        var type = term[1] switch { 'p' => EntityType.Person, 'o' => EntityType.Organization, _ => EntityType.Place };
        var parts = term[2..].Split(Part, 3);
        return new MentionName(new EntityReference(type, parts[1]), parts[0], parts.Length > 2 ? parts[2] : "", term, names.DocFreq, names.TotalTermFreq);
    }

    private static string OfName(EntityReference entity, string name, string normalised) =>
        $"{NamePrefix(entity.Type, normalised)}{entity.Id}{Part}{OnOneLine(name)}";

    /// <summary>A name may have a line end of its text in it.</summary>
    private static string OnOneLine(string name) =>
        name.AsSpan().ContainsAny('\n', '\r', '\t') ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : name;

    private static char Letter(EntityType type) => type switch
    {
        EntityType.Person => 'p',
        EntityType.Organization => 'o',
        _ => 'l',
    };
}

/// <summary>A name of an entity as it is written somewhere.</summary>
/// <param name="Normalised">See <see cref="EntityName.Normalise"/>.</param>
/// <param name="Term">Its term in <see cref="IndexFields.Mentions"/>.</param>
/// <param name="Articles">Articles that have it, with some that were replaced.</param>
internal readonly record struct MentionName(EntityReference Entity, string Normalised, string Name, string Term, int Articles, long Mentions);
