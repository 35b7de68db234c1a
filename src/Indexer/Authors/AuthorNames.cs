using System.Globalization;
using System.Text.RegularExpressions;
using Enrichment.WordTables;
using Indexer.Texts;

namespace Indexer.Authors;

/// <summary>Extracts names from a byline: without "By", date, role and other words around them.</summary>
internal static partial class AuthorNames
{
    /// <summary>Each name once, in order.</summary>
    public static List<string> In(IEnumerable<string> texts) =>
    [
        .. texts.SelectMany(text => Firm().IsMatch(text) ? [text] : Separator().Split(Prefix().Replace(Address().Replace(text, " "), "")))
            .Select(Clean)
            .Where(IsName)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Text after "By" or its equivalent on its own line; empty if there is none.</summary>
    public static string InByline(string line) => Byline().Match(line).Groups["name"].Value;

    /// <summary>Returns true for a newsroom or an agency rather than a person.</summary>
    public static bool IsNobody(string name) => Nobody.IsMatch(name);

    /// <summary>Additions to a name: an office, a degree, the initials of an agency.</summary>
    public static bool IsBeside(string name) => Beside.IsMatch(name);

    /// <summary>Returns true for exactly a first and a last name.</summary>
    public static bool IsWhole(string text) => WholeName().IsMatch(text);

    /// <summary>Returns true for a whole name on its own line, with each word capitalised.</summary>
    public static bool IsAlone(string line) => IsWhole(line) && Array.TrueForAll(line.Split(' '), word => char.IsUpper(word[0]));

    /// <summary>Returns true for a name as in addresses and accounts: janedoe.</summary>
    public static string Letters(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static readonly char[] AroundNames =
        [' ', ',', '-', '–', '|', '/', '•', '·', ':', '(', ')', '@', '"', '»', '«', '→', '*'];

    private static string Clean(string name)
    {
        name = Prefix().Replace(Prefix().Replace(PageText.Clean(name), ""), "");
        name = Role.Replace(Tail().Replace(name, ""), "").Trim(AroundNames);
        return name.Length > 3 && !name.Any(char.IsLower) && name.Contains(' ', StringComparison.Ordinal)
            ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant())
            : name;
    }

    private static bool IsName(string name) =>
        name.Length is >= 2 and <= 60
        && name.Any(char.IsLetter)
        && !name.Any(c => c is '{' or '<' or '=' or '#' or '?' or '!')
        && name.Count(char.IsDigit) <= 4
        && name.Count(c => c == ' ') <= 6
        && !name.Contains("http", StringComparison.OrdinalIgnoreCase)
        && !PartOfSentence.IsMatch(name)
        && (!EndsInLowerCase(name) || IsNobody(name))
        && !Never.IsMatch(name);

    /// <summary>Returns true if the last of several words is in lower case, as in sentences but not in names.</summary>
    private static bool EndsInLowerCase(string name) => name.Split(' ') is [_, _, .., { Length: >= 3 } last] && char.IsLower(last[0]);

    private const string By = @"(by|von|vom|par|por|di|door|av|af)";

    private const string Wrote =
        @"((written|posted|published|reported|reviewed|submitted|geschrieben|verfasst|erstellt|gespeichert|eingestellt|veröffentlicht"
        + @"|zeige alle beiträge|alle beiträge|beitrag|eingetragen|text|ein \p{L}+|eine \p{L}+|interview|autor(in)?|author|auteur(\(s\))?"
        + @"|redakteur(in)?|story|publicado|publié|foto|photos?|quelle|source)(\s+am\s+\S+|\s+on\s+\p{L}+ \d{1,2}, \d{4})?)";

    [GeneratedRegex(
        @"\A[\d.:/ ()\u2013|,-]*(" + Wrote + @"\s*:?\s*)?\b" + By + @"\b\s*:?\s+(?<name>(?-i:[\p{Lu}\d])\S.*|\S{8,}(?=\s*(\||,|\z)))"
        + @"|\A[\d.]{6,10}\s*[-\u2013|]\s*(?<name>\p{Lu}\p{L}+ \p{Lu}\p{L}+)\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    [GeneratedRegex(
        @"\s*(;|,(?!\s*(Jr|Sr|PhD|MD)\b)|\||\n|\u2022|\u00B7|/|\s(and|und|et|y|e|og|och|en|i|ja|ve|with|mit|&)\s)\s*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();

    [GeneratedRegex(
        @"\A\s*(beitrag(?=von )|" + Wrote + @"\s*(:\s*|\s+(?=" + By + @"\b)|(?<=author|autor|autorin)\s+))?((\b|(?<=beitrag))" + By
        + @"\b\s*:?\s+)?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();

    [GeneratedRegex(
        @"\s+(am|on|in|le(?= \d)|vom|quelle:|source:|datum:|date:|illustration|fotos?|photos?|alles von|kontakt|posted|published|updated"
        + @"|shares|veröffentlicht|aktualisiert|for the)(:?\s+.*)?\z"
        + @"|\s+(mo|di|mi|do|fr|sa|so)\.?(\s+\d.*)?\z|\s*\(.*\)?\z|\s+[-–—|]\s+.*\z|,?\s+\d{1,2}[./]\d{1,2}.*\z|\s+@.*\z"
        + @"|(?<=\w \w[\w'-]+)\s+(the )?(associated press|reuters|afp|bloomberg( news)?|usa today|staff (writer|reporter)"
        + @"|special to .*)\z"
        + @"|(?<=\p{L}{2} \p{L}{3,})(?<! (prof|univ|dipl|hon|mag|ing|rev|capt|gov|sen|rep))\.\s+\p{L}.*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();

    /// <summary>A firm with its location is one name.</summary>
    [GeneratedRegex(@"\b(GmbH|Inc\.|Ltd\.?|LLC),")]
    private static partial Regex Firm();

    [GeneratedRegex(@"\S+@\S+\.\S+|https?://\S+|www\.\S+")]
    private static partial Regex Address();

    private static readonly WordTable Table = WordTable.Read(typeof(AuthorNames), "byline-words.tsv");

    /// <summary>Job titles before a name; academic titles are part of the name.</summary>
    private static readonly Regex Role = WordPattern.Of(
        $@"\A((\S*-)?{AnyOf("title-suffix")}|{AnyOf("title")}),?\s+(?=\p{{Lu}}\p{{Ll}}+\.? \p{{Lu}})");

    [GeneratedRegex(@"\A\p{Lu}[\p{L}'\u2019.-]+( \p{L}[\p{L}'\u2019.-]*){1,3}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WholeName();

    /// <summary>Words that do not occur in names: lower-case words after a capitalised one, except particles.</summary>
    private static readonly Regex PartOfSentence = WordPattern.Of(
        $@"\p{{Lu}}.* (?!{AnyOf("particle")}\b)\p{{Ll}}{{2,}}\P{{L}}+\p{{L}}");

    private static readonly Regex Beside = WordPattern.OfAnyCase(
        $@"\A((.* )?{AnyOf("office")}|.* editor|(?-i:[A-Z][A-Z.-]{{1,5}}|{AnyOf("degree")}))\z");

    private static readonly Regex Nobody = WordPattern.OfAnyCase(
        $@"\A(\S*admin|.*\b{AnyOf("newsroom-word")}\b.*|{AnyOf("newsroom")}|dpa.*|www\..*|\S+\.{AnyOf("top-domain")}(-.*)?"
        + $@"|.* {AnyOf("firm")}|.*\b(GmbH|Inc\.?|Ltd\.?|LLC),.*)\z");

    private static readonly Regex Never = WordPattern.OfAnyCase(
        $@"\A({AnyOf("no-name")}|{AnyOf("no-name-start")}.*|.*{AnyOf("no-name-part")}.*|(www\.)?{AnyOf("network")}(\.com)?"
        + @"|\[email.protected\]|.*\bdesigned|.*\d{1,2}:\d{2}.*|\S+\.(txt|html?|php)|\d+ .*|.*\b\d+ min(\.|uten|utes)?"
        + @"|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2}(st|nd|rd|th)?(,? \d{4})?)\z");

    private static string AnyOf(string kind) => WordPattern.AnyOf(Table.ValuesOf(kind));
}
