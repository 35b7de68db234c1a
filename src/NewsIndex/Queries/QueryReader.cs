using NewsIndex.Articles;

namespace NewsIndex.Queries;

/// <summary>Reads typed text into a query. The language is in docs/query-language.md; each row there is a test.</summary>
/// <remarks>Binding, tightest first: NOT and -, AND, ANDMAYBE, OR.</remarks>
public sealed class QueryReader
{
    private readonly List<QueryToken> tokens;
    private readonly DefaultOperator defaultOperator;
    private readonly QueryLimits limits;
    private readonly List<string> notices = [];
    private int position;
    private int depth;

    private QueryReader(List<QueryToken> tokens, DefaultOperator defaultOperator, QueryLimits limits) =>
        (this.tokens, this.defaultOperator, this.limits) = (tokens, defaultOperator, limits);

    /// <summary>Never throws: a mistake in the text is a value. Blank text asks for everything.</summary>
    public static QueryReading Read(string typed, DefaultOperator defaultOperator = DefaultOperator.And, QueryLimits? limits = null)
    {
        try
        {
            var reader = new QueryReader(QueryTokens.Of(typed), defaultOperator, limits ?? QueryLimits.Default);
            return new QueryReading(reader.ReadWhole(), null, reader.notices);
        }
        catch (QuerySyntaxException e)
        {
            return new QueryReading(null, e.Error, []);
        }
    }

    private QueryToken Current => tokens[position];

    private Query ReadWhole()
    {
        if (Current.Kind == QueryTokenKind.End)
            return new Query.Everything();
        var query = ReadOr();
        if (Current.Kind == QueryTokenKind.Close)
            throw Wrong(Current, "\")\" closes nothing", "a \"(\" before it", "to search for the sign itself, write \\)");

        var leaves = query.LeafCount;
        if (leaves > limits.Clauses)
            throw TooExpensive("clauses", limits.Clauses, leaves);
        return query;
    }

    private Query ReadOr()
    {
        if (++depth > limits.Depth)
            throw TooExpensive("levels of parentheses", limits.Depth, depth);
        var first = Current;
        var clauses = new List<Query> { ReadAndMaybe(out var mixed) };
        while (Current.Kind == QueryTokenKind.Or)
        {
            position++;
            clauses.Add(ReadAndMaybe(out var alsoMixed));
            mixed |= alsoMixed;
        }

        depth--;
        var query = clauses.Count == 1 ? clauses[0] : new Query.Or(Flatten<Query.Or>(clauses));
        if (mixed && clauses.Count > 1)
            notices.Add($"AND binds tighter than OR: from {first.Offset} on this was read as {query}.");
        return query;
    }

    private Query ReadAndMaybe(out bool joinedByAnd)
    {
        var query = ReadAnd(out joinedByAnd);
        while (Current.Kind == QueryTokenKind.AndMaybe)
        {
            position++;
            query = new Query.AndMaybe(query, ReadAnd(out _));
        }

        return query;
    }

    /// <summary>What AND joins, and what nothing joins.</summary>
    /// <param name="joinedByAnd">True when a written AND is among it, so that a neighbouring OR deserves a notice.</param>
    private Query ReadAnd(out bool joinedByAnd)
    {
        joinedByAnd = false;
        var run = new ClauseRun(defaultOperator);
        run.Add(ReadSigned(out var sign), sign);
        while (true)
        {
            if (Current.Kind == QueryTokenKind.And)
            {
                position++;
                joinedByAnd = true;
                run.RequireLast();
                run.Add(ReadSigned(out sign), sign == Sign.None ? Sign.Required : sign);
            }
            else if (StartsClause(Current.Kind))
            {
                run.Add(ReadSigned(out sign), sign);
            }
            else
            {
                return run.ToQuery();
            }
        }
    }

    private Query ReadSigned(out Sign sign)
    {
        var token = Current;
        switch (token.Kind)
        {
            case QueryTokenKind.Plus:
                position++;
                sign = Sign.Required;
                return ReadProximity();
            case QueryTokenKind.Minus or QueryTokenKind.Not:
                position++;
                sign = Sign.Excluded;
                if (++depth > limits.Depth)
                    throw TooExpensive("levels of NOT", limits.Depth, depth);
                var unwanted = ReadSigned(out var inner);
                depth--;
                if (inner != Sign.Excluded)
                    return unwanted;
                // Two negations in a row cancel out.
                sign = Sign.None;
                return unwanted;
            default:
                sign = Sign.None;
                return ReadProximity();
        }
    }

