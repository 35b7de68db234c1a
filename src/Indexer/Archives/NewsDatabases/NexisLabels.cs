using System.Text.RegularExpressions;
using Enrichment.WordTables;

namespace Indexer.Archives.NewsDatabases;

/// <summary>The labels and separators of LexisNexis and Nexis Uni exports in English, German, French, Dutch and Spanish.</summary>
internal static partial class NexisLabels
{
    private const string Of = "(of|von|de|van|sur|di)";
    private const string Documents = "(DOCUMENTS?|DOKUMENTE?N?|DOCUMENTEN|DOCUMENTOS?|DOCUMENTI)";

    private static readonly WordTable Table = WordTable.Read(typeof(NexisLabels), "nexis-labels.tsv");

    private static readonly HashSet<string> Old = new(Table.ValuesOf("old"), StringComparer.Ordinal);

    private static readonly HashSet<string> OldInAnyCase = new(Table.ValuesOf("old-any-case"), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Uni = new(Table.ValuesOf("uni"), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Fields = ((string[])["HEADLINE", "BYLINE", "SECTION"])
        .SelectMany(field => Table.ValuesOf(field).Select(label => (Label: label, Field: field)))
        .ToDictionary(pair => pair.Label, pair => pair.Field, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>1 of 250 DOCUMENTS</c>, <c>Dokument 1 von 250</c>: the line before each document.</summary>
    public static bool IsCount(string line) => Count().IsMatch(line);

    /// <summary>Returns true for the line that ends each document of Nexis Uni.</summary>
    public static bool IsEnd(string line) => End().IsMatch(line);

    /// <summary>Returns true for a text that counts its documents.</summary>
    public static bool Counts(string text) => Count().IsMatch(text);

    /// <summary>Returns true for a text whose documents end like those of Nexis Uni.</summary>
    public static bool Ends(string text) => End().IsMatch(text);

    /// <summary>Returns true for a text with the length of a document, which every document has.</summary>
    public static bool SaysLength(string text) => Length().IsMatch(text);

    /// <summary>The label of a line in the old layout; null when the line has none.</summary>
    public static ExportLabel? OfOldLayout(string line) => Labelled(line, label => Old.Contains(label) || OldInAnyCase.Contains(label));

    /// <summary>The label of a line of Nexis Uni, written in words; null if the line has none.</summary>
    public static ExportLabel? OfUni(string line) => Labelled(line, Uni.Contains);

    /// <summary>Only known labels count, since any line of a text may have a colon.</summary>
    private static ExportLabel? Labelled(string line, Predicate<string> isKnown) =>
        Label().Match(line) is { Success: true } match && isKnown(match.Groups["label"].Value)
            ? new ExportLabel(NameOf(match.Groups["label"].Value), match.Groups["text"].Value)
            : null;

    private static string NameOf(string label) => Fields.GetValueOrDefault(label, label.ToUpperInvariant());

    [GeneratedRegex(@"\A(?<label>[^:]{1,40}?)\s?:(\s+(?<text>.*))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

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
