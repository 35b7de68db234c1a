using System.Globalization;

namespace NewsIndex.Queries;

/// <summary>Reads the nearest query to what was typed: each mistake is mended or left out, and told in a notice.</summary>
internal static class ForgivingReader
{
    /// <summary>Mistakes that are mended one by one; a text with more is no query, and its words are searched.</summary>
    private const int MostRepairs = 20;

    /// <param name="read">The strict reading of a text.</param>
    public static QueryReading Read(string typed, Func<string, QueryReading> read)
    {
        var text = typed;
        var notices = new List<string>();
        for (var repairs = 0; repairs < MostRepairs; repairs++)
        {
            var reading = read(text);
            if (reading.Error is not { } error)
                return reading with { Notices = [.. notices, .. reading.Notices] };
            if (error.Code == QueryErrorCode.TooExpensive)
                return reading;
            var repair = error.Repair ?? new QueryRepair(error.Offset, error.Length, "", "it was left out");
            if (repair is { Length: 0, Replacement: "" })
                break;
            notices.Add(string.Create(CultureInfo.InvariantCulture, $"{Capital(error.Message)}, at {error.Offset}: {repair.Told}."));
            // Spaces in place of what goes, so that later offsets stay those of what was typed.
            text = string.Concat(text.AsSpan(0, repair.Offset), repair.Replacement.PadRight(repair.Length), text.AsSpan(repair.Offset + repair.Length));
        }

        var words = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(LettersOf).Where(word => word.Length > 0).Select(word => $"\\{word}"));
        return read(words) with { Notices = ["This could not be read as a query; its words were searched."] };
    }

    private static string Capital(string message) => message.Length == 0 ? "" : char.ToUpperInvariant(message[0]) + message[1..];

    private static string LettersOf(string word) => string.Concat(word.Where(char.IsLetterOrDigit));
}
