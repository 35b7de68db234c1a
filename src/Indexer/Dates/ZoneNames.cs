using System.Globalization;

namespace Indexer.Dates;

/// <summary>Offsets from UTC, as texts write them.</summary>
internal static class ZoneNames
{
    /// <summary>
    /// Names that stand for one offset. Those that stand for several are left out, and a time with one of them stays a time of day: IST is
    /// India, Ireland and Israel; ET and Central Time change with the season.
    /// </summary>
    private const string Table =
        "Z=0 UT=0 UTC=0 GMT=0 WET=0 WEST=1 BST=1 CET=1 MEZ=1 CEST=2 MESZ=2 EET=2 EEST=3 MSK=3 EST=-5 EDT=-4 CST=-6 CDT=-5 MST=-7 MDT=-6 PST=-8 PDT=-7 AKST=-9 AKDT=-8 HST=-10 JST=9 KST=9 HKT=8 SGT=8 WIB=7 SAST=2 AEST=10 AEDT=11 ACST=9.5 ACDT=10.5 AWST=8 NZST=12 NZDT=13 BRT=-3 ART=-3";

    private static readonly Dictionary<string, double> Hours = Table.Split(' ').Select(zone => zone.Split('='))
        .ToDictionary(zone => zone[0], zone => double.Parse(zone[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads <c>Z</c>, <c>GMT</c>, <c>+01:00</c>, <c>-0500</c>, <c>+1</c>, <c>GMT+2</c>; null for anything else.</summary>
    public static TimeSpan? OffsetOf(string zone)
    {
        zone = zone.Trim();
        if (Hours.TryGetValue(zone, out var hours))
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
