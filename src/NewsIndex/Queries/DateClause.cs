using System.Globalization;
using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace NewsIndex.Queries;

/// <summary>Reads the values of <c>date:</c> and <c>indexed:</c>.</summary>
internal sealed partial class DateClause(QueryOptions options)
{
    private const string DateForms = "1987, 1987-10, 1987-10-19 or 1987-10-19T14:05:00Z";

    /// <summary>True if a date is relative to today.</summary>
    public bool HasUsedNow { get; private set; }

    public Query Published(QueryToken value)
    {
        if (value.Kind == QueryTokenKind.Pattern && EveryForm().Match(value.Text) is { Success: true } every)
            return Every(every, value);
        if (value.Kind == QueryTokenKind.Word && value.Text.Equals("none", StringComparison.OrdinalIgnoreCase))
            return new Query.Undated();
        return new Query.PublishedIn(RangeOf(value, ", a range [a TO b], *-04-13, last-week, or none"));
    }

    public Query Indexed(QueryToken value) => new Query.IndexedIn(RangeOf(value, ", or a range [a TO b]"));

    private DateRange RangeOf(QueryToken value, string otherForms) => value.Kind switch
    {
        QueryTokenKind.Range => Range(value),
        QueryTokenKind.Word or QueryTokenKind.Quoted when value.Text.Length > 0 => Compared(value),
        _ => throw Bad(value.Offset, value.Length, value.Length == 0 ? "there is no date" : $"{value.Text} is not a date",
            DateForms + otherForms),
    };

    private static Query.PublishedEvery Every(Match every, QueryToken value)
    {
        var month = int.Parse(every.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
        int? day = every.Groups["day"].Success ? int.Parse(every.Groups["day"].ValueSpan, CultureInfo.InvariantCulture) : null;
        // 29 February exists in some years.
        return month is >= 1 and <= 12 && day is null or >= 1 && (day ?? 1) <= DateTime.DaysInMonth(2000, Math.Clamp(month, 1, 12))
            ? new Query.PublishedEvery(month, day)
            : throw Bad(
                value.Offset, value.Length, $"{value.Text} is a day of no year", "*-04-13 for every 13 April, or *-04 for every April");
    }

    private DateRange Compared(QueryToken value)
    {
        var sign = value.Text.StartsWith(">=", StringComparison.Ordinal)
            || value.Text.StartsWith("<=", StringComparison.Ordinal) ? value.Text[..2]
            : value.Text[0] is '>' or '<' ? value.Text[..1]
            : "";
        var period = Period(value.Text[sign.Length..], value.Offset + sign.Length + (value.Length > value.Text.Length ? 1 : 0));
        return sign switch
        {
            ">=" => new DateRange(period.From, true, null, true),
            ">" => new DateRange(period.To, false, null, true),
            "<=" => new DateRange(null, true, period.To, true),
            "<" => new DateRange(null, true, period.From, false),
            _ => period,
        };
    }

    private DateRange Range(QueryToken token)
    {
        var closed = token.Text[^1] is ']' or '}' && token.Length > 1;
        var inside = token.Text[1..(closed ? ^1 : ^0)];
        var to = inside.IndexOf(" TO", StringComparison.Ordinal);
        var from = End(to < 0 ? inside : inside[..to], token.Offset + 1, token);
        if (to < 0)
            throw Bad(token.Offset, token.Length, "the range has no second date", "[a TO b]");

        var toText = inside[(to + 3)..];
        if (!closed && string.IsNullOrWhiteSpace(toText))
            throw Bad(
                token.Offset, token.Length, "the range is never closed", "a second date and \"]\"",
                "write [a TO b], with * for an open end");
        var until = End(toText, token.Offset + 1 + to + 3, token);
        if (!closed)
            throw Bad(token.Offset, token.Length, "the range is never closed", "\"]\", or \"}\" to leave the last date out");
        if (from is null && until is null)
            throw Bad(
                token.Offset, token.Length, "the range is open at both ends", "a date at one end at least",
                "articles without a date are date:none");

        var (fromIncluded, untilIncluded) = (token.Text[0] == '[' || from is null, token.Text[^1] == ']' || until is null);
        var range =
            new DateRange(fromIncluded ? from?.From : from?.To, fromIncluded, untilIncluded ? until?.To : until?.From, untilIncluded);
        if (range.IsEmpty && !DateRange.Between(from?.From, until?.To).IsEmpty)
            throw Bad(token.Offset, token.Length, "nothing lies between the two dates", "[a TO b], which includes both");
        return range.IsEmpty
            ? throw Bad(token.Offset, token.Length, "the range ends before it begins", "the earlier date first")
            : range;
    }

    /// <summary>Null for *.</summary>
    private DateRange? End(string text, int offset, QueryToken range)
    {
        var trimmed = text.Trim();
        if (trimmed == "*")
            return null;
        if (trimmed.Length == 0)
            throw Bad(range.Offset, range.Length, "the range lacks a date", "[a TO b], with * for an open end");
        return Period(trimmed, offset + text.Length - text.TrimStart().Length);
    }

    private DateRange Period(string text, int offset)
    {
        if (RelativeDate.IsRelative(text))
        {
            HasUsedNow = true;
            if (options.Now is not { } now)
                throw Bad(offset, text.Length, $"\"{text}\" is told from today, which is not known here", DateForms);
            return RelativeDate.Read(text, TimeZoneInfo.ConvertTime(now, options.TimeZone))
                ?? throw Bad(offset, text.Length, $"\"{text}\" is out of the calendar", "a day of the years 1 to 9999");
        }

        return PartialDate.TryParse(text, out var date)
            ? DateRange.Of(date)
            : throw Bad(
                offset, text.Length, text.Length == 0
                    ? "a date is missing"
                    : $"\"{text}\" is not a date", $"{DateForms}; or {RelativeDate.Forms}");
    }

    private static QuerySyntaxException Bad(int offset, int length, string message, string expected, string hint = "") =>
        new(new QueryError(QueryErrorCode.BadDate, offset, length, message, expected, hint));

    [GeneratedRegex(@"\A\*-(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?\z")]
    private static partial Regex EveryForm();
}
