using System.Collections.Frozen;
using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>The form in which two spellings of one name are the same.</summary>
public static class NameKey
{
    private static readonly FrozenSet<string> Titles = Words(
        "mr mrs ms miss dr prof professor sir dame lord lady president vicepresident premier chancellor king queen prince princess emperor sultan emir sheikh sheik " +
        "shaikh pope cardinal archbishop bishop father rev reverend rabbi imam ayatollah gen general lt lieutenant col colonel maj major capt captain cmdr commander " +
        "adm admiral sgt sergeant cpl corporal pvt private brig brigadier marshal gov governor sen senator rep representative congressman congresswoman mp minister " +
        "secretary ambassador judge justice mayor chairman chairwoman ceo coach detective officer constable inspector comrade mme m mlle herr frau signor senor don hon " +
        "commodore madame madam baron baroness duke duchess count countess lady sister brother chief ltc msgr monsignor " +
        "former ex acting then late st saint");

    private static readonly FrozenSet<string> PersonSuffixes = Words("jr sr ii iii iv md phd esq mp qc kc obe mbe cbe dds rn mba cpa");

    private static readonly FrozenSet<string> CompanyForms = Words(
        "inc incorporated corp corporation co company cos ltd limited plc llc llp lp ag sa spa nv bv gmbh kg kgaa oyj oy ab asa as aps pty pte sarl se sab srl kk bhd tbk jsc pjsc ojsc ooo holdings holding");

    /// <summary>
    /// <see cref="EntityName.Normalise"/>, and beyond it: without a possessive and a leading "the"; persons without titles, initials in the
    /// middle and Jr.; organisations without their legal form. What would leave nothing is not taken away.
    /// </summary>
    /// <returns>Words in lower case, parted by single spaces; empty when the name has neither letter nor digit.</returns>
    public static string Of(string name, EntityType? type)
    {
        var words = WordsOf(type == EntityType.Person ? BeforeComma(name) : name);
        return type switch
        {
            EntityType.Person => OfPerson(words),
            EntityType.Organization => OfOrganization(words),
            _ => Join(words),
        };
    }

    /// <summary>All forms in which a name is looked up: for persons also the one with every initial.</summary>
    public static IEnumerable<string> All(string name, EntityType type) => (type == EntityType.Person ? new[] { Of(name, type), WithInitials(name) } : [Of(name, type)]).Distinct();

    /// <summary>The same for a person with every initial kept: George W. Bush is not George H. W. Bush.</summary>
    public static string WithInitials(string name)
    {
        var words = WordsOf(BeforeComma(name));
        while (words.Length > 1 && Titles.Contains(words[0]))
            words = words[1..];
        return Join(words);
    }

    private static ReadOnlySpan<string> WordsOf(string name)
    {
        var words = EntityName.Normalise(WithoutPossessive(name).Replace("&", " and ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        return words.Length > 1 && words[0] == "the" ? words[1..] : words;
    }

    /// <summary>"Louis VIII" of "Louis VIII, Landgrave of Hesse-Darmstadt".</summary>
    private static string BeforeComma(string name) => name.IndexOf(',', StringComparison.Ordinal) is var comma and > 1 ? name[..comma] : name;

    private static string OfPerson(ReadOnlySpan<string> words)
    {
        while (words.Length > 1 && Titles.Contains(words[0]))
            words = words[1..];
        while (words.Length > 2 && PersonSuffixes.Contains(words[^1]))
            words = words[..^1];
        if (words.Length <= 2)
            return Join(words);
        var kept = new List<string>(words.Length) { words[0] };
        foreach (var middle in words[1..^1])
        {
            if (middle.Length > 1)
                kept.Add(middle);
        }

        kept.Add(words[^1]);
        return string.Join(' ', kept);
    }

    private static string OfOrganization(ReadOnlySpan<string> words)
    {
        while (words.Length > 1 && CompanyForms.Contains(words[^1]))
            words = words[..^1];
        if (words.Length > 1 && words[^1] == "and")
            words = words[..^1];
        return Join(words);
    }

    private static string WithoutPossessive(string name) =>
        name.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || name.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? name[..^2] : name;

    private static string Join(ReadOnlySpan<string> words) => string.Join(' ', words);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
