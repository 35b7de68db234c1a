using System.Text;
using NewsIndex.Articles;

namespace NewsIndex.Queries;

/// <summary>Prints a query so that it can be cited, compared and read back. Every operator is written out.</summary>
internal static class CanonicalText
{
    public static string Of(Query query) => query switch
    {
        Query.And and => string.Join(" AND ", and.Clauses.Select(Operand)),
        Query.Or or => string.Join(" OR ", or.Clauses.Select(Operand)),
        Query.AndMaybe maybe => $"{Operand(maybe.Required)} ANDMAYBE {Operand(maybe.Preferred)}",
        Query.Not not => $"NOT {Operand(not.Unwanted)}",
        Query.Near near => $"{NearOperand(near.Left)} NEAR/{near.Distance} {NearOperand(near.Right)}",
        _ => Leaf(query),
    };

    private static string NearOperand(Query query) => query is Query.Near ? $"({Of(query)})" : Operand(query);

    private static string Operand(Query query) => query is Query.Compound or Query.AndMaybe ? $"({Of(query)})" : Of(query);

    private static string Leaf(Query query) => query switch
    {
        Query.Everything => "*",
        Query.Word word => Prefix(word.Zone) + EscapeWord(word.Text),
        Query.Phrase phrase => Prefix(phrase.Zone) + Quote(phrase.Text),
        Query.Pattern pattern => Prefix(pattern.Zone) + EscapeWord(pattern.Text, pattern: true),
        Query.FromSource source => "source:" + Quote(source.Name),
        Query.Mentions entity => FieldOf(entity.Type) + (entity.IsLiteral ? ":=" : ":") + Quote(entity.Name),
        Query.PublishedIn published => "date:" + published.Range,
        Query.Undated => "date:none",
        _ => throw new InvalidOperationException($"{query.GetType()} has no canonical text."),
    };

    private static string FieldOf(EntityType? type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organization => "org",
        EntityType.Place => "place",
        _ => "entity",
    };

    private static string Prefix(Zone zone) => zone switch
    {
        Zone.Headline => "headline:",
        Zone.Body => "body:",
        _ => "",
    };

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string EscapeWord(string text, bool pattern = false)
    {
        var escaped = new StringBuilder(text.Length + 2);
        if (QueryTokens.IsOperator(text) || text[0] is '+' or '-')
            escaped.Append('\\');
        foreach (var c in text)
        {
            // The text of a pattern has its own escapes already.
            var literal = pattern ? c is '"' or '(' or ')' or ':' or '[' or ']' or '{' or '}' || char.IsWhiteSpace(c) : QueryTokens.NeedsEscape(c);
            if (literal)
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
