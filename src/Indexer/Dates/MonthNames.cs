using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Enrichment.WordTables;

namespace Indexer.Dates;

/// <summary>Names and abbreviations of months in about thirty languages, from <c>months.tsv</c>.</summary>
/// <remarks>
/// The tables of the operating system are not used: a date is part of an article's id, which must be equal on all machines.
/// </remarks>
internal static partial class MonthNames
{
    private static readonly Dictionary<string, int> Months = Read("months.tsv");
    private static readonly Dictionary<string, int> CroatianMonths = Read("months-croatian.tsv");
    private static readonly Dictionary<string, int> SolarHijriMonths = Read("months-solar-hijri.tsv");

    /// <summary>Number of a month, 1 to 12; 0 for any other word. Ignores case and a trailing dot.</summary>
    public static int NumberOf(string word) => Months.GetValueOrDefault(Fold(word));

    /// <summary>As <see cref="NumberOf(string)"/>, in a language: listopad is October in Croatian, November in Polish.</summary>
    public static int NumberOf(string word, DateContext context) =>
        (context.IsIn("hr") || context.IsIn("bs")) && CroatianMonths.TryGetValue(Fold(word), out var month) ? month : NumberOf(word);

    /// <summary>As <see cref="NumberOf(string)"/>, for the solar Hijri calendar: 1 is Farvardin, which begins in March.</summary>
    public static int SolarHijriNumberOf(string word) => SolarHijriMonths.GetValueOrDefault(Fold(word));

    /// <summary>Replaces the Levantine names of two words, such as كانون الثاني, by Arabic names of one word.</summary>
    public static string ReplaceTwoWordNames(string text) =>
        TwoWords().Replace(text, name => (name.Groups["season"].Value, name.Groups["number"].Value[^1]) switch
    {
        ("كانون", 'ي') => "يناير",
        ("كانون", _) => "ديسمبر",
        (_, 'ي') => "نوفمبر",
        _ => "أكتوبر",
    });

    [GeneratedRegex(@"(?<season>كانون|تشرين)\s(?<number>الأول|الاول|الثاني)", RegexOptions.ExplicitCapture)]
    private static partial Regex TwoWords();

    private static Dictionary<string, int> Read(string table)
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in WordTable.Read(typeof(MonthNames), table).Rows)
        {
            foreach (var name in row.Value.Split(' '))
                months.TryAdd(Fold(name), int.Parse(row.Key, CultureInfo.InvariantCulture));
        }

        return months;
    }

    private static string Fold(string word) =>
        word.TrimEnd('.').Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture);
}
