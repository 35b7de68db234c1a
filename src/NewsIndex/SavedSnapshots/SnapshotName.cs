using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsIndex.SavedSnapshots;

/// <summary>Names of saved snapshots, which are names of folders on any file system.</summary>
public static partial class SnapshotName
{
    /// <summary>What a valid name is, for messages.</summary>
    public const string Expected = "1 to 64 characters of a to z, 0 to 9, - and _, the first a letter or a digit";

    /// <summary>Returns true for a valid name. Names of devices of Windows are none.</summary>
    public static bool IsValid(string name) => Form().IsMatch(name) && !Device().IsMatch(name);

    /// <summary>A name for a snapshot that is made now: <c>20260102t030405z-11000</c>, by time and generation.</summary>
    internal static string Of(DateTimeOffset now, long generation) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd't'HHmmss'z'}-{generation}");

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]{0,63}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("^(con|prn|aux|nul|com[0-9]|lpt[0-9])\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
