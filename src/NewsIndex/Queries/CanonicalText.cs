using System.Globalization;
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
        Query.Near near => $"{Placed(near.Left)} {near.Proximity} {Placed(near.Right)}",
        Query.NotNear apart => $"{Placed(apart.Wanted)} NOT {apart.Proximity} {Placed(apart.Unwanted)}",
        Query.AtLeast often => string.Create(CultureInfo.InvariantCulture, $"ATLEAST/{often.Times} {Placed(often.Part)}"),
        Query.First first => string.Create(CultureInfo.InvariantCulture, $"FIRST/{first.Words} {Placed(first.Part)}"),
        Query.Boost boost => (boost.Part is Query.Boost ? $"({Of(boost.Part)})" : Placed(boost.Part))
            + "^"
            + boost.Factor.ToString("0.#######", CultureInfo.InvariantCulture),
        _ => Leaf(query),
    };

    /// <summary>An operand of the operators that bind tightest.</summary>
    private static string Placed(Query query) =>
        query is Query.Near or Query.NotNear or Query.AtLeast or Query.First or Query.Not ? $"({Of(query)})" : Operand(query);

    private static string Operand(Query query) => query is Query.Compound or Query.AndMaybe ? $"({Of(query)})" : Of(query);

    private static string Leaf(Query query) => query switch
    {
        Query.Everything => "*",
        Query.Word word => Prefix(word.Zone) + EscapeWord(word.Text),
        Query.Phrase phrase => Prefix(phrase.Zone)
            + Quote(phrase.Text)
            + (phrase.Slop > 0 ? string.Create(CultureInfo.InvariantCulture, $"~{phrase.Slop}") : ""),
        Query.PatternPhrase phrase =>
            Prefix(phrase.Zone) + QuotePattern(phrase.Text)
            + (phrase.Slop > 0 ? string.Create(CultureInfo.InvariantCulture, $"~{phrase.Slop}") : ""),
        Query.Pattern pattern => Prefix(pattern.Zone) + EscapeWord(pattern.Text, pattern: true),
        Query.Regex regex => $"{Prefix(regex.Zone)}/{RegexSlashes.Escape(regex.Text)}/",
        Query.Fuzzy fuzzy => string.Create(CultureInfo.InvariantCulture, $"{Prefix(fuzzy.Zone)}{EscapeWord(fuzzy.Text)}~{fuzzy.Edits}"),
        Query.Exact exact => (exact.Zone == Zone.Anywhere ? "exact:" : Prefix(exact.Zone) + "=") + Quote(exact.Text),
        Query.Labelled label => label.Label.ToString().ToLowerInvariant() + ":" + (label.Value is null ? "*" : Quote(label.Value)),
        Query.Mentions entity => FieldOf(entity.Type)
            + (entity.Match switch { NameMatch.Literal => ":=", NameMatch.Nearly => ":~", _ => ":" })
            + Quote(entity.Name),
        Query.Quote { Speaker: null } quote => $"quote:({Of(quote.Words)})",
        Query.Quote quote => $"quote:({Operand(quote.Words)} BY {Operand(quote.Speaker)})",
        Query.PublishedIn published => "date:" + published.Range,
        Query.PublishedEvery every =>
            string.Create(CultureInfo.InvariantCulture, $"date:*-{every.Month:00}{(every.Day is { } day ? $"-{day:00}" : "")}"),
        Query.Undated => "date:none",
        Query.DateReliable reliable => "date.reliable:" + (reliable.IsReliable ? "true" : "false"),
        Query.IndexedIn indexed => "indexed:" + indexed.Range,
        Query.ArrivedAfter arrived => "since:" + arrived.Generation,
        Query.Copied => "dup:only",
        Query.CopiesOf copies => "copies:" + Quote(copies.Id),
        Query.CopiesOnce => "dup:first",
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
        Zone.HeadlineOrLead => "hlead:",
        _ => "",
    };

    /// <summary>Quotes a text and escapes its signs.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\\' or '"' || (text[i] is '*' or '?' && QuotedTokens.IsWildcard(text, i)))
                quoted.Append('\\');
            quoted.Append(text[i]);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Quotes a pattern, whose text is already escaped.</summary>
    private static string QuotePattern(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string EscapeWord(string text, bool pattern = false)
    {
        var escaped = new StringBuilder(text.Length + 2);
        if (OperatorWords.Is(text) || text[0] is '+' or '-' or '=' or '/')
            escaped.Append('\\');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            // Quotes a pattern, whose text is already escaped.
            var literal = pattern ? c is not ('\\' or '*' or '?') && NeedsEscape(c) : NeedsEscape(c);
            if (literal || (c == '/' && i > 0 && OperatorWords.FactivaFirst(text, i, out _) > 0)
                || (c == '&' && i + 1 < text.Length && text[i + 1] == '&'))
                escaped.Append('\\');
            escaped.Append(c);
        }

        // A word that looks like a URL is read as one unless it is escaped.
        return AddressTokens.IsAddress(escaped.ToString()) ? "\\" + escaped : escaped.ToString();
    }

    private static bool NeedsEscape(char c) =>
        c is '\\' or '"' or '(' or ')' or ':' or '*' or '?' or '[' or ']' or '{' or '}' or '~' or '^' or '!' or '|' || char.IsWhiteSpace(c);
}
