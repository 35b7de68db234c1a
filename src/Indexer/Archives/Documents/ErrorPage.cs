using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Archives.Documents;

/// <summary>Recognises error pages and bot checks, which crawls store like any other page.</summary>
internal static partial class ErrorPage
{
    /// <summary>Maximum length of an error page's text, in characters. Articles about errors are longer and have a date.</summary>
    private const int MaxTextLength = 1000;

    public static bool Is(Article article) =>
        article.Published.Date is null && article.Body.Length <= MaxTextLength && Title().IsMatch(article.Headline);

    [GeneratedRegex(
        @"\A((http )?(error|fehler|erreur)\W*)?([45]\d\d\W*)?((page|file|document|url|resource) )?(not found|forbidden|bad request"
        + @"|unauthori[sz]ed|access denied|bad gateway|service (temporarily )?unavailable|internal server error|gateway time-?out"
        + @"|too many requests|"
        + @"just a moment|attention required!?( \| cloudflare)?|are you a robot|pardon our interruption|security check"
        + @"|verify(ing)? you are (a )?human|seite (wurde )?nicht gefunden|page (non trouv\u00E9e|introuvable)|p\u00E1gina no encontrada"
        + @"|pagina non trovata|sivua ei l\u00F6ydy)\W*\z|\A(http )?(error\W*)?[45]\d\d(\W*error)?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();
}
