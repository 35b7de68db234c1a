namespace NewsIndex.Queries;

/// <summary>Reads typed text into a query. The language is in docs/query-language.md; each row there is a test.</summary>
/// <remarks>Binding, tightest first: ATLEAST and FIRST, NEAR and other proximity operators, NOT and -, AND, ANDMAYBE, OR.</remarks>
public sealed partial class QueryReader
{
    private readonly List<QueryToken> tokens;
    private readonly QueryOptions options;
    private readonly QueryLimits limits;
    private readonly List<string> notices;
    private readonly DateClause dates;
    private readonly Stack<QueryToken> unclosed = [];
    private QueryToken? once;
    private int position;
    private int depth;
    private bool inQuote;

    private QueryReader(List<QueryToken> tokens, List<string> notices, QueryOptions options, DateClause dates) =>
        (this.tokens, this.notices, this.options, this.dates, limits) = (tokens, notices, options, dates, options.Limits);

    /// <summary>Never throws: an error in the text is a value. Blank text matches everything.</summary>
    public static QueryReading Read(string typed, QueryOptions? options = null)
    {
        try
        {
            var dates = new DateClause(options ?? QueryOptions.Default);
            var notices = new List<string>();
            var reader = new QueryReader(QueryTokens.Of(typed, notices), notices, options ?? QueryOptions.Default, dates);
            return new QueryReading(reader.ReadWhole(), null, notices) { DependsOnNow = dates.HasUsedNow };
        }
        catch (QuerySyntaxException e)
        {
            return new QueryReading(null, e.Error, []);
        }
    }

    /// <summary>Reads one clause that another grammar has cut out.</summary>
    /// <exception cref="QuerySyntaxException">The field is unknown, or its value is invalid.</exception>
    internal static Query ReadOne(List<QueryToken> tokens, List<string> notices, QueryOptions options, DateClause dates) =>
        new QueryReader(tokens, notices, options, dates).ReadPrimary();

    private QueryToken Current => tokens[position];

    private Query ReadWhole()
    {
        if (Current.Kind == QueryTokenKind.End)
            return Nothing();
        var query = ReadOr();
        if (Current.Kind == QueryTokenKind.Close)
            throw ClosesNothing(Current);
        RequireWhole(query, once ?? default, limits);
        return query;
    }

    /// <summary>Blank text, or operators without a word.</summary>
    private Query.Everything Nothing()
    {
        if (Current.Offset > 0)
            notices.Add("The query has no words: every article is found.");
        return new Query.Everything();
    }

    /// <summary>Checks a query as a whole, in any syntax.</summary>
    /// <param name="once">The dup:first of the query, if it has one.</param>
    internal static void RequireWhole(Query query, QueryToken once, QueryLimits limits)
    {
        // A dup:first must be one of the required clauses.
        if (query is not Query.CopiesOnce
            && Count(query) > (query is Query.And and ? and.Clauses.Count(clause => clause is Query.CopiesOnce) : 0))
            throw Wrong(once, "dup:first is about the whole result", "it beside the other clauses, outside of parentheses, OR and NOT");
        var leaves = query.LeafCount;
        if (leaves > limits.Clauses)
            throw QuerySyntaxException.TooExpensive("clauses", limits.Clauses, leaves);
    }

    private static int Count(Query query) => query is Query.CopiesOnce ? 1 : query.Parts.Sum(Count);

