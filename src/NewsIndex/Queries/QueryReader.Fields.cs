using NewsIndex.Articles;
using NewsIndex.Generations;

namespace NewsIndex.Queries;

/// <content>Fields and their values.</content>
public sealed partial class QueryReader
{
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
            // A field means nothing without its value: the repair drops both.
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
            case "copies": return CopiesOf(field);
            case "quote": return ReadQuote(field);
            case "_exists_": return Existing(field);
            default: return GdeltClause(field, name) ?? throw Unknown(field);
        }
    }

    private QueryToken Taken() => tokens[position++];

    /// <summary>Reads <c>_exists_:author</c>, the syntax of Lucene for articles with any value of a field.</summary>
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

    private Query Labelled(QueryToken field, ArticleLabel label)
    {
        if (Current is { Kind: QueryTokenKind.Pattern, Text: "*" })
        {
            position++;
            return new Query.Labelled(label, null);
        }

        return Values(field, isGrouped => new Query.Labelled(label, LabelName(field, isGrouped)));
    }

    /// <summary>Reads a label. In quotation marks it may have signs alone: a source may be called *.</summary>
    private string LabelName(QueryToken field, bool isGrouped) =>
        Current is { Kind: QueryTokenKind.Quoted } quoted && !string.IsNullOrWhiteSpace(quoted.Text)
            && EntityName.Normalise(quoted.Text).Length == 0
            ? Taken().Text.Trim()
            : Name(field, isGrouped);

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

    /// <summary>Reads one value, or several in parentheses joined by OR: <c>source:(Reuters OR "The Courier")</c>.</summary>
    /// <param name="read">Reads one value; the argument is true inside of parentheses.</param>
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

    /// <param name="isGrouped">True inside of parentheses, where adjacent words are one name, as in publication(Le Monde) of Lexis.</param>
    private string Name(QueryToken field, bool isGrouped, params ReadOnlySpan<QueryTokenKind> written)
    {
        var name = Name(field, written);
        while (isGrouped && Current.Kind == QueryTokenKind.Word)
            name += " " + Taken().Text;
        return name;
    }

    /// <param name="written">Further forms of a name that are accepted; see <see cref="NameMatch"/>.</param>
    private string Name(QueryToken field, params ReadOnlySpan<QueryTokenKind> written)
    {
        var value = Value(field, Current, written);
        position++;
        if (value.Kind is QueryTokenKind.Pattern or QueryTokenKind.QuotedPattern or QueryTokenKind.Regex)
            throw Wrong(value, $"{field.Text}: takes a whole name, without * or ?", "a name; several words in quotation marks");
        if (EntityName.Normalise(value.Text).Length == 0)
            throw Wrong(value, $"{field.Text}: needs a name", "a name with a letter or a figure in it");
        return (value.Kind == QueryTokenKind.Truncated ? PatternText.Literal(value.Text[..^1]) + "!" : value.Text).Trim();
    }

    private Query.ArrivedAfter Since(QueryToken field)
    {
        var value = Value(field, Taken(), QueryTokenKind.Literal);
        return Generation.TryParse(value.Text, out var generation)
            ? new Query.ArrivedAfter(generation)
            : throw Wrong(
                value, $"\"{value.Text}\" is not a valid generation", "the generation of a reply, such as since:11000-5be2c19f0a6b7d31");
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

    private Query.CopiesOf CopiesOf(QueryToken field)
    {
        var value = Value(field, Taken());
        return value.Kind is not (QueryTokenKind.Pattern or QueryTokenKind.QuotedPattern or QueryTokenKind.Regex)
            && value.Text.Trim() is { Length: > 0 } id
            ? new Query.CopiesOf(id)
            : throw Wrong(value, $"copies: cannot be {Shown(value)}", "the id of one article, in quotation marks");
    }

    private static QueryToken Value(QueryToken field, QueryToken value, params ReadOnlySpan<QueryTokenKind> written) =>
        value.Kind is QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.Quoted
            or QueryTokenKind.QuotedPattern or QueryTokenKind.Regex
            or QueryTokenKind.And or QueryTokenKind.Or or QueryTokenKind.Not or QueryTokenKind.AndMaybe
            or QueryTokenKind.Near or QueryTokenKind.By
            || written.Contains(value.Kind)
            ? value
            : throw Wrong(field, $"{field.Text}: has no value", "a word or a phrase in quotation marks right after the colon");

    private static QuerySyntaxException Unknown(QueryToken field)
    {
        var meant = FieldNames.Meant(field.Text);
        return new QuerySyntaxException(new QueryError(
            QueryErrorCode.UnknownField, field.Offset, Math.Max(field.Length - 1, 1), $"there is no field \"{field.Text}\"",
            "one of " + string.Join(", ", FieldNames.All),
            (meant is null ? "" : $"did you mean {meant}? ")
                + $"to search for the text itself, put it in quotation marks or write {field.Text}\\:")
        {
            Repair = meant is null
                ? new QueryRepair(field.End - 1, 1, "\\:", "the text itself was searched")
                : new QueryRepair(field.Offset, field.Length, meant, $"it was read as {meant}"),
        });
    }
}
