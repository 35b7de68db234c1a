using System.Globalization;
using System.Text;
using Indexer.WordTables;

namespace Indexer.Fields;

/// <summary>
/// What archives call the fields of an article: systems and interfaces in English, newsrooms and libraries in their own languages.
/// </summary>
internal static class FieldNames
{
    private const string Summary = "summary";

    /// <summary>Folded names by field, in the order of <c>field-names.tsv</c>.</summary>
    private static readonly ILookup<string, string> Known =
        WordTable.Read("field-names.tsv").Rows.ToLookup(row => row.Key, row => Fold(row.Value), StringComparer.Ordinal);

    private static readonly HashSet<string> FullTexts = new(Known["body"], StringComparer.Ordinal);

    /// <summary>The rank of each folded name in its field. Summaries rank behind full texts.</summary>
    private static readonly Dictionary<string, Dictionary<string, int>> Ranks =
        FieldMapping.Fields.ToDictionary(field => field, RanksOf, StringComparer.Ordinal);

    /// <summary>The rank of a name in a field, 0 first; null when the field does not have the name.</summary>
    /// <param name="field">One of <see cref="FieldMapping.Fields"/>.</param>
    /// <param name="folded">As <see cref="Fold"/> leaves it.</param>
    public static int? RankOf(string field, string folded) => Ranks[field].TryGetValue(folded, out var rank) ? rank : null;

    /// <summary>True for what somebody calls a field.</summary>
    public static bool Knows(string name) =>
        Fold(name) is var folded && FieldMapping.Fields.Any(field => RankOf(field, folded) is not null);

    /// <summary>True for the name of whole texts, not of summaries.</summary>
    public static bool IsFullText(string name) => FullTexts.Contains(Fold(name));

    /// <summary>Letters and digits alone, without case and accents.</summary>
    public static string Fold(string name) =>
        new(
            [.. name.Normalize(NormalizationForm.FormD)
                .Where(c => char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                .Select(char.ToLowerInvariant)]);

    private static Dictionary<string, int> RanksOf(string field) =>
        Known[field].Concat(field == "body" ? Known[Summary] : []).Distinct()
            .Select((name, rank) => (name, rank)).ToDictionary(each => each.name, each => each.rank, StringComparer.Ordinal);
}