    private Query ReadOr()
    {
        // The whole query is also read here, outside of parentheses.
        if (++depth > limits.Depth + 1)
            throw QuerySyntaxException.TooExpensive("levels of parentheses", limits.Depth, depth - 1);
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

    /// <summary>Clauses joined by AND or by nothing.</summary>
    /// <param name="joinedByAnd">True if AND joins some of it, so that a neighbouring OR deserves a notice.</param>
    private Query ReadAnd(out bool joinedByAnd)
    {
        joinedByAnd = false;
        var run = new ClauseRun(options.DefaultOperator);
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
                joinedByAnd |= options.DefaultOperator == DefaultOperator.And;
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
                if (++depth > limits.Depth + 1)
                    throw QuerySyntaxException.TooExpensive("levels of NOT", limits.Depth, depth - 1);
                var unwanted = ReadSigned(out var inner);
                depth--;
                if (inner != Sign.Excluded)
                {
                    if (token.Kind == QueryTokenKind.Not
                        && unwanted is Query.Near or Query.NotNear
                        && tokens[position - 1].Kind != QueryTokenKind.Close)
                        notices.Add($"NOT at {token.Offset} was read as NOT ({unwanted}).");
                    return unwanted;
                }

                // Two negations in a row cancel out.
                sign = Sign.None;
                return unwanted;
            default:
                sign = Sign.None;
                return ReadProximity();
        }
    }

    /// <summary>A clause with the proximity operators that follow it.</summary>
    private Query ReadProximity()
    {
        var start = Current;
        var query = ReadClause();
        for (var joined = 1; NextIsNear(out var isNot); joined++)
        {
            position += isNot ? 1 : 0;
            var near = Current;
            position++;
            if (joined > limits.Depth)
                throw QuerySyntaxException.TooExpensive("NEARs in a row", limits.Depth, joined);
            var proximity = OperatorWords.ToProximity(near.Text, limits.Distance)
                ?? throw Wrong(near, $"{near.Text} is out of range", $"NEAR/1 to NEAR/{limits.Distance}");
            var right = Current;
            var (left, other) = (HasPlaces(query, start, near.Text), HasPlaces(ReadClause(), right, near.Text));
            query = isNot ? new Query.NotNear(left, other, proximity) : new Query.Near(left, other, proximity);
        }

        return query;
    }

    /// <param name="isNot">True after NOT, also in lower case: nobody means the words by "not w/5".</param>
    private bool NextIsNear(out bool isNot)
    {
        isNot = (Current.Kind == QueryTokenKind.Not || Current is { Kind: QueryTokenKind.Word, Text: "not" })
            && tokens[position + 1].Kind == QueryTokenKind.Near;
        return isNot || Current.Kind == QueryTokenKind.Near;
    }

    /// <summary>Checks that a clause has positions: only these can be near one another, or be counted.</summary>
    private static Query HasPlaces(Query query, QueryToken at, string beside)
    {
        static bool Stands(Query query) => query switch
        {
            Query.Word or Query.Phrase or Query.PatternPhrase or Query.Pattern or Query.Regex or Query.Fuzzy or Query.Exact
                or Query.Mentions => true,
            Query.Near or Query.NotNear or Query.First or Query.Quote => true,
            Query.Or or => or.Clauses.All(Stands),
            _ => false,
        };
        return Stands(query)
            ? query
            : throw Wrong(
                at, $"{query} cannot stand beside {beside}",
                "a word, a phrase, a person, an org or a place, or an OR of them in parentheses");
    }

    /// <summary>A primary with its prefix and suffixes.</summary>
    private Query ReadClause()
    {
        var start = Current;
        Query query;
        if (start.Kind is QueryTokenKind.AtLeast or QueryTokenKind.First)
        {
            position++;
            if (++depth > limits.Depth + 1)
                throw QuerySyntaxException.TooExpensive("levels of ATLEAST and FIRST", limits.Depth, depth - 1);
            var counted = Current;
            var part = HasPlaces(ReadClause(), counted, start.Kind == QueryTokenKind.First ? "FIRST" : "ATLEAST");
            depth--;
            query = start.Kind == QueryTokenKind.First ? new Query.First(part, Number(start)) : new Query.AtLeast(part, Number(start));
        }
        else
        {
            query = ReadPrimary();
        }

        for (var suffixes = 1; Current.Kind is QueryTokenKind.Tilde or QueryTokenKind.Boost or QueryTokenKind.FirstAfter; suffixes++)
        {
            if (suffixes > limits.Depth)
                throw QuerySyntaxException.TooExpensive("signs behind one clause", limits.Depth, suffixes);
            query = WithSuffix(query, start, Current);
            position++;
        }

        return query;
    }

