using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>Normal form of names for comparison.</summary>
public static partial class NameKey
{
    private static readonly FrozenSet<string> Titles = Words(
        "mr mrs ms miss dr prof professor sir dame lord lady president vicepresident premier chancellor king queen prince princess "
        + "emperor sultan emir sheikh sheik " +
        "shaikh pope cardinal archbishop bishop father rev reverend rabbi imam ayatollah gen general lt lieutenant col colonel maj major "
        + "capt captain cmdr commander " +
        "adm admiral sgt sergeant cpl corporal pvt private brig brigadier marshal gov governor sen senator rep representative congressman "
        + "congresswoman mp minister " +
        "secretary ambassador judge justice mayor chairman chairwoman ceo coach detective officer constable inspector comrade mme m mlle "
        + "herr frau signor senor hon " +
        "commodore madame madam baron baroness duke duchess count countess lady sister brother chief ltc msgr monsignor " +
        "former ex acting then late vice st saint");

    private static readonly SearchValues<char> NicknameMarks = SearchValues.Create("\"“„‘'(");

    private static readonly FrozenSet<string> PersonSuffixes = Words("jr sr ii iii iv md phd esq mp qc kc obe mbe cbe dds rn mba cpa");

    private static readonly FrozenSet<string> CompanyForms = Words(
        "inc incorporated corp corporation co company cos ltd limited plc llc llp lp ag sa spa nv bv gmbh kg kgaa oyj oy ab asa as aps "
        + "pty pte sarl se sab srl kk bhd tbk jsc pjsc ojsc ooo holdings holding");

    /// <summary>
    /// <see cref="EntityName.Normalise"/>, then without possessive and leading "the", and with spaced initials joined ("J. P. Morgan" is
    /// "J.P. Morgan"). Persons are in natural order ("Bush, George W."), without titles, quoted nicknames, the Arabic article, middle
    /// initials and Jr.; organisations without their legal form. Nothing is removed that would leave an empty name.
    /// </summary>
    /// <returns>Words in lower case, separated by single spaces; empty if the name has no letters or digits.</returns>
    public static string Of(string name, EntityType? type) => type switch
    {
        EntityType.Person => OfPerson(PersonWords(name)),
        EntityType.Organization => OfOrganization(JoinInitials(WordsOf(name))),
        _ => Join(JoinInitials(WordsOf(name))),
    };

    /// <summary>All keys of a name: for persons also the one with all initials.</summary>
    public static IEnumerable<string> All(string name, EntityType type) =>
        (type == EntityType.Person ? new[] { Of(name, type), WithInitials(name) } : [Of(name, type)]).Distinct();

    /// <summary>The key of a person with all initials: George W. Bush is not George H. W. Bush.</summary>
    public static string WithInitials(string name) => Join(JoinInitials(PersonWords(name)));

    /// <summary>A name in natural order, for prefix search: as <see cref="Of"/>, but with titles and all other words.</summary>
    public static string Said(string name) => Join(JoinInitials(EntityName.Normalise(InvertedName.TurnedRound(name)).Split(' ')));

    /// <summary>Returns true if <see cref="Said"/> may differ from <see cref="EntityName.Normalise"/>: cheap, and rarely true.</summary>
    internal static bool IsSaidOtherwise(string name, string normalised) =>
        name.Contains(',', StringComparison.Ordinal) || HasSpacedInitials(normalised);

    private static bool HasSpacedInitials(string normalised)
    {
        for (var i = 1; i + 1 < normalised.Length; i++)
        {
            if (normalised[i] == ' ' && (i < 2 || normalised[i - 2] == ' ') && (i + 2 == normalised.Length || normalised[i + 2] == ' '))
                return true;
        }

        return false;
    }

    internal static bool IsTitle(string word) => Titles.Contains(word.ToLowerInvariant());

    internal static bool IsPersonSuffix(string normalised) => PersonSuffixes.Contains(normalised);

