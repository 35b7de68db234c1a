using System.Globalization;
using System.Text.RegularExpressions;
using Indexer.Texts;

namespace Indexer.Authors;

/// <summary>What of a byline is a name: less "By", the day, the role, and whatever else stands around it.</summary>
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

    /// <summary>What follows "By" or its like in a line of its own; empty where nothing does.</summary>
    public static string InByline(string line) => Byline().Match(line).Groups["name"].Value;

    /// <summary>A newsroom or an agency rather than a person.</summary>
    public static bool IsNobody(string name) => Nobody().IsMatch(name);

    /// <summary>What stands beside a name and says more of it: an office, a degree, an agency by its letters.</summary>
    public static bool IsBeside(string name) => Beside().IsMatch(name);

    /// <summary>First name and last, and nothing else.</summary>
    public static bool IsWhole(string text) => WholeName().IsMatch(text);

    /// <summary>As a name stands on a line of its own: whole, each of its words with a capital.</summary>
    public static bool IsAlone(string line) => IsWhole(line) && Array.TrueForAll(line.Split(' '), word => char.IsUpper(word[0]));

    /// <summary>A name as addresses and accounts have it: janedoe.</summary>
    public static string Letters(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static string Clean(string name)
    {
        name = Role().Replace(Tail().Replace(Prefix().Replace(Prefix().Replace(PageText.Clean(name), ""), ""), ""), "").Trim(' ', ',', '-', '–', '|', '/', '•', '·', ':', '(', ')', '@', '"', '»', '«', '→', '*');
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
        && !PartOfSentence().IsMatch(name)
        && (!EndsInLowerCase(name) || IsNobody(name))
        && !Never().IsMatch(name);

    /// <summary>The last of several words is small, as it is in sentences and in no name.</summary>
    private static bool EndsInLowerCase(string name) => name.Split(' ') is [_, _, .., { Length: >= 3 } last] && char.IsLower(last[0]);

    private const string By = @"(by|von|vom|par|por|di|door|av|af)";
    private const string Wrote = @"((written|posted|published|reported|reviewed|submitted|geschrieben|verfasst|erstellt|gespeichert|eingestellt|veröffentlicht|zeige alle beiträge|alle beiträge|beitrag|eingetragen|text|ein \p{L}+|eine \p{L}+|interview|autor(in)?|author|auteur(\(s\))?|redakteur(in)?|story|publicado|publié|foto|photos?|quelle|source)(\s+am\s+\S+|\s+on\s+\p{L}+ \d{1,2}, \d{4})?)";

    [GeneratedRegex(@"\A[\d.:/ ()\u2013|,-]*(" + Wrote + @"\s*:?\s*)?\b" + By + @"\b\s*:?\s+(?<name>(?-i:[\p{Lu}\d])\S.*|\S{8,}(?=\s*(\||,|\z)))|\A[\d.]{6,10}\s*[-\u2013|]\s*(?<name>\p{Lu}\p{L}+ \p{Lu}\p{L}+)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    [GeneratedRegex(@"\s*(;|,(?!\s*(Jr|Sr|PhD|MD)\b)|\||\n|\u2022|\u00B7|/|\s(and|und|et|y|e|og|och|en|i|ja|ve|with|mit|&)\s)\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\A\s*(beitrag(?=von )|" + Wrote + @"\s*(:\s*|\s+(?=" + By + @"\b)|(?<=author|autor|autorin)\s+))?((\b|(?<=beitrag))" + By + @"\b\s*:?\s+)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s+(am|on|in|le(?= \d)|vom|quelle:|source:|datum:|date:|illustration|fotos?|photos?|alles von|kontakt|posted|published|updated|shares|veröffentlicht|aktualisiert|for the)(:?\s+.*)?\z|\s+(mo|di|mi|do|fr|sa|so)\.?(\s+\d.*)?\z|\s*\(.*\)?\z|\s+[-–—|]\s+.*\z|,?\s+\d{1,2}[./]\d{1,2}.*\z|\s+@.*\z|(?<=\w \w[\w'-]+)\s+(the )?(associated press|reuters|afp|bloomberg( news)?|usa today|staff (writer|reporter)|special to .*)\z|(?<=\p{L}{2} \p{L}{3,})(?<! (prof|univ|dipl|hon|mag|ing|rev|capt|gov|sen|rep))\.\s+\p{L}.*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();

    /// <summary>A firm with its place is one name.</summary>
    [GeneratedRegex(@"\b(GmbH|Inc\.|Ltd\.?|LLC),")]
    private static partial Regex Firm();

    [GeneratedRegex(@"\S+@\S+\.\S+|https?://\S+|www\.\S+")]
    private static partial Regex Address();

    /// <summary>What somebody is, before the name; academic titles are of the name.</summary>
    [GeneratedRegex(@"\A((\S*-)?(Expert(e|in)?|Redakteur(in)?|Reporter(in)?|Autor(in)?|Korrespondent(in)?|Chefredakteur(in)?|Rechtsanw[aä]lt(in)?|Gastautor(in)?|Kolumnist(in)?)|Staff Writer|Senior Reporter|Reporter|Correspondent|Editor|Columnist),?\s+(?=\p{Lu}\p{Ll}+\.? \p{Lu})", RegexOptions.ExplicitCapture)]
    private static partial Regex Role();

    [GeneratedRegex(@"\A\p{Lu}[\p{L}'\u2019.-]+( \p{L}[\p{L}'\u2019.-]*){1,3}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WholeName();

    /// <summary>Words that no name has: small ones after a large one, but for those that stand within names.</summary>
    [GeneratedRegex(@"\p{Lu}.* (?!(von|vom|van|vander|zu|zum|zur|und|de|der|den|des|del|della|di|do|dos|das|da|du|la|las|le|les|el|al|los|bin|ibn|ben|bint|y|e|i|and|et|of|the|for|ter|ten|te|af|av|in|mit|with|from|d|jr|sr|ould|abu|ul|ur|ud|thi)\b)\p{Ll}{2,}\P{L}+\p{L}")]
    private static partial Regex PartOfSentence();

    [GeneratedRegex(@"\A((.* )?(writer|reporter|correspondent|columnist|producer)s?|.* editor|(.* )?(CEO|CTO|CFO|(co-)?founder|director|president|chairman)|(?-i:[A-Z][A-Z.-]{1,5}|BSc|MSc|PhD|Ph\.D\.?|PharmD|PsyD|EdD))\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Beside();

    [GeneratedRegex(@"\A(\S*admin|.*\b(redaktion|editorial|staff|agenc(y|ies|ia)|team|news service.*|pressestelle|press release|pressemitteilung|reports)\b.*|editors?|newsroom|anonymous|guest|contributor|dpa.*|afp|reuters|ap|epd|kna|apa|www\..*|\S+\.(com|de|org|net|ch|at|fr|eu|info|co\.uk)(-.*)?|.* (e\.\s?V\.?|GmbH|AG|Inc\.?|Stiftung|Verband)|.*\b(GmbH|Inc\.?|Ltd\.?|LLC),.*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();

    [GeneratedRegex(@"\A(www|unknown|admin(istrator)?|super user|webmaster|user|publisher|telefon|phone|tel\.?|article by|germany|deutschland|(www\.)?(facebook|twitter|x|instagram|linkedin)(\.com)?|pixabay|pexels|unsplash|fotolia|getty( images)?|shutterstock|istock(photo)?|depositphotos|adobe ?stock|picture[ -]alliance|imago|\[email.protected\]|.*(privacy|datenschutz|impressum|конфиденциальности).*|by|von|par|author|authors|autor(in)?|auteur|.*\bdesigned|am an? .*|published by|posted by|posted on.*|erstellt|follow.*|home|website|default|none|null|n/a|undefined|index|share.*|contact|kontakt|more|mehr.*|view all.*|alle .*|about.*|über .*|read more.*|zuletzt.*|eingetragen.*|updated.*|profile?|profil|a propos.*|.*\d{1,2}:\d{2}.*|\S+\.(txt|html?|php)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2}(st|nd|rd|th)?(,? \d{4})?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ev|datum|date|archiv.*|comments?|kommentare?.*|\d+ .*|.*\b\d+ min(\.|uten|utes)?|unbekannt|text|foto.*|photo.*|image|bild.*|advertisement|anzeige|subscribe|e-?mail|designed|jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Never();
}
