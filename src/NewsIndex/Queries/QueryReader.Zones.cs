namespace NewsIndex.Queries;

/// <content>Headline, body and lead.</content>
public sealed partial class QueryReader
{
    private Query ReadZone(QueryToken field, Zone zone)
    {
        var value = Current;
        if (value.Kind != QueryTokenKind.Open)
        {
            if (value is { Kind: QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Truncated, Text: ['-' or '!', ..] }
                && value.Length == value.Text.Length)
                throw SignBehindField(field, value);
            position++;
            return Text(Value(field, value, QueryTokenKind.Literal), zone);
        }

        position++;
        unclosed.Push(value);
        return ZonedGroup.Within(Closed(value, ReadOr()), zone);
    }

    private static QuerySyntaxException SignBehindField(QueryToken field, QueryToken value) => Wrong(
        value, $"\"{value.Text[0]}\" stands behind the field", $"it before the field: -{field.Text}:{value.Text[1..]}",
        $"to search for the sign itself, write \\{value.Text[0]}",
        new QueryRepair(field.Offset, value.Offset + 1 - field.Offset, $"-{field.Text}:", "it was put before the field"));
}
