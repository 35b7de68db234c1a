using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Indexer.WordTables;

namespace Indexer.Dates;

/// <summary>Names of months in the languages that newspapers of the world write in, whole and abbreviated.</summary>
/// <remarks>
/// Ours rather than the operating system's: a date is part of an article's id, which has to be the same on every machine. A name that is
/// one month in one language and another in the next (Croatian listopad is October, Polish listopad November) is only here in the larger one.
/// </remarks>
internal static partial class MonthNames
{
    private static readonly Dictionary<string, int> Months = Read("months.tsv");
    private static readonly Dictionary<string, int> SolarHijriMonths = Read("months-solar-hijri.tsv");

    /// <summary>1 to 12; 0 when the word is no month. Case, and a dot at the end, do not matter.</summary>
    public static int NumberOf(string word) => Months.GetValueOrDefault(Fold(word));

    /// <summary>As <see cref="NumberOf"/>, of the calendar of Iran: 1 is Farvardin, which begins in March.</summary>
    public static int SolarHijriNumberOf(string word) => SolarHijriMonths.GetValueOrDefault(Fold(word));

    /// <summary>Months of two words, of the Levant, by their names of one word.</summary>
    public static string InOneWord(string text) =>
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
        foreach (var row in WordTable.Read(table).Rows)
        {
            foreach (var name in row.Value.Split(' '))
                months.TryAdd(Fold(name), int.Parse(row.Key, CultureInfo.InvariantCulture));
        }

        return months;
    }

    private static string Fold(string word) => word.TrimEnd('.').Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture);
}
