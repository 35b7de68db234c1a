using System.Text.RegularExpressions;
using NewsIndex.Articles;
using NewsIndex.Generations;

namespace NewsIndex.Queries;

/// <content>What stands behind a field's name.</content>
public sealed partial class QueryReader
{
    /// <summary>As long as the longest word that is indexed.</summary>
    private const int MaxPatternLength = 255;

    private const int MaxRegexLength = 1000;

    private Query ReadField(QueryToken field)
    {
        var value = Current;
        try
        {
            return ReadField(field, field.Text.ToLowerInvariant());
        }
        catch (QuerySyntaxException e) when (e.Error is { Repair: null, Code: not QueryErrorCode.TooExpensive }
            && e.Error.Offset >= field.Offset && e.Error.Offset <= value.End)
        {
            // A field without its value is nothing: who forgives leaves out both.
            throw new QuerySyntaxException(
                e.Error with { Repair = new QueryRepair(field.Offset, value.End - field.Offset, "", "it was left out") });
        }
    }

    private Query ReadField(QueryToken field, string name)
    {
        switch (name)
        {
            case "headline" or "title": return ReadZone(field, Zone.Headline);
            case "body": return ReadZone(field, Zone.Body);
            case "hlead" or "lead": return ReadZone(field, Zone.HeadlineOrLead);
            case "source" or "publication": return Labelled(field, ArticleLabel.Source);
            case "section": return Labelled(field, ArticleLabel.Section);
            case "author" or "byline": return Labelled(field, ArticleLabel.Author);
            case "tag": return Labelled(field, ArticleLabel.Tag);
            case "language" or "lang": return Labelled(field, ArticleLabel.Language);
            case "person": return Mentions(field, EntityType.Person);
            case "org" or "organization" or "organisation": return Mentions(field, EntityType.Organization);
            case "place": return Mentions(field, EntityType.Place);
            case "entity": return Mentions(field, null);
            case "exact": return Values(field, _ => Exactly(field));
            case "date" or "published": return Values(field, _ => dates.Published(Taken()));
            case "indexed": return Values(field, _ => dates.Indexed(Taken()));
            case "since": return Since(field);
            case "date.reliable": return Reliable(field);
            case "dup": return Copies(field);
            case "quote": return ReadQuote(field);
            case "_exists_": return Existing(field);
            default: return GdeltClause(field, name) ?? throw Unknown(field);
        }
    }

