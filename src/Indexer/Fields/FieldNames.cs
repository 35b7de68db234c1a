using System.Globalization;
using System.Text;
using Enrichment.WordTables;

namespace Indexer.Fields;

/// <summary>
/// Names of the fields of an article in archives: English in content systems and APIs, and the languages of newsrooms and libraries.
/// </summary>
internal static class FieldNames
{
    private const string Summary = "summary";

    /// <summary>Folded names by field, in the order of <c>field-names.tsv</c>.</summary>
    private static readonly ILookup<string, string> Known =
        WordTable.Read(typeof(FieldNames), "field-names.tsv").Rows.ToLookup(row => row.Key, row => Fold(row.Value), StringComparer.Ordinal);

    private static readonly HashSet<string> FullTexts = new(Known["body"], StringComparer.Ordinal);

    /// <summary>The rank of each folded name in its field. Summaries rank behind full texts.</summary>
    private static readonly Dictionary<string, Dictionary<string, int>> Ranks =
        FieldMapping.Fields.ToDictionary(field => field, RanksOf, StringComparer.Ordinal);

    /// <summary>The rank of a name in a field, 0 first; null when the field does not have the name.</summary>
    /// <param name="field">One of <see cref="FieldMapping.Fields"/>.</param>
    /// <param name="folded">The result of <see cref="Fold"/>.</param>
    public static int? RankOf(string field, string folded) => Ranks[field].TryGetValue(folded, out var rank) ? rank : null;

    /// <summary>Returns true for a known name of any field.</summary>
    public static bool Knows(string name) =>
        Fold(name) is var folded && FieldMapping.Fields.Any(field => RankOf(field, folded) is not null);

    /// <summary>Returns true for a name of full texts rather than summaries.</summary>
    public static bool IsFullText(string name) => FullTexts.Contains(Fold(name));

    /// <summary>Keeps letters and digits only; removes case and accents.</summary>
    public static string Fold(string name) =>
        new(
            [.. name.Normalize(NormalizationForm.FormD)
                .Where(c => char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                .Select(char.ToLowerInvariant)]);

    private static Dictionary<string, int> RanksOf(string field) =>
        Known[field].Concat(field == "body" ? Known[Summary] : []).Distinct()
            .Select((name, rank) => (name, rank)).ToDictionary(each => each.name, each => each.rank, StringComparer.Ordinal);
}
