using System.Globalization;

namespace Indexer.Commands;

/// <summary>Days and times of pins on the command line.</summary>
internal static class PinTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>Reads an expiry.</summary>
    /// <param name="expiry">Null for the empty text.</param>
    /// <returns>False for a text that is no day or time, or one that has passed.</returns>
    public static bool TryRead(string text, DateTimeOffset now, out DateTimeOffset? expiry)
    {
        expiry = null;
        if (text.Length == 0)
            return true;
        if (!DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)
            || read <= now)
            return false;
        expiry = read;
        return true;
    }

    /// <summary>A time in UTC, to the second.</summary>
    public static string Show(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