    private Query WithSuffix(Query query, QueryToken start, QueryToken suffix) => (suffix.Kind, query) switch
    {
        (QueryTokenKind.Boost, _) => new Query.Boost(query, Factor(suffix)),
        (QueryTokenKind.FirstAfter, _) => new Query.First(HasPlaces(query, start, "FIRST"), Number(suffix)),
        (_, Query.Word { Text.Length: > MaxPatternLength }) => throw TooLong(start, start.Text.Length),
        (_, Query.Word word) when word.Text.Any(char.IsLetterOrDigit) => new Query.Fuzzy(word.Text, Edits(word.Text, suffix), word.Zone),
        (_, Query.Phrase { Slop: 0 } phrase) when suffix.Text.Length > 0 => phrase with { Slop = Slop(suffix) },
        (_, Query.PatternPhrase { Slop: 0 } phrase) when suffix.Text.Length > 0 => phrase with { Slop = Slop(suffix) },
        _ =>
            throw Wrong(
                suffix, $"~{suffix.Text} has nothing to loosen", "a word before ~, or a phrase before ~n",
                "to search for the sign itself, write \\~"),
    };

    private static float Factor(QueryToken suffix) =>
        float.Parse(suffix.Text, System.Globalization.CultureInfo.InvariantCulture) is var factor and <= 1000
            ? factor
            : throw Wrong(suffix, $"^{suffix.Text} is out of range", "^0 to ^1000");

    /// <summary>Without a number: one edit in short words and two in long ones, as in Elasticsearch.</summary>
    private static int Edits(string word, QueryToken suffix) => suffix.Text switch
    {
        "" => word.Length < 6 ? 1 : 2,
        "1" => 1,
        "2" => 2,
        _ => throw Wrong(suffix, $"~{suffix.Text} is out of range", "~1 or ~2: letters that may differ"),
    };

    private int Slop(QueryToken suffix) =>
        int.TryParse(suffix.Text, out var slop) && slop <= limits.Distance
            ? slop
            : throw Wrong(suffix, $"~{suffix.Text} is out of range", $"~0 to ~{limits.Distance}");

    private int Number(QueryToken token) =>
        int.TryParse(token.Text, out var number) && number >= 1 && number <= limits.Distance
            ? number
            : throw Wrong(token, $"{token.Text} is out of range", $"1 to {limits.Distance}");