    /// <summary>A primary, and what NEAR joins to it; nothing binds tighter.</summary>
    private Query ReadProximity()
    {
        var start = Current;
        var query = ReadPrimary();
        for (var joined = 1; Current.Kind == QueryTokenKind.Near; joined++)
        {
            var near = Current;
            position++;
            if (joined > limits.Depth)
                throw TooExpensive("NEARs in a row", limits.Depth, joined);
            if (!int.TryParse(near.Text.AsSpan(5), out var distance) || distance < 1 || distance > limits.Distance)
                throw Wrong(near, $"{near.Text} is out of range", $"NEAR/1 to NEAR/{limits.Distance}");
            var right = Current;
            query = new Query.Near(HasPositions(query, start), HasPositions(ReadPrimary(), right), distance);
        }

        return query;
    }

    /// <summary>What stands at a place in the text: only that can be near something.</summary>
    private static Query HasPositions(Query query, QueryToken at)
    {
        static bool Stands(Query query) => query switch
        {
            Query.Word or Query.Phrase or Query.Mentions or Query.Near => true,
            Query.Or or => or.Clauses.All(Stands),
            _ => false,
        };
        return Stands(query) ? query : throw Wrong(at, $"{query} cannot stand beside NEAR", "a word, a phrase, a person, an org or a place, or an OR of them in parentheses");
    }

