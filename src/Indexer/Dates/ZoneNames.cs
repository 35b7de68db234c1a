using System.Globalization;
using Enrichment.WordTables;

namespace Indexer.Dates;

/// <summary>Reads offsets from UTC.</summary>
internal static class ZoneNames
{
    /// <remarks>
    /// Only names of zones with one offset. IST is the time of India, Ireland and Israel; ET and Central Time change with the season. A
    /// time with such a name stays a local time of day.
    /// </remarks>
    private static readonly Dictionary<string, double> HoursByName = WordTable.Read(typeof(ZoneNames), "zones.tsv").Rows
        .ToDictionary(row => row.Key, row => double.Parse(row.Value, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads <c>Z</c>, <c>GMT</c>, <c>+01:00</c>, <c>-0500</c>, <c>+1</c>, <c>GMT+2</c>.</summary>
    /// <returns>The offset, -14:59 to +14:59; null for anything else.</returns>
    public static TimeSpan? OffsetOf(string zone)
    {
        zone = zone.Trim();
        if (HoursByName.TryGetValue(zone, out var hours))
            return TimeSpan.FromHours(hours);
        if (zone.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || zone.StartsWith("UTC", StringComparison.OrdinalIgnoreCase))
            zone = zone[3..].Trim();
        if (zone.Length < 2 || zone[0] is not ('+' or '-' or '\u2212'))
            return null;

        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or 3 or > 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var (whole, minutes) = digits.Length <= 2 ? (number, 0) : (number / 100, number % 100);
        if (whole > 14 || minutes > 59)
            return null;
        var offset = new TimeSpan(whole, minutes, 0);
        return zone[0] == '+' ? offset : -offset;
    }
}
