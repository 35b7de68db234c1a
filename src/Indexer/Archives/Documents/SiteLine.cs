using System.Text.RegularExpressions;
using Enrichment.WordTables;
using Indexer.Extraction.Body;

namespace Indexer.Archives.Documents;

/// <summary>Recognises the lines of a scraped page that belong to the site and not to an article.</summary>
internal static partial class SiteLine
{
    /// <summary>Maximum length, in characters; longer lines are text.</summary>
    private const int MaxLength = 300;

    private static readonly WordTable Known = WordTable.Read(typeof(SiteLine), "site-lines.tsv");

    private static readonly HashSet<string> Own = new(Known.ValuesOf("own"), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Others = new(Known.ValuesOf("others"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns true for menus, breadcrumbs, cookie notices, share buttons, invitations and copyright notices.</summary>
    public static bool Is(string line) => line.Length < MaxLength && (IsOwn(line) || BodyTrim.IsBetweenParagraphs(line));

    /// <summary>
    /// Returns true for lines that occur in no other kind of text. Copyright notices are excluded: licences have them too.
    /// </summary>
    public static bool TellsAPage(string line) => line.Length < MaxLength && (IsOwn(line) || IsHeadingOfOthers(line));

    /// <summary>Returns true for the heading of a list of other articles. The list ends before the next sentence.</summary>
    public static bool BeginsOthers(string line) => line.Length < MaxLength && IsHeadingOfOthers(line);

    private static bool IsOwn(string line) =>
        IsIn(Own, line, ".!:") || OwnInEnglish().IsMatch(line) || OwnInOtherLanguages().IsMatch(line) || Trail().IsMatch(line);

    private static bool IsHeadingOfOthers(string line) => IsIn(Others, line, ":.") || OthersWithMore().IsMatch(line);

    /// <summary>Returns true if the set has the line, with or without one of the signs at its end.</summary>
    private static bool IsIn(HashSet<string> lines, string line, string signs) =>
        lines.Contains(line) || (line.Length > 0 && signs.Contains(line[^1], StringComparison.Ordinal) && lines.Contains(line[..^1]));

    [GeneratedRegex(
        @"\A((follow|like|join|find|subscribe to) us( on [A-Za-z, ]+)?|(we|this (web)?site) uses? cookies\b.*"
        + @"|\d{1,2}[ -]?min(ute)?s?( to)? read|reading time.{0,20}|(last )?updated\b.{0,30}\d.{0,40}"
        + @"|tags?: .*|filed under:?.*|all rights reserved.*)[.!:]?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnInEnglish();

    [GeneratedRegex(
        @"\A((wir verwenden|diese (web)?site verwendet) cookies\b.*|folgen sie uns( auf .*)?"
        + @"|lesezeit.{0,20}|\d{1,2} min(uten)? lesezeit|aktualisiert\b.{0,30}\d.{0,40}"
        + @"|(nous utilisons|ce site utilise) des cookies\b.*|suivez-nous( sur .*)?|mis \u00E0 jour\b.{0,30}\d.{0,40}"
        + @"|(utilizamos|este sitio utiliza) cookies\b.*|s\u00EDguenos( en .*)?"
        + @"|k\u00E4yt\u00E4mme ev\u00E4steit\u00E4\b.*|seuraa meit\u00E4.*|p\u00E4ivitetty\b.{0,30}\d.{0,40})[.!:]?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnInOtherLanguages();

    /// <summary>Home &gt; News &gt; Local; Home | News | Sport.</summary>
    [GeneratedRegex(
        @"\A[^\n|>\u00BB\u203A\u2022\u00B7]{1,30}([|>\u00BB\u203A\u2022\u00B7][^\n|>\u00BB\u203A\u2022\u00B7]{1,30}){2,}\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Trail();

    [GeneratedRegex(@"\A(more (from|on|in)\b.{0,40}|comments?( \(\d+\)))[:.]?\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OthersWithMore();
}