    private QueryToken Taken() => tokens[position++];

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
        return Within(Closed(value, ReadOr()), zone);
    }

    private static QuerySyntaxException SignBehindField(QueryToken field, QueryToken value) => Wrong(
        value, $"\"{value.Text[0]}\" stands behind the field", $"it before the field: -{field.Text}:{value.Text[1..]}",
        $"to search for the sign itself, write \\{value.Text[0]}",
        new QueryRepair(field.Offset, value.Offset + 1 - field.Offset, $"-{field.Text}:", "it was put before the field"));

    /// <summary>Puts every word of a group into the zone that stands before the group.</summary>
    private static Query Within(Query query, Zone zone) => query switch
    {
        Query.Word { Zone: Zone.Anywhere } word => word with { Zone = zone },
        Query.Phrase { Zone: Zone.Anywhere } phrase => phrase with { Zone = zone },
        Query.PatternPhrase { Zone: Zone.Anywhere } phrase => phrase with { Zone = zone },
        Query.Pattern { Zone: Zone.Anywhere } pattern => pattern with { Zone = zone },
        Query.Regex { Zone: Zone.Anywhere } regex => regex with { Zone = zone },
        Query.Fuzzy { Zone: Zone.Anywhere } fuzzy => fuzzy with { Zone = zone },
        Query.Exact { Zone: Zone.Anywhere } exact => exact with { Zone = zone },
        Query.And and => new Query.And([.. and.Clauses.Select(clause => Within(clause, zone))]),
        Query.Or or => new Query.Or([.. or.Clauses.Select(clause => Within(clause, zone))]),
        Query.Not not => new Query.Not(Within(not.Unwanted, zone)),
        Query.Near near => near with { Left = Within(near.Left, zone), Right = Within(near.Right, zone) },
        Query.NotNear apart => apart with { Wanted = Within(apart.Wanted, zone), Unwanted = Within(apart.Unwanted, zone) },
        Query.AtLeast often => often with { Part = Within(often.Part, zone) },
        Query.First first => first with { Part = Within(first.Part, zone) },
        Query.Boost boost => boost with { Part = Within(boost.Part, zone) },
        Query.Quote quote => quote with { Words = Within(quote.Words, zone) },
        Query.AndMaybe maybe => new Query.AndMaybe(Within(maybe.Required, zone), Within(maybe.Preferred, zone)),
        _ => query,
    };

    private Query Text(QueryToken token, Zone zone)
    {
        if (token.Kind is QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.Quoted
            or QueryTokenKind.QuotedPattern)
            NoticeSigns(token);
        if (token.Kind == QueryTokenKind.Truncated)
            notices.Add($"\"!\" at {token.End - 1} was read as any ending, as Lexis has it: {token.Text}.");
        if (token.Kind == QueryTokenKind.Word && WithoutBlanks().IsMatch(token.Text))
            notices.Add(
                $"{Shown(token)} at {token.Offset} was read as its words side by side; write blanks between words that may stand apart.");
        return token.Kind switch
        {
            QueryTokenKind.Quoted or QueryTokenKind.Literal when string.IsNullOrWhiteSpace(token.Text) =>
                throw Wrong(token, "there is nothing between the quotation marks", "words"),
            QueryTokenKind.Quoted => new Query.Phrase(token.Text, zone),
            QueryTokenKind.Literal => ExactWords(token, zone),
            QueryTokenKind.Regex => new Query.Regex(RegexText(token), zone),
            QueryTokenKind.Pattern when token.Text.All(c => c == '*') && zone == Zone.Anywhere => new Query.Everything(),
            QueryTokenKind.QuotedPattern => PatternPhrase(token, zone),
            QueryTokenKind.Pattern or QueryTokenKind.Truncated => new Query.Pattern(OpenWord(token), zone),
            _ => new Query.Word(token.Text, zone),
        };
    }

    /// <summary>The pattern of a token, where it can be looked up.</summary>
    private static string OpenWord(QueryToken token)
    {
        if (!token.Text.Any(char.IsLetterOrDigit))
            throw Wrong(token, $"{token.Text} leaves every letter open", "at least one letter or figure beside * and ?");
        return token.Text.Length <= MaxPatternLength ? token.Text : throw TooLong(token, token.Text.Length);
    }

    private static QuerySyntaxException TooLong(QueryToken token, int length) =>
        Wrong(token, $"the pattern has {length} characters", $"at most {MaxPatternLength}", "no word of an article is longer");

    /// <summary>A phrase with patterns; a lone * stands between two words.</summary>
    private static Query.PatternPhrase PatternPhrase(QueryToken token, Zone zone)
    {
        OpenWord(token with
        {
            Text = token.Text.Length > MaxPatternLength
            ? new string([.. token.Text.Where(char.IsLetterOrDigit).Take(1)])
            : token.Text
        });
        var words = PatternText.Words(token.Text);
        if (words.FirstOrDefault(word => word.Length > MaxPatternLength && PatternText.IsOpen(word)) is { } longest)
            throw TooLong(token, longest.Length);
        if (IsAnyWord(words[0]) || IsAnyWord(words[^1]))
        {
            var inner = string.Join(' ', words.SkipWhile(IsAnyWord).Reverse().SkipWhile(IsAnyWord).Reverse());
            throw Wrong(
                token, "a * that stands alone in a phrase is any one word between two others", "a word on either side of it",
                "a beginning of a word is pric*",
                new QueryRepair(token.Offset, token.Length, $"\"{inner.Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
                    "it was left out"));
        }

        return new Query.PatternPhrase(token.Text, zone);
    }

    private static bool IsAnyWord(string word) => word.All(c => c is '*' or '?');

    /// <summary>Signs that words are searched without, though they may make another word of them.</summary>
    private void NoticeSigns(QueryToken token)
    {
        var text = token.Kind is QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.QuotedPattern
            ? PatternText.Replace(token.Text, 'x', 'x')
            : token.Text;
        if (SearchedSigns.Unsearched(text) is not { } sign)
            return;
        var isOpen = token.Kind is QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.QuotedPattern;
        var instead = isOpen
            ? "words with their signs stand behind exact:, without patterns"
            : $"exact:{CanonicalText.Quote(text.Trim())} asks for it";
        notices.Add($"The sign {sign} in {Shown(token)} at {token.Offset} is not searched; {instead}.");
    }

    /// <summary>Articles that have a label, or a day, at all, as Lucene's query parsers write it.</summary>
    private Query Existing(QueryToken field)
    {
        var value = Value(field, Taken());
        return value.Text.ToLowerInvariant() switch
        {
            "source" or "publication" => new Query.Labelled(ArticleLabel.Source, null),
            "section" => new Query.Labelled(ArticleLabel.Section, null),
            "author" or "byline" => new Query.Labelled(ArticleLabel.Author, null),
            "tag" => new Query.Labelled(ArticleLabel.Tag, null),
            "language" or "lang" => new Query.Labelled(ArticleLabel.Language, null),
            "date" or "published" => new Query.Not(new Query.Undated()),
            _ => throw Wrong(value, $"articles cannot be asked for having {value.Text}",
                "_exists_: before source, section, author, tag, language or date"),
        };
    }

    private static Query.Exact ExactWords(QueryToken token, Zone zone) =>
        token.Text.Any(char.IsLetterOrDigit)
            ? new Query.Exact(token.Text.Trim(), zone)
            : throw Wrong(token, "there is no word to match exactly", "words with a letter or a figure");

    private string RegexText(QueryToken token)
    {
        if (token.Text.Length == 0)
            throw Wrong(token, "there is nothing between the slashes", "a regular expression");
        if (token.Text.Length > MaxRegexLength)
            throw Wrong(token, $"the regular expression has {token.Text.Length} characters", $"at most {MaxRegexLength}");
        if (BetweenWords().IsMatch(token.Text))
            notices.Add(
                $"/{token.Text}/ at {token.Offset} fits single words, and no word has a blank or a hyphen: write anti PRE/1 /semit.*/, or "
                + $"\"anti semit*\".");
        try
        {
            _ = new Regex($@"\A(?:{token.Text})\z", RegexOptions.NonBacktracking | RegexOptions.Singleline);
            return SmallLetters().Replace(token.Text, match => match.Value.Length == 1 ? match.Value.ToLowerInvariant() : match.Value);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw Wrong(
                token, $"/{token.Text}/ is not a regular expression that can be searched", "letters, . * + ? | ( ) [ ] and { }",
                "look-around and back-references cannot be searched");
        }
    }

    private Query Labelled(QueryToken field, ArticleLabel label)
    {
        if (Current is { Kind: QueryTokenKind.Pattern, Text: "*" })
        {
            position++;
            return new Query.Labelled(label, null);
        }

        return Values(field, isGrouped => new Query.Labelled(label, Name(field, isGrouped)));
    }

    private Query Mentions(QueryToken field, EntityType? type) => Values(field, isGrouped =>
    {
        var match = Current.Kind switch
        {
            QueryTokenKind.Literal => NameMatch.Literal,
            QueryTokenKind.Nearly => NameMatch.Nearly,
            _ => NameMatch.Resolved,
        };
        return new Query.Mentions(Name(field, isGrouped, QueryTokenKind.Literal, QueryTokenKind.Nearly), type, match);
    });

    /// <summary>One value, or several in parentheses that OR joins: <c>source:(Reuters OR "The Courier")</c>.</summary>
    /// <param name="read">Reads one value, and is told whether it stands in parentheses.</param>
    private Query Values(QueryToken field, Func<bool, Query> read)
    {
        if (Current.Kind != QueryTokenKind.Open)
            return read(false);
        var open = Taken();
        unclosed.Push(open);
        var values = new List<Query> { read(true) };
        while (Current.Kind == QueryTokenKind.Or)
        {
            position++;
            values.Add(read(true));
        }

        if (Current.Kind is not (QueryTokenKind.Close or QueryTokenKind.End))
            throw Wrong(Current, $"{Shown(Current)} cannot stand in the parentheses of {field.Text}:", "values that OR joins",
                $"other operators stand outside: {field.Text}:a AND {field.Text}:b");
        return Closed(open, values.Count == 1 ? values[0] : new Query.Or(values));
    }

    /// <param name="isGrouped">Whether it stands in parentheses, where words side by side are one name, as in publication(Le Monde) at
    /// Lexis.</param>
    private string Name(QueryToken field, bool isGrouped, params ReadOnlySpan<QueryTokenKind> written)
    {
        var name = Name(field, written);
        while (isGrouped && Current.Kind == QueryTokenKind.Word)
            name += " " + Taken().Text;
        return name;
    }

    /// <param name="written">How a name may be written besides as it is: see <see cref="NameMatch"/>.</param>
    private string Name(QueryToken field, params ReadOnlySpan<QueryTokenKind> written)
    {
        var value = Value(field, Current, written);
        position++;
        if (value.Kind is QueryTokenKind.Pattern or QueryTokenKind.QuotedPattern or QueryTokenKind.Regex)
            throw Wrong(value, $"{field.Text}: takes a whole name, without * or ?", "a name; several words in quotation marks");
        if (EntityName.Normalise(value.Text).Length == 0)
            throw Wrong(value, $"{field.Text}: needs a name", "a name with a letter or a figure in it");
        return value.Kind == QueryTokenKind.Truncated ? PatternText.Literal(value.Text[..^1]) + "!" : value.Text.Trim();
    }

    private Query.Exact Exactly(QueryToken field)
    {
        var value = Value(field, Taken(), QueryTokenKind.Literal);
        if (value.Kind is QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.Regex)
            throw Wrong(value, "exact: takes words as they are written, without patterns",
                "words; several in quotation marks, where every sign is itself");
        return ExactWords(value.Kind == QueryTokenKind.QuotedPattern ? value with { Text = PatternText.Literal(value.Text) } : value,
            Zone.Anywhere);
    }

    private Query.ArrivedAfter Since(QueryToken field)
    {
        var value = Value(field, Taken(), QueryTokenKind.Literal);
        return Generation.TryParse(value.Text, out var generation)
            ? new Query.ArrivedAfter(generation)
            : throw Wrong(
                value, $"\"{value.Text}\" is no generation", "what a reply said in its generation, such as since:11000-5be2c19f0a6b7d31");
    }

    private Query.DateReliable Reliable(QueryToken field) => Value(field, Taken(), QueryTokenKind.Literal) switch
    {
        { Text: "true" } => new Query.DateReliable(true),
        { Text: "false" } => new Query.DateReliable(false),
        var value => throw Wrong(value, $"{value.Text} is neither true nor false", "date.reliable:true or date.reliable:false"),
    };

    private Query Copies(QueryToken field)
    {
        var value = Value(field, Taken());
        switch (value.Text.ToLowerInvariant())
        {
            case "all": return new Query.Everything();
            case "only": return new Query.Copied();
            case "first":
                once = field with { Length = value.End - field.Offset };
                return new Query.CopiesOnce();
            default:
                throw Wrong(
                value, $"dup: cannot be {value.Text}", "dup:first (one of each text), dup:all, or dup:only (texts with copies)");
        }
    }

    private Query ReadQuote(QueryToken field)
    {
        var open = Current;
        position++;
        if (open.Kind != QueryTokenKind.Open)
            return new Query.Quote(HasPlaces(Text(Value(field, open, QueryTokenKind.Literal), Zone.Anywhere), open, "quote:"), null);
        if (inQuote)
            throw Wrong(field, "a quotation in a quotation cannot be searched", "words");
        inQuote = true;
        unclosed.Push(open);
        var start = Current;
        var words = HasPlaces(ReadOr(), start, "quote:");
        Query? speaker = null;
        if (Current.Kind == QueryTokenKind.By)
        {
            position++;
            start = Current;
            speaker = HasPlaces(ReadClause(), start, "BY");
            if (speaker is Query.Phrase { Slop: 0, Zone: Zone.Anywhere } name)
                speaker = new Query.Mentions(name.Text, EntityType.Person);
        }

        inQuote = false;
        return Closed(open, new Query.Quote(words, speaker));
    }

    /// <summary>near20:"a b" and repeat3:"a", as GDELT writes a NEAR/20 b and ATLEAST/3 a; null for other fields.</summary>
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

    /// <summary>One word of a value of several.</summary>
    private static QueryToken WordOf(QueryToken value, string word) => value with
    {
        Kind = value.Kind == QueryTokenKind.QuotedPattern && PatternText.IsOpen(word) ? QueryTokenKind.Pattern : QueryTokenKind.Word,
        Text = value.Kind == QueryTokenKind.QuotedPattern && !PatternText.IsOpen(word) ? PatternText.Literal(word) : word,
    };

    private static QueryToken Value(QueryToken field, QueryToken value, params ReadOnlySpan<QueryTokenKind> written) =>
        value.Kind is QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.Quoted
            or QueryTokenKind.QuotedPattern or QueryTokenKind.Regex
            or QueryTokenKind.And or QueryTokenKind.Or or QueryTokenKind.Not or QueryTokenKind.AndMaybe
            or QueryTokenKind.Near or QueryTokenKind.By
            || written.Contains(value.Kind)
            ? value
            : throw Wrong(field, $"{field.Text}: has no value", "a word or a phrase in quotation marks right after the colon");

    /// <summary>An escape such as \\D, which means another thing in small letters, or one letter.</summary>
    [GeneratedRegex(@"\\.|\p{L}", RegexOptions.Singleline)]
    private static partial Regex SmallLetters();

    /// <summary>A hyphen outside of brackets, or a blank.</summary>
    [GeneratedRegex(@"\A(?:\\[^s-]|\[(?:\\.|[^\]\\])*\]|[^\\\[\s-])*(?:-|\\s|\\-|\s|\\x20)", RegexOptions.Singleline)]
    private static partial Regex BetweenWords();

    /// <summary>Words that punctuation parts, and no blank.</summary>
    [GeneratedRegex(@"\p{L}(?:[,;!\u2026]|\.\.+)+\p{L}")]
    private static partial Regex WithoutBlanks();

    private static QuerySyntaxException Unknown(QueryToken field)
    {
        var nearest = FieldNames.Nearest(field.Text);
        return new QuerySyntaxException(new QueryError(
            QueryErrorCode.UnknownField, field.Offset, Math.Max(field.Length - 1, 1), $"there is no field \"{field.Text}\"",
            "one of " + string.Join(", ", FieldNames.All),
            (nearest is null ? "" : $"did you mean {nearest}:? ")
                + $"to search for the text itself, put it in quotation marks or write {field.Text}\\:")
        {
            Repair = nearest is null
                ? new QueryRepair(field.End - 1, 1, "\\:", "the text itself was searched")
                : new QueryRepair(field.Offset, field.Length, nearest + ":", $"it was read as {nearest}:"),
        });
    }
}
