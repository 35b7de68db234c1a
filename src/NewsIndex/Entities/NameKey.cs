using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>The form in which two spellings of one name are the same.</summary>
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
    /// <see cref="EntityName.Normalise"/>, and beyond it: without a possessive and a leading "the", and with spaced initials as one word
    /// ("J. P. Morgan" is "J.P. Morgan"). Persons in the order in which names are said ("Bush, George W."), without titles, nicknames in
    /// quotation marks, the Arabic article, initials in the middle and Jr.; organisations without their legal form. What would leave
    /// nothing is not taken away.
    /// </summary>
    /// <returns>Words in lower case, parted by single spaces; empty when the name has neither letter nor digit.</returns>
    public static string Of(string name, EntityType? type) => type switch
    {
        EntityType.Person => OfPerson(PersonWords(name)),
        EntityType.Organization => OfOrganization(JoinInitials(WordsOf(name))),
        _ => Join(JoinInitials(WordsOf(name))),
    };

    /// <summary>All forms in which a name is looked up: for persons also the one with every initial.</summary>
    public static IEnumerable<string> All(string name, EntityType type) =>
        (type == EntityType.Person ? new[] { Of(name, type), WithInitials(name) } : [Of(name, type)]).Distinct();

    /// <summary>The same for a person with every initial kept: George W. Bush is not George H. W. Bush.</summary>
    public static string WithInitials(string name) => Join(JoinInitials(PersonWords(name)));

    /// <summary>
    /// A name as it is said, to be looked up by its beginning: see <see cref="Of"/>, but with titles and all other words.
    /// </summary>
    public static string Said(string name) => Join(JoinInitials(EntityName.Normalise(InvertedName.TurnedRound(name)).Split(' ')));

    /// <summary>Whether <see cref="Said"/> may be another than <see cref="EntityName.Normalise"/>: quick, and rarely so.</summary>
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

    /// <summary>Without titles and articles.</summary>
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

    /// <summary>"M. K. Gandhi" is no monsieur.</summary>
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
        // A run at the beginning is what somebody goes by, "J. K. Rowling"; in the middle they come and go, "Donald J. Trump".
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

    /// <summary>
    /// Letters that stand alone side by side are one word, as they are with dots between them: "J P" is "J.P.", which is "jp".
    /// </summary>
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
    /// Of "al-Assad" and "el-Sisi", and as it sounds before the consonants that it takes on, "as-Sadr": papers put it or leave it out.
    /// Without a hyphen, and before all other words, only in small letters before a capital: Al Gore has a first name.
    /// </summary>
    [GeneratedRegex(@"(?<!\w)(?:(?i:[ae]l[-‐‑])(?=\p{L})|(?i:[ae]([sdnrtz]h?)[-‐‑](?=\1))|[ae]l\s+(?=\p{Lu}))")]
    private static partial Regex ArabicArticle();
}
