using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lucene.Net.QueryParsers.Flexible.Core;
using Lucene.Net.QueryParsers.Flexible.Core.Nodes;
using Lucene.Net.QueryParsers.Flexible.Core.Util;
using Lucene.Net.QueryParsers.Flexible.Standard.Nodes;
using Lucene.Net.QueryParsers.Flexible.Standard.Parser;
using Lucene.Net.Search;
using NewsIndex.Queries;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.LuceneSyntax;

/// <summary>
/// Reads queries in Lucene's syntax into the same query family, with the same limits, canonical text and errors. Lucene's grammar decides
/// the structure; words, phrases, ranges and fields are read by our reader.
/// </summary>
internal sealed partial class LuceneQueryReader
{
    private readonly QueryOptions options;
    private readonly DateClause dates;
    private readonly string text;
    private readonly List<string> notices = [];
    private int depth;

    private LuceneQueryReader(string text, QueryOptions options) =>
        (this.text, this.options, dates) = (text, options, new DateClause(options));

    /// <summary>Never throws: an error in the text is a value. Blank text matches everything.</summary>
    public static QueryReading Read(string typed, QueryOptions options)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return new QueryReading(new Query.Everything(), null, []);
        return PlainLuceneText.Read(typed, options) is { } plain ? new QueryReading(plain, null, []) : Parse(typed, options);
    }

    /// <summary>Reads a text that is not blank by Lucene's parser.</summary>
    internal static QueryReading Parse(string typed, QueryOptions options)
    {
        try
        {
            GuardDepth(typed, options.Limits.Depth);
            var reader = new LuceneQueryReader(LuceneText.Prepare(typed), options);
            var query = reader.Read(new StandardSyntaxParser().Parse(reader.text, ""));
            QueryReader.RequireWhole(query, new QueryToken(QueryTokenKind.Word, typed, 0, typed.Length), options.Limits);
            return new QueryReading(query, null, reader.notices) { DependsOnNow = reader.dates.HasUsedNow };
        }
        catch (QuerySyntaxException e)
        {
            // Lucene's parser does not keep offsets, and unescaped text has another length than what was typed.
            var offset = Math.Clamp(e.Error.Offset, 0, typed.Length);
            var isPlaced = e.Error.Code != QueryErrorCode.BadDate && e.Error.Repair is { } repair
                && repair.Offset + repair.Length <= typed.Length;
            return new QueryReading(
                null, e.Error with
                {
                    Offset = offset,
                    Length = Math.Clamp(e.Error.Length, 0, typed.Length - offset),
                    Repair = isPlaced ? e.Error.Repair : null
                }, []);
        }
        catch (QueryNodeParseException e)
        {
            return new QueryReading(null, ErrorOf(e, typed), []);
        }
    }

    /// <summary>
    /// Lucene's parser recurses for each parenthesis; deeper nesting would overflow the stack, which no handler can catch.
    /// </summary>
    private static void GuardDepth(string typed, int limit)
    {
        var deepest = 0;
        var open = 0;
        foreach (var c in typed)
        {
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.Max(deepest, open);
        }

        if (deepest > limit)
            throw QuerySyntaxException.TooExpensive("levels of parentheses", limit, deepest);
    }

    private Query Read(IQueryNode node)
    {
        if (++depth > options.Limits.Depth * 4)
            throw QuerySyntaxException.TooExpensive("levels of clauses", options.Limits.Depth * 4, depth);
        var query = node switch
        {
            GroupQueryNode group => Read(group.GetChild()),
            BoostQueryNode boost => Boosted(boost),
            SlopQueryNode slop => Sloppy(slop),
            AndQueryNode and => Joined(and, DefaultOperator.And),
            OrQueryNode or => Joined(or, DefaultOperator.Or),
            BooleanQueryNode boolean => Joined(boolean, options.DefaultOperator),
            ModifierQueryNode => Run([node], options.DefaultOperator),
            FuzzyQueryNode fuzzy => Fuzzy(fuzzy),
            QuotedFieldQueryNode quoted => Phrase(quoted),
            RegexpQueryNode regex => Regex(regex),
            TermRangeQueryNode range => Range(range),
            FieldQueryNode { Field: "*" } all when all.Text.ToString() == "*" => new Query.Everything(),
            FieldQueryNode word => Word(word),
            _ => throw Wrong(
                QueryErrorCode.Syntax, 0, 1, $"{node.GetType().Name} has no form here", "words, phrases, ranges and parentheses"),
        };
        depth--;
        return query;
    }

    private Query Joined(BooleanQueryNode node, DefaultOperator between) => Run([.. node.GetChildren()], between);

    private Query Run(IReadOnlyList<IQueryNode> nodes, DefaultOperator between)
    {
        var run = new ClauseRun(between);
        foreach (var node in nodes)
        {
            var modifier = node as ModifierQueryNode;
            var sign = modifier?.Modifier switch { Modifier.MOD_NOT => Sign.Excluded, Modifier.MOD_REQ => Sign.Required, _ => Sign.None };
            run.Add(Read(modifier?.GetChild() ?? node), sign);
        }

        return run.ToQuery();
    }

    private Query.Boost Boosted(BoostQueryNode boost) => boost.Value is >= 0 and <= 1000
        ? new Query.Boost(Read(boost.Child), boost.Value)
        : throw Wrong(QueryErrorCode.Syntax, 0, 1, $"^{boost.Value.ToString(CultureInfo.InvariantCulture)} is out of range", "^0 to ^1000");

    private Query Sloppy(SlopQueryNode slop)
    {
        if (slop.Value < 0 || slop.Value > options.Limits.Distance)
            throw Wrong(QueryErrorCode.Syntax, 0, 1, $"~{slop.Value} is out of range", $"~0 to ~{options.Limits.Distance}");
        var loosened = Read(slop.GetChild());
        return loosened switch
        {
            Query.Phrase phrase => phrase with { Slop = slop.Value },
            Query.PatternPhrase phrase => phrase with { Slop = slop.Value },
            _ => loosened,
        };
    }

    /// <summary>Patterns in a phrase are those of Lucene's complex phrases; the classic parser treats them as punctuation.</summary>
    private Query Phrase(QuotedFieldQueryNode quoted)
    {
        var raw = new StringBuilder();
        var characters = quoted.Text as UnescapedCharSequence;
        for (var i = 0; i < quoted.Text.Length; i++)
            raw.Append(characters?.WasEscaped(i) == true || quoted.Text[i] is '\\' or '"' ? "\\" : "").Append(quoted.Text[i]);
        var token = QuotedTokens.InQuotes(raw.ToString(), Math.Max(quoted.Begin, 0), Math.Max(quoted.End - quoted.Begin, 1), notices);
        if (token.Kind == QueryTokenKind.QuotedPattern)
            notices.Add(
                $"* and ? in the phrase at {token.Offset} stand for letters, as in complex phrases; a backslash before one makes it the "
                + "sign.");
        return Clause(quoted, token.Kind, token.Text);
    }

    /// <summary>~ alone is an edit distance of 2; a share below 1, as in old Lucene versions, is converted as Lucene does.</summary>
    private Query Fuzzy(FuzzyQueryNode fuzzy)
    {
        if (fuzzy.Similarity > 2)
            throw Wrong(QueryErrorCode.Syntax, Math.Max(fuzzy.Begin, 0), 1,
                $"~{fuzzy.Similarity.ToString(CultureInfo.InvariantCulture)} is out of range", "~1 or ~2: letters that may differ");
#pragma warning disable CS0612, CS0618 // Old queries are what the old form is for.
        var edits = FuzzyQuery.SingleToEdits(fuzzy.Similarity, fuzzy.Text.ToString()!.Length);
#pragma warning restore CS0612, CS0618
        return Clause(fuzzy, QueryTokenKind.Word, fuzzy.Text.ToString()!) switch
        {
            Query.Word word when edits > 0 && word.Text.Any(char.IsLetterOrDigit) =>
                new Query.Fuzzy(word.Text, Math.Min(edits, 2), word.Zone),
            var other => other,
        };
    }

    private Query Regex(RegexpQueryNode regex)
    {
        var text = RegexSlashes.Unescape(Whitespace().Replace(regex.Text.ToString()!, "\\x20"));
        return Clause(regex.Field, QueryTokenKind.Regex, text, 0, text.Length);
    }

    private Query Range(TermRangeQueryNode range)
    {
        var (lower, upper) = ((FieldQueryNode)range.LowerBound, (FieldQueryNode)range.UpperBound);
        var (from, to) = (EndOf(lower), EndOf(upper));
        var text = $"{(range.IsLowerInclusive ? '[' : '{')}{from} TO {to}{(range.IsUpperInclusive ? ']' : '}')}";
        var field = range.Field ?? "";
        if (from == "*" && to == "*" && field.Length > 0)
            return Clause("_exists_", QueryTokenKind.Word, field, Math.Max(lower.Begin, 0), 1);
        if (field is not ("date" or "published" or "indexed"))
            throw Wrong(
                QueryErrorCode.Syntax, Math.Max(lower.Begin, 0), 1, field.Length == 0
                    ? "a range needs a field"
                    : $"{field} has no order, and so no ranges",
                "date:[a TO b] or indexed:[a TO b]");
        return Clause(field, QueryTokenKind.Range, text, Math.Max(lower.Begin - 1, 0), text.Length);
    }

    private static string EndOf(FieldQueryNode end) => end.Text.ToString() is { Length: > 0 } text ? text : "*";

    private Query Word(FieldQueryNode word)
    {
        var pattern = new StringBuilder();
        // Returns true for a wildcard before the last letter, where the text without trailing punctuation ends.
        var (isInner, marks, end) = (false, 0, 0);
        var raw = word.Text as UnescapedCharSequence;
        for (var i = 0; i < word.Text.Length; i++)
        {
            var c = word.Text[i];
            var isOpen = raw?.WasEscaped(i) != true && c is '*' or '?';
            isInner |= isOpen ? c == '*' : marks > 0 && char.IsLetterOrDigit(c);
            marks += isOpen && c == '?' ? 1 : 0;
            pattern.Append(isOpen ? c.ToString() : PatternText.Escaped(c));
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                end = pattern.Length;
        }

        if (!isInner && marks > 0 && end > 0)
            return WithMarks(word, PatternText.Literal(pattern.ToString(0, end)), marks);
        return isInner || marks > 0
            ? Clause(word, QueryTokenKind.Pattern, pattern.ToString())
            : Clause(word, QueryTokenKind.Word, word.Text.ToString()!);
    }

    /// <summary>
    /// A ? after a word is a wildcard in Lucene's syntax and punctuation in ours: it becomes a regular expression, except after words of
    /// several parts, which none can match.
    /// </summary>
    private Query WithMarks(FieldQueryNode word, string literal, int marks)
    {
        var isOneWord = literal.All(char.IsLetterOrDigit);
        notices.Add(isOneWord
            ? $"\"?\" behind \"{literal}\" at {Math.Max(word.Begin, 0)} was read as one more letter; for the word itself leave it out."
            : $"\"?\" behind \"{literal}\" at {Math.Max(word.Begin, 0)} was read as punctuation.");
        return isOneWord
            ? Clause(word, QueryTokenKind.Regex, literal + new string('.', marks))
            : Clause(word, QueryTokenKind.Word, literal);
    }

    private Query Clause(FieldQueryNode node, QueryTokenKind kind, string value) =>
        Clause(node.Field, kind, value, Math.Max(node.Begin, 0), Math.Max(node.End - node.Begin, 1));

    private Query Clause(string? field, QueryTokenKind kind, string value, int offset, int length)
    {
        var token = new QueryToken(kind, value, offset, length);
        List<QueryToken> tokens = [token, new QueryToken(QueryTokenKind.End, "", token.End, 0)];
        if (string.IsNullOrEmpty(field))
            OperatorReview.NoticeWord(token with { Length = kind == QueryTokenKind.Word ? value.Length : 0 }, isBetween: false, notices);
        else
            tokens.Insert(0, new QueryToken(QueryTokenKind.Field, field, FieldBefore(field, offset), field.Length + 1));
        return QueryReader.ReadOne(tokens, notices, options, dates);
    }

    /// <summary>Offset of the field's name before a value.</summary>
    private int FieldBefore(string field, int value) =>
        text.Length == 0 ? 0 : Math.Max(text.LastIndexOf(field, Math.Min(value, text.Length - 1), StringComparison.Ordinal), 0);

    private static QueryError ErrorOf(QueryNodeParseException e, string typed)
    {
        var at = typed.Length;
        var length = 0;
        if (e is ParseException { CurrentToken.Next: { Kind: not 0 } token })
            (at, length) = (token.BeginColumn, Math.Max(token.EndColumn - token.BeginColumn, 0));
        else if (e is not ParseException && Column().Match(e.InnerException?.Message ?? e.Message) is { Success: true } column)
            at = int.Parse(column.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1;
        if (length == 0 && LastOperator().Match(typed) is { Success: true } operation)
        {
            return new QueryError(
                QueryErrorCode.Syntax, operation.Groups["sign"].Index, operation.Groups["sign"].Length,
                $"{operation.Groups["sign"].Value} has nothing after it", "a word, a phrase or a field")
            {
                Repair = new QueryRepair(operation.Groups["sign"].Index, operation.Groups["sign"].Length, "",
                    "it was left out")
                { KeepsMeaning = true },
            };
        }

        at = Math.Clamp(at, 0, typed.Length);
        length = Math.Clamp(length, 0, typed.Length - at);
        var shown = length == 0 ? "the query ends too early" : $"\"{typed.AsSpan(at, length)}\" cannot stand here";
        return new QueryError(
            QueryErrorCode.Syntax, at, length, shown, "Lucene's query syntax: a word, \"a phrase\", field:value, ( ) or [a TO b]",
            "a backslash takes a sign as it is");
    }

    private static QuerySyntaxException Wrong(QueryErrorCode code, int offset, int length, string message, string expected) =>
        new(new QueryError(code, offset, length, message, expected));

    [GeneratedRegex(@"\s")]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"(?<![\w\\])(?<sign>AND|OR|NOT|&&|\|\||[-+!])\s*\z", RegexOptions.RightToLeft)]
    private static partial Regex LastOperator();

    [GeneratedRegex(@"column ([0-9]+)")]
    private static partial Regex Column();
}
