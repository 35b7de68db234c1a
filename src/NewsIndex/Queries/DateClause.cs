using NewsIndex.Articles;

namespace NewsIndex.Queries;

/// <summary>Reads what stands after <c>date:</c>.</summary>
internal static class DateClause
{
    private const string DateForms = "1987, 1987-10, 1987-10-19 or 1987-10-19T14:05:00Z";

    public static Query Read(QueryToken value) => value.Kind switch
    {
        QueryTokenKind.Range => new Query.PublishedIn(Range(value)),
        QueryTokenKind.Word when value.Text.Equals("none", StringComparison.OrdinalIgnoreCase) => new Query.Undated(),
        QueryTokenKind.Word or QueryTokenKind.Quoted when value.Text.Length > 0 => new Query.PublishedIn(Compared(value)),
        _ => throw Bad(value.Offset, Math.Max(value.Length, 1), "date: has no value", DateForms + ", a range [a TO b], or none"),
    };

    private static DateRange Compared(QueryToken value)
    {
        var sign = value.Text.StartsWith(">=", StringComparison.Ordinal) || value.Text.StartsWith("<=", StringComparison.Ordinal) ? value.Text[..2]
            : value.Text[0] is '>' or '<' ? value.Text[..1]
            : "";
        var date = Date(value.Text[sign.Length..], value.Offset + sign.Length + (value.Kind == QueryTokenKind.Quoted ? 1 : 0));
        return sign switch
        {
            ">=" => new DateRange(date, true, null, true),
            ">" => new DateRange(date, false, null, true),
            "<=" => new DateRange(null, true, date, true),
            "<" => new DateRange(null, true, date, false),
            _ => DateRange.Of(date),
        };
    }

    private static DateRange Range(QueryToken token)
    {
        var closed = token.Text[^1] is ']' or '}' && token.Length > 1;
        var inside = token.Text[1..(closed ? ^1 : ^0)];
        var to = inside.IndexOf(" TO", StringComparison.Ordinal);
        var fromText = to < 0 ? inside : inside[..to];
        var from = End(fromText, token.Offset + 1, token);
        if (to < 0)
            throw Bad(token.Offset, token.Length, "the range has no second date", "[a TO b]");

        var toText = inside[(to + 3)..];
        if (!closed && string.IsNullOrWhiteSpace(toText))
            throw Bad(token.Offset, token.Length, "the range is never closed", "a second date and \"]\"", "write [a TO b], with * for an open end");
        var until = End(toText, token.Offset + 1 + to + 3, token);
        if (!closed)
            throw Bad(token.Offset, token.Length, "the range is never closed", "\"]\", or \"}\" to leave the last date out");
        if (from is null && until is null)
            throw Bad(token.Offset, token.Length, "the range is open at both ends", "a date at one end at least", "articles without a date are date:none");

        var range = new DateRange(from, token.Text[0] == '[' || from is null, until, token.Text[^1] == ']' || until is null);
        return range.IsEmpty
            ? throw Bad(token.Offset, token.Length, "the range ends before it begins", "the earlier date first")
            : range;
    }

    /// <summary>Null for *.</summary>
    private static PartialDate? End(string text, int offset, QueryToken range)
    {
        var trimmed = text.Trim();
        if (trimmed == "*")
            return null;
        if (trimmed.Length == 0)
            throw Bad(range.Offset, range.Length, "the range lacks a date", "[a TO b], with * for an open end");
        return Date(trimmed, offset + text.Length - text.TrimStart().Length);
    }

    private static PartialDate Date(string text, int offset) =>
        PartialDate.TryParse(text, out var date)
            ? date
            : throw Bad(offset, text.Length, text.Length == 0 ? "a date is missing" : $"\"{text}\" is not a date", DateForms);

    private static QuerySyntaxException Bad(int offset, int length, string message, string expected, string hint = "") =>
        new(new QueryError(QueryErrorCode.BadDate, offset, length, message, expected, hint));
}
