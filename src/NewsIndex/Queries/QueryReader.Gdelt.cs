namespace NewsIndex.Queries;

/// <content>The syntax of GDELT.</content>
public sealed partial class QueryReader
{
    /// <summary>Reads <c>near20:"a b"</c> as a NEAR/20 b, and <c>repeat3:"a"</c> as ATLEAST/3 a; null for other fields.</summary>
    private Query? GdeltClause(QueryToken field, string name)
    {
        var isNear = name.StartsWith("near", StringComparison.Ordinal);
        if (!name.AsSpan(isNear ? 4 : Math.Min(6, name.Length)).ContainsAnyInRange('0', '9')
            || !(isNear || name.StartsWith("repeat", StringComparison.Ordinal)))
            return null;
        var count = Number(field with { Text = name[(isNear ? 4 : 6)..] });
        var value = Value(field, Taken(), QueryTokenKind.Literal);
        var words = PatternText.Words(value.Text);
        if (words.Length == 0 || (isNear && words.Length < 2))
            throw Wrong(value, $"{field.Text}: has too few words", isNear ? "near20:\"two words\"" : "repeat3:\"word\"");
        if (words.Length > limits.Depth)
            throw QuerySyntaxException.TooExpensive("words in one near", limits.Depth, words.Length);
        return isNear
            ? words.Select(word => HasPlaces(Text(WordOf(value, word), Zone.Anywhere), value, field.Text))
                .Aggregate((left, right) => new Query.Near(left, right, Proximity.Words(count)))
            : new Query.AtLeast(Text(words.Length == 1 ? WordOf(value, words[0]) : value, Zone.Anywhere), count);
    }

    /// <summary>Returns one word of a value as a token.</summary>
    private static QueryToken WordOf(QueryToken value, string word) => value with
    {
        Kind = value.Kind == QueryTokenKind.QuotedPattern && PatternText.IsOpen(word) ? QueryTokenKind.Pattern : QueryTokenKind.Word,
        Text = value.Kind == QueryTokenKind.QuotedPattern && !PatternText.IsOpen(word) ? PatternText.Literal(word) : word,
    };
}