    private Query ReadPrimary()
    {
        var token = Current;
        position++;
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                if (Current.Kind == QueryTokenKind.Close)
                    throw Wrong(token, "there is nothing between the parentheses", "a word, a phrase or a field",
                        repair: new QueryRepair(token.Offset, Current.End - token.Offset, "",
                        "they were left out")
                        { KeepsMeaning = !FollowsField(position - 1) });
                unclosed.Push(token);
                return Closed(token, ReadOr());
            case QueryTokenKind.Field:
                return ReadField(token);
            case QueryTokenKind.By when !inQuote:
                return Text(token with { Kind = QueryTokenKind.Word }, Zone.Anywhere);
            case QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.Quoted
                or QueryTokenKind.QuotedPattern
                or QueryTokenKind.Regex or QueryTokenKind.Literal:
                if (token is { Kind: QueryTokenKind.Pattern, Text: "*" } && (position > 1 || Current.Kind != QueryTokenKind.End))
                    notices.Add(
                        $"\"*\" at {token.Offset} stands for every article; between the words of a phrase it is any one word: \"stock * "
                        + $"rules\".");
                return Text(token, Zone.Anywhere);
            case QueryTokenKind.Close when unclosed.Count == 0:
                throw ClosesNothing(token);
            case QueryTokenKind.Close or QueryTokenKind.End:
                throw NothingBehind(position >= 2 ? position - 2 : 0);
            default:
                // An operator at the start of a text or group lacks an operand; between two others, either may be meant.
                var isFirst = position == 1 || (position == 2 && tokens[0].Kind == QueryTokenKind.Open);
                throw Wrong(
                    token, $"{Shown(token)} has nothing to join", "a word, a phrase or a field",
                    $"to search for the word itself, write \\{token.Text}",
                    new QueryRepair(token.Offset, token.Length, "",
                        "it was left out")
                    { KeepsMeaning = isFirst && token.Kind != QueryTokenKind.Range });
        }
    }

    /// <summary>Removing a group together with its field would be more than removing an operator.</summary>
    private bool FollowsField(int token) => token > 0 && tokens[token - 1].Kind == QueryTokenKind.Field;

    /// <param name="last">The last token of the text.</param>
    private QuerySyntaxException NothingBehind(int last)
    {
        var before = tokens[last];
        var isEnd = tokens[Math.Min(last + 1, tokens.Count - 1)].Kind == QueryTokenKind.End;
        var also = isEnd && unclosed.TryPeek(out var outer) && outer != before ? $"\"(\" at {outer.Offset} is never closed either" : "";
        var first = before.Kind == QueryTokenKind.Open && FollowsField(last) ? tokens[last - 1] : before;
        // An operator that is still being typed has no meaning yet; the group of a field is a clause.
        return Wrong(
            before, $"{Shown(before)} has nothing after it", "a word, a phrase or a field", also,
            new QueryRepair(first.Offset, before.End - first.Offset, "", "it was left out") { KeepsMeaning = first == before });
    }

    private QuerySyntaxException ClosesNothing(QueryToken close)
    {
        // At the end it is superfluous; elsewhere the start of its group is unknown.
        var isLast = tokens[^2] == close;
        var repair = isLast
            ? new QueryRepair(close.Offset, close.Length, "", "it was left out") { KeepsMeaning = true }
            : new QueryRepair(0, 0, "(", "a \"(\" was put before it");
        return Wrong(close, "\")\" closes nothing", "a \"(\" before it", "to search for the sign itself, write \\)", repair);
    }

    /// <summary>The content of parentheses, up to the closing one.</summary>
    private Query Closed(QueryToken open, Query inner)
    {
        if (Current.Kind != QueryTokenKind.Close)
            throw Wrong(open, "\"(\" is never closed", "a \")\"", "to search for the sign itself, write \\(",
                new QueryRepair(Current.Offset, 0, ")",
                "it was closed where the text ends")
                { KeepsMeaning = Current.Kind == QueryTokenKind.End });
        position++;
        unclosed.Pop();
        return inner;
    }

    private bool StartsClause(QueryTokenKind kind) =>
        kind is QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.Quoted
        or QueryTokenKind.QuotedPattern or QueryTokenKind.Regex or QueryTokenKind.Literal or QueryTokenKind.Field or QueryTokenKind.Open
            or QueryTokenKind.Plus or QueryTokenKind.Minus
        or QueryTokenKind.Not or QueryTokenKind.AtLeast or QueryTokenKind.First || (kind == QueryTokenKind.By && !inQuote);

    private static List<Query> Flatten<T>(List<Query> clauses)
        where T : Query.Compound =>
        [.. clauses.SelectMany(clause => clause is T same ? same.Clauses : [clause])];

    private static string Shown(QueryToken token) => token.Kind switch
    {
        QueryTokenKind.Plus or QueryTokenKind.Minus => $"\"{token.Text}\"",
        QueryTokenKind.AtLeast => $"ATLEAST/{token.Text}",
        QueryTokenKind.First => $"FIRST/{token.Text}",
        QueryTokenKind.Tilde => $"~{token.Text}",
        QueryTokenKind.Boost => $"^{token.Text}",
        _ => token.Text,
    };

    private static QuerySyntaxException Wrong(QueryToken token,
        string message, string expected, string hint = "", QueryRepair? repair = null) =>
        new(new QueryError(QueryErrorCode.Syntax, token.Offset, token.Length, message, expected, hint) { Repair = repair });
}
