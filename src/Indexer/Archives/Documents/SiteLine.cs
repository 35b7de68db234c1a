using System.Text.RegularExpressions;
using Indexer.Extraction.Body;

namespace Indexer.Archives.Documents;

/// <summary>Lines of a scraped page that are the site's own and no part of an article.</summary>
internal static partial class SiteLine
{
    private const int Longest = 300;

    /// <summary>Menus, trails, cookies, buttons to share, invitations, copyrights.</summary>
    public static bool Is(string line) => line.Length < Longest && (OfTheSite().IsMatch(line) || Trail().IsMatch(line) || BodyTrim.IsBetweenParagraphs(line));

    /// <summary>True for those that no other text has: licences too speak of copyright.</summary>
    public static bool TellsAPage(string line) => line.Length < Longest && (OfTheSite().IsMatch(line) || Trail().IsMatch(line) || Others().IsMatch(line));

    /// <summary>What stands above a list of other articles, which goes on to the next sentence.</summary>
    public static bool BeginsOthers(string line) => line.Length < Longest && Others().IsMatch(line);

    [GeneratedRegex(
        @"\A((follow|like|join|find|subscribe to) us( on [A-Za-z, ]+)?|skip to (main )?content|(we|this (web)?site) uses? cookies\b.*|accept( all)?( cookies)?|home|menu|search|sign in|log in|share|share this( article| story)?|tweet|e-?mail|print|save|load more|back to top|newsletters?|advertisement"
        + @"|\d{1,2}[ -]?min(ute)?s?( to)? read|reading time.{0,20}|(last )?updated\b.{0,30}\d.{0,40}|tags?: .*|filed under:?.*|all rights reserved.*"
        + @"|zum inhalt springen|wir verwenden cookies\b.*|diese (web)?site verwendet cookies\b.*|folgen sie uns( auf .*)?|men\u00FC|suche|anmelden|teilen|drucken|startseite|lesezeit.{0,20}|\d{1,2} min(uten)? lesezeit|aktualisiert\b.{0,30}\d.{0,40}"
        + @"|aller au contenu( principal)?|(nous utilisons|ce site utilise) des cookies\b.*|suivez-nous( sur .*)?|accueil|rechercher|se connecter|partager|imprimer|mis \u00E0 jour\b.{0,30}\d.{0,40}"
        + @"|(ir|saltar) al contenido|(utilizamos|este sitio utiliza) cookies\b.*|s\u00EDguenos( en .*)?|inicio|buscar|iniciar sesi\u00F3n|compartir|imprimir"
        + @"|siirry sis\u00E4lt\u00F6\u00F6n|k\u00E4yt\u00E4mme ev\u00E4steit\u00E4\b.*|seuraa meit\u00E4.*|valikko|etusivu|hae|kirjaudu|jaa|tulosta|p\u00E4ivitetty\b.{0,30}\d.{0,40})[.!:]?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OfTheSite();

    /// <summary>Home &gt; News &gt; Local; Home | News | Sport.</summary>
    [GeneratedRegex(@"\A[^\n|>\u00BB\u203A\u2022\u00B7]{1,30}([|>\u00BB\u203A\u2022\u00B7][^\n|>\u00BB\u203A\u2022\u00B7]{1,30}){2,}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Trail();

    [GeneratedRegex(
        @"\A(related( (articles|stories|links|news|content|topics))?|read next|more (from|on|in)\b.{0,40}|more (stories|news|headlines)|(most|top) (read|popular|viewed|shared|stories)|trending( now)?|latest( news| headlines)?|recommended( for you)?|you (may|might) also like|editor'?s picks|comments?( \(\d+\))?"
        + @"|mehr zum thema|meistgelesen|meist gelesen|das k\u00F6nnte (sie|dich) auch interessieren|\u00E4hnliche artikel|weitere artikel|kommentare|\u00E0 lire aussi|lire aussi|les plus lus|sur le m\u00EAme sujet|lo m\u00E1s le\u00EDdo|te puede interesar|noticias relacionadas|leggi anche|i pi\u00F9 letti"
        + @"|lue my\u00F6s|luetuimmat|lees ook|meest gelezen|l\u00E4s ocks\u00E5|mest l\u00E4st|les ogs\u00E5|mest lest|l\u00E6s ogs\u00E5)[:.]?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Others();
}