    private Query ReadPrimary()
    {
        var token = Current;
        position++;
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                if (Current.Kind == QueryTokenKind.Close)
                    throw Wrong(token, "there is nothing between the parentheses", "a word, a phrase or a field");
                var inner = ReadOr();
                if (Current.Kind != QueryTokenKind.Close)
                    throw Wrong(token, "\"(\" is never closed", "a \")\"", "to search for the sign itself, write \\(");
                position++;
                return inner;
            case QueryTokenKind.Field:
                return ReadField(token);
            case QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Quoted:
                NoticeLowerCaseOperator(token);
                return Text(token, Zone.Anywhere);
            case QueryTokenKind.Close:
                throw Wrong(token, "\")\" closes nothing", "a word, a phrase or a field before it");
            case QueryTokenKind.End:
                var before = position >= 2 ? tokens[position - 2] : token;
                throw Wrong(before, $"{Shown(before)} has nothing after it", "a word, a phrase or a field");
            default:
                throw Wrong(token, $"{Shown(token)} has nothing to join", "a word, a phrase or a field", $"to search for the word itself, write \\{token.Text}");
        }
    }

    private Query ReadField(QueryToken field)
    {
        var value = Current;
        switch (field.Text.ToLowerInvariant())
        {
            case "headline" or "title": return ReadZone(field, Zone.Headline);
            case "body": return ReadZone(field, Zone.Body);
            case "source": return new Query.FromSource(Name(field));
            case "person": return Mentions(field, EntityType.Person);
            case "org" or "organization" or "organisation": return Mentions(field, EntityType.Organization);
            case "place": return Mentions(field, EntityType.Place);
            case "entity": return Mentions(field, null);
            case "date" or "published":
                position++;
                return DateClause.Read(value);
            default:
                var nearest = FieldNames.Nearest(field.Text);
                throw new QuerySyntaxException(new QueryError(
                    QueryErrorCode.UnknownField, field.Offset, field.Length - 1, $"there is no field \"{field.Text}\"",
                    "one of " + string.Join(", ", FieldNames.All),
                    (nearest is null ? "" : $"did you mean {nearest}:? ") + $"to search for the text itself, put it in quotation marks or write {field.Text}\\:"));
        }
    }

    private Query ReadZone(QueryToken field, Zone zone)
    {
        var value = Current;
        if (value.Kind != QueryTokenKind.Open)
        {
            position++;
            return Text(Value(field, value), zone);
        }

        position++;
        var inner = ReadOr();
        if (Current.Kind != QueryTokenKind.Close)
            throw Wrong(value, "\"(\" is never closed", "a \")\"");
        position++;
        return Within(inner, zone);
    }

    /// <summary>Puts every word of a group into the zone that stands before the group.</summary>
    private static Query Within(Query query, Zone zone) => query switch
    {
        Query.Word { Zone: Zone.Anywhere } word => word with { Zone = zone },
        Query.Phrase { Zone: Zone.Anywhere } phrase => phrase with { Zone = zone },
        Query.Pattern { Zone: Zone.Anywhere } pattern => pattern with { Zone = zone },
        Query.And and => new Query.And([.. and.Clauses.Select(clause => Within(clause, zone))]),
        Query.Or or => new Query.Or([.. or.Clauses.Select(clause => Within(clause, zone))]),
        Query.Not not => new Query.Not(Within(not.Unwanted, zone)),
        Query.Near near => near with { Left = Within(near.Left, zone), Right = Within(near.Right, zone) },
        Query.AndMaybe maybe => new Query.AndMaybe(Within(maybe.Required, zone), Within(maybe.Preferred, zone)),
        _ => query,
    };

    private static Query Text(QueryToken token, Zone zone) => token.Kind switch
    {
        QueryTokenKind.Quoted when string.IsNullOrWhiteSpace(token.Text) =>
            throw Wrong(token, "there is nothing between the quotation marks", "words"),
        QueryTokenKind.Quoted => new Query.Phrase(token.Text, zone),
        QueryTokenKind.Pattern when token.Text.All(c => c == '*') && zone == Zone.Anywhere => new Query.Everything(),
        QueryTokenKind.Pattern when !token.Text.Any(char.IsLetterOrDigit) =>
            throw Wrong(token, $"{token.Text} leaves every letter open", "at least one letter or figure beside * and ?"),
        QueryTokenKind.Pattern => new Query.Pattern(token.Text, zone),
        _ when NotYet(token.Text) is { } sign =>
            throw Wrong(token, $"{sign} is not part of the query language yet", "a word without it", $"to search for the text itself, put it in quotation marks"),
        _ => new Query.Word(token.Text, zone),
    };

    /// <summary>Signs of other query languages that would be lost in silence if the word were searched as it stands.</summary>
    private static string? NotYet(string word)
    {
        if (!char.IsLetterOrDigit(word[0]) && word[0] is not ('~' or '^'))
            return null;
        var sign = word.LastIndexOfAny(['~', '^']);
        return sign >= 0 && word.AsSpan(sign + 1).TrimStart("0123456789.").IsEmpty ? word[sign..] : null;
    }

    private Query.Mentions Mentions(QueryToken field, EntityType? type)
    {
        var isLiteral = Current.Kind == QueryTokenKind.Literal;
        return new Query.Mentions(Name(field), type, isLiteral);
    }

    private string Name(QueryToken field)
    {
        var value = Value(field, Current);
        position++;
        if (value.Kind == QueryTokenKind.Pattern)
            throw Wrong(value, $"{field.Text}: takes a whole name, without * or ?", "a name; several words in quotation marks");
        if (EntityName.Normalise(value.Text).Length == 0)
            throw Wrong(value, $"{field.Text}: needs a name", "a name with a letter or a figure in it");
        return value.Text.Trim();
    }

    private static QueryToken Value(QueryToken field, QueryToken value) =>
        value.Kind is QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Quoted or QueryTokenKind.And or QueryTokenKind.Or
            or QueryTokenKind.Not or QueryTokenKind.AndMaybe or QueryTokenKind.Near
            || (value.Kind == QueryTokenKind.Literal && field.Text.ToLowerInvariant() is "person" or "org" or "organization" or "organisation" or "place" or "entity")
            ? value
            : throw Wrong(field, $"{field.Text}: has no value", "a word or a phrase in quotation marks right after the colon");

    private void NoticeLowerCaseOperator(QueryToken token)
    {
        if (token.Kind != QueryTokenKind.Word || token.Text is not ("and" or "or" or "not"))
            return;
        notices.Add($"\"{token.Text}\" at {token.Offset} was read as a word; the operator is {token.Text.ToUpperInvariant()}.");
    }

    private static bool StartsClause(QueryTokenKind kind) => kind is QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Quoted
        or QueryTokenKind.Field or QueryTokenKind.Open or QueryTokenKind.Plus or QueryTokenKind.Minus or QueryTokenKind.Not;

    private static List<Query> Flatten<T>(List<Query> clauses)
        where T : Query.Compound =>
        [.. clauses.SelectMany(clause => clause is T same ? same.Clauses : [clause])];

    private static string Shown(QueryToken token) => token.Kind is QueryTokenKind.Plus or QueryTokenKind.Minus ? $"\"{token.Text}\"" : token.Text;

    private static QuerySyntaxException Wrong(QueryToken token, string message, string expected, string hint = "") =>
        new(new QueryError(QueryErrorCode.Syntax, token.Offset, token.Length, message, expected, hint));

    private static QuerySyntaxException TooExpensive(string what, int limit, int actual) =>
        new(new QueryError(QueryErrorCode.TooExpensive, 0, 0, $"the query has {actual} {what}", $"at most {limit}", "split it into several queries")
        {
            Budget = (limit, actual),
        });
}
