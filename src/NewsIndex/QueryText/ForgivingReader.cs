using System.Globalization;
using System.Text.RegularExpressions;
using NewsIndex.LuceneSyntax;
using NewsIndex.Queries;

namespace NewsIndex.QueryText;

/// <summary>
/// Repairs typed text. Forgiving reading makes a repair that keeps the meaning, with a notice; a repair that may change the meaning is only
/// offered in the error.
/// </summary>
internal static partial class ForgivingReader
{
    /// <summary>Maximum number of repairs of one text.</summary>
    private const int MaxRepairs = 20;

    /// <summary>Maximum length of a text that is repaired: each repair reads the text again.</summary>
    private const int MaxMendedLength = 10_000;

    public static QueryReading Read(string typed, QueryOptions options)
    {
        var first = ReadOnce(typed, options);
        if (first.Error is not { Code: not QueryErrorCode.TooExpensive } error || typed.Length > MaxMendedLength)
            return first;
        var (text, reading, uncertain) = Mend(typed, first, options);
        if (options.IsForgiving && uncertain is null && reading.Query is not null)
            return reading;
        var shown = options.IsForgiving && uncertain is not null ? uncertain : error;
        var offset = Math.Min(shown.Offset, typed.Length);
        return first with
        {
            Error = shown with
            {
                Offset = offset,
                Length = Math.Min(shown.Length, typed.Length - offset),
                Mended = reading.Query is null or Query.Everything ? null : Tidy(text, reading.Query, options),
            },
        };
    }

    /// <summary>Repairs one mistake after another.</summary>
    /// <returns>The text, how it was read, and the first error whose repair may change the meaning.</returns>
    private static (string Text, QueryReading Reading, QueryError? Uncertain) Mend(string typed, QueryReading first, QueryOptions options)
    {
        var (text, reading) = (typed, first);
        var notices = new List<string>();
        QueryError? uncertain = null;
        for (var repairs = 0; repairs < MaxRepairs && reading.Error is { Code: not QueryErrorCode.TooExpensive } error; repairs++)
        {
            var repair = error.Repair ?? Without(error, options);
            if (repair is null)
                return (text, reading, uncertain ?? error);
            if (!repair.KeepsMeaning)
                uncertain ??= error;
            notices.Add(string.Create(CultureInfo.InvariantCulture, $"{Capital(error.Message)}, at {error.Offset}: {repair.Told}."));
            // Replaces removed text by spaces, so that offsets stay valid.
            text = string.Concat(text.AsSpan(0, repair.Offset),
                repair.Replacement.PadRight(repair.Length), text.AsSpan(repair.Offset + repair.Length));
            reading = ReadOnce(text, options);
        }

        return (text, reading with { Notices = [.. notices, .. reading.Notices] }, uncertain);
    }

    /// <summary>Removes an error without a repair of its own; Lucene's parser does not locate errors well enough.</summary>
    private static QueryRepair? Without(QueryError error, QueryOptions options) =>
        options.Syntax == QuerySyntax.Lucene || error.Length == 0
            ? null
            : new QueryRepair(error.Offset, error.Length, "", "it was left out");

    /// <summary>Removes the spaces that repairs leave, unless a backslash makes one part of a word.</summary>
    private static string Tidy(string text, Query query, QueryOptions options)
    {
        var tidy = Blanks().Replace(text, " ").Trim();
        return query.Equals(ReadOnce(tidy, options).Query) ? tidy : text;
    }

    private static QueryReading ReadOnce(string text, QueryOptions options) =>
        options.Syntax == QuerySyntax.Lucene ? LuceneQueryReader.Read(text, options) : QueryReader.Read(text, options);

    private static string Capital(string message) => message.Length == 0 ? "" : char.ToUpperInvariant(message[0]) + message[1..];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