    private static string[] WordsOf(string name)
    {
        var words = EntityName.Normalise(WithoutPossessive(name)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words[0] == "the" ? words[1..] : words;
    }

    /// <summary>Removes titles and articles.</summary>
    private static ReadOnlySpan<string> PersonWords(string name)
    {
        var said = BeforeComma(InvertedName.TurnedRound(name));
        if (said.AsSpan().IndexOfAny(NicknameMarks) > 0)
            said = Nickname().Replace(said, " ");
        var words = WordsOf(ArabicArticle().Replace(said, "")).AsSpan();
        while (words.Length > 1 && Titles.Contains(words[0]) && !IsInitialOf(words))
            words = words[1..];
        return JoinMc(WithoutMiddleArticles(words));
    }

    /// <summary>"Bashar al Assad", "Khalid Al Falih".</summary>
    private static ReadOnlySpan<string> WithoutMiddleArticles(ReadOnlySpan<string> words)
    {
        if (words.Length < 3 || words[1..^1].IndexOfAny("al", "el") < 0)
            return words;
        return words.ToArray().Where((word, i) => word is not ("al" or "el") || i == 0).ToArray();
    }

    /// <summary>"M. K. Gandhi" is not a monsieur.</summary>
    private static bool IsInitialOf(ReadOnlySpan<string> words) => words[0] == "m" && words[1].Length == 1;

    /// <summary>"Mc Donald" is McDonald.</summary>
    private static ReadOnlySpan<string> JoinMc(ReadOnlySpan<string> words)
    {
        var mc = words.IndexOf("mc");
        if (mc < 0 || mc + 1 == words.Length)
            return words;
        string[] joined = [.. words[..mc], "mc" + words[mc + 1], .. words[(mc + 2)..]];
        return joined;
    }

    /// <summary>"Louis VIII" of "Louis VIII, Landgrave of Hesse-Darmstadt".</summary>
    private static string BeforeComma(string name) =>
        name.IndexOf(',', StringComparison.Ordinal) is var comma and > 1 ? name[..comma] : name;

    private static string OfPerson(ReadOnlySpan<string> words)
    {
        while (words.Length > 2 && PersonSuffixes.Contains(words[^1]))
            words = words[..^1];
        var initials = 0;
        while (initials < words.Length && words[initials].Length == 1)
            initials++;
        // Initials at the start are part of the name ("J. K. Rowling"); those in the middle are optional ("Donald J. Trump").
        var first = initials > 1 ? initials : 1;
        if (words.Length <= first + 1)
            return Join(JoinInitials(words));
        var kept = new List<string>(words.Length) { string.Concat(words[..first]) };
        foreach (var middle in words[first..^1])
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

    /// <summary>Adjacent single letters are one word, as with dots: "J P" is "J.P.", which becomes "jp".</summary>
    private static ReadOnlySpan<string> JoinInitials(ReadOnlySpan<string> words)
    {
        var joined = new List<string>(words.Length);
        var run = false;
        foreach (var word in words)
        {
            var isInitial = word.Length == 1 && char.IsLetter(word[0]);
            if (isInitial && run)
                joined[^1] += word;
            else
                joined.Add(word);
            run = isInitial;
        }

        return joined.ToArray();
    }

    private static string WithoutPossessive(string name) =>
        name.Length > 2 && name[^1] is 's' or 'S' && EntityName.IsApostrophe(name[^2]) ? name[..^2] : name;

    private static string Join(ReadOnlySpan<string> words) => string.Join(' ', words);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>In quotation marks or parentheses: William "Bill" Clinton.</summary>
    [GeneratedRegex("(?<=\\S\\s)(\"[^\"]+\"|[“„][^“”]+[“”]|[‘'][\\w\\s]+[’'](?=\\s)|\\([^)]*\\))(?=\\s\\w)")]
    private static partial Regex Nickname();

    /// <summary>
    /// The Arabic article in "al-Assad" and "el-Sisi", and in assimilated forms such as "as-Sadr", is optional in newspapers. Without a
    /// hyphen and at the start, it is removed only in lower case before a capital: Al Gore has a first name.
    /// </summary>
    [GeneratedRegex(@"(?<!\w)(?:(?i:[ae]l[-‐‑])(?=\p{L})|(?i:[ae]([sdnrtz]h?)[-‐‑](?=\1))|[ae]l\s+(?=\p{Lu}))")]
    private static partial Regex ArabicArticle();
}
