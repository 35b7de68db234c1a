using System.Text.RegularExpressions;

namespace Indexer.Archives.NewsDatabases;

/// <summary>What LexisNexis and Nexis Uni write around the text of a document, in English, German, French, Dutch and Spanish.</summary>
internal static partial class NexisLabels
{
    private const string Of = "(of|von|de|van|sur|di)";
    private const string Documents = "(DOCUMENTS?|DOKUMENTE?N?|DOCUMENTEN|DOCUMENTOS?|DOCUMENTI)";

    /// <summary>The labels that are read: the name that English documents have, and what others have in its place.</summary>
    private static readonly (string English, string[] Labels)[] Read =
    [
        ("HEADLINE", ["TITLE", "ÜBERSCHRIFT", "TITEL", "SCHLAGZEILE", "TITRE", "KOP", "TÍTULO", "TITULAR"]),
        ("BYLINE", ["AUTHOR", "AUTOR", "AUTOREN", "VERFASSER", "AUTEUR", "AUTEURS", "NAAMREGEL", "SIGNATURE"]),
        ("SECTION", ["RUBRIK", "RESSORT", "SEKTION", "RUBRIQUE", "SECTIE", "RUBRIEK", "SECCIÓN"]),
    ];

    private static readonly Dictionary<string, string> EnglishNames = Read
        .SelectMany(names => names.Labels.Append(names.English).Select(label => (Label: label, names.English)))
        .ToDictionary(name => name.Label, name => name.English, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>1 of 250 DOCUMENTS</c>, <c>Dokument 1 von 250</c>: what stands before each document.</summary>
    public static bool IsCount(string line) => Count().IsMatch(line);

    /// <summary>What stands behind each document of Nexis Uni.</summary>
    public static bool IsEnd(string line) => End().IsMatch(line);

    /// <summary>True for a text in which documents are counted.</summary>
    public static bool Counts(string text) => Count().IsMatch(text);

    /// <summary>True for a text in which documents end as those of Nexis Uni do.</summary>
    public static bool Ends(string text) => End().IsMatch(text);

    /// <summary>True for a text that says how long a document is, as every document does.</summary>
    public static bool SaysLength(string text) => Length().IsMatch(text);

    /// <summary>The English name of a label; the label itself in capitals where it is not read.</summary>
    public static string NameOf(string label) => EnglishNames.GetValueOrDefault(label, label.ToUpperInvariant());

    [GeneratedRegex(
        @"^\s*((Document|Dokument|Documento) \d{1,7} " + Of + @" \d{1,7}|\d{1,7} " + Of + @" \d{1,7} " + Documents + @")\s*$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Count();

    [GeneratedRegex(
        @"^\s*(End of Document|Ende des Dokuments|Dokumentende|Fin du document|Einde (van )?(het )?document|Fin del documento)\s*$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex End();

    [GeneratedRegex(@"^\s*(LENGTH|LÄNGE|LAENGE|LONGUEUR|LENGTE|LONGITUD)\s?:\s+\d+", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Length();

    /// <summary>The labels that LexisNexis sets, since a text may have a line with a colon.</summary>
    [GeneratedRegex(
        @"\A(?<label>(?i:HEADLINE|KOP|ÜBERSCHRIFT|SCHLAGZEILE|TITRE|TITULAR)|TITLE|BYLINE|AUTHOR|SECTION|LENGTH|DATELINE|HIGHLIGHT"
        + @"|SERIES|CORRECTION-DATE|LOAD-DATE|LANGUAGE|GRAPHIC|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|SUBJECT|ORGANIZATION"
        + @"|COMPANY|TICKER|INDUSTRY|PERSON|CITY|STATE|COUNTRY|GEOGRAPHIC|TYPE|URL|CORRECTION|NOTES|DISTRIBUTION|ISSN|ACC-NO"
        + @"|TITEL|AUTOR|AUTOREN|VERFASSER|RUBRIK|RESSORT|SEKTION|LÄNGE|LAENGE|ORTSMARKE|UPDATE|LADEDATUM|LADE-DATUM|SPRACHE|GRAFIK"
        + @"|PUBLIKATIONSTYP|PUBLIKATION-TYP|ZEITUNGSTYP|PUBLIKATIONSART|ZEITUNGS-CODE|THEMA|THEMEN|UNTERNEHMEN|FIRMA|BRANCHE"
        + @"|PERSONEN|STADT|STAAT|LAND|AKTUALISIERUNGSDATUM|DOKUMENTTYP"
        + @"|AUTEUR|AUTEURS|SIGNATURE|RUBRIQUE|LONGUEUR|DATE-CHARGEMENT|DATE DE CHARGEMENT|DATE-CHARGEE|LANGUE|GRAPHIQUE"
        + @"|ILLUSTRATION|TYPE-PUBLICATION|TYPE DE PUBLICATION|TYPE-DE-PUBLICATION|TYPE-DOC|CODE-REVUE|CODE-JOURNAL|SUJET|SUJETS"
        + @"|ENTREPRISE|SOCIÉTÉ|SECTEUR|PERSONNE|VILLE|PAYS|ENCART"
        + @"|NAAMREGEL|SECTIE|RUBRIEK|LENGTE|LAADDATUM|LAAD-DATUM|TAAL|GRAFIEK|PUBLICATIETYPE|PUBLICATIE-TYPE|TIJDSCHRIFTCODE"
        + @"|ONDERWERP|BEDRIJF|ORGANISATIE|PERSOON|PLAATS|LOCATIE|SAMENVATTING"
        + @"|TÍTULO|SECCIÓN|LONGITUD|IDIOMA|FECHA-CARGA|FECHA DE CARGA|TIPO-PUBLICACIÓN|TIPO DE PUBLICACIÓN)\s?:(\s+(?<text>.*))?\z",
        RegexOptions.ExplicitCapture)]
    public static partial Regex OldLabel();

    /// <summary>In Nexis Uni, labels are written as words are.</summary>
    [GeneratedRegex(
        @"\A(?<label>Title|Headline|Byline|Author|Section|Length|Dateline|Highlight|Series|Load-Date|Language|Graphic"
        + @"|Publication-Type|Document-Type|Journal Code|Subject|Organization|Company|Ticker|Industry|Person|City|State|Country"
        + @"|Geographic|Type|URL|Correction|Correction-Date|Notes|Distribution|ISSN|Acc-No"
        + @"|Überschrift|Titel|Autor|Autoren|Verfasser|Rubrik|Ressort|Sektion|Länge|Ortsmarke|Ladedatum|Lade-Datum|Update|Sprache"
        + @"|Grafik|Publikationstyp|Publikationsart|Zeitungs-Code|Thema|Themen|Unternehmen|Branche|Personen|Stadt|Land"
        + @"|Titre|Auteur|Auteurs|Rubrique|Longueur|Date-Chargement|Date de chargement|Langue|Graphique|Type-Publication"
        + @"|Type de publication|Code-Revue|Code du journal|Sujet|Entreprise|Secteur|Personne|Ville|Pays"
        + @"|Kop|Naamregel|Sectie|Rubriek|Lengte|Laaddatum|Laad-datum|Taal|Grafiek|Publicatietype|Onderwerp|Bedrijf|Organisatie"
        + @"|Persoon|Plaats|Locatie"
        + @"|Título|Sección|Longitud|Idioma|Fecha-Carga|Fecha de carga|Tipo de publicación)\s?:(\s+(?<text>.*))?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    public static partial Regex UniLabel();

    /// <summary>The line above the text of a document of Nexis Uni.</summary>
    [GeneratedRegex(
        @"\A\s*(Body|Textkörper|Corps|Corps du texte|Tekst|Hoofdtekst|Inhoud|Cuerpo)\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    public static partial Regex UniBody();

    /// <summary>The first line below it.</summary>
    [GeneratedRegex(
        @"\A\s*((Classification|Klassifizierung|Klassifikation|Classificatie|Clasificación|Graphic|Grafik|Graphique|Grafiek)"
        + @"|(Load-Date|Ladedatum|Lade-Datum|Date-Chargement|Date de chargement|Laaddatum|Laad-datum|Fecha-Carga"
        + @"|Fecha de carga)\s?:.*)\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    public static partial Regex UniFoot();
}
