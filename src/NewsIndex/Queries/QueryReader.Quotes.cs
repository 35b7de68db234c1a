using NewsIndex.Articles;

namespace NewsIndex.Queries;

/// <content>Words inside of quotation marks: <c>quote:("no new taxes" BY "George Bush")</c>.</content>
public sealed partial class QueryReader
{
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
        var words = IsAnything() ? new Query.Everything() : HasPlaces(ReadOr(), start, "quote:");
        Query? speaker = null;
        if (Current.Kind == QueryTokenKind.By)
        {
            position++;
            start = Current;
            speaker = HasPlaces(ReadClause(), start, "BY");
            // The words too: where the recogniser has not seen the name, the text still has it.
            if (speaker is Query.Phrase { Slop: 0, Zone: Zone.Anywhere } name)
                speaker = new Query.Or([new Query.Mentions(name.Text, EntityType.Person), name]);
        }

        inQuote = false;
        return Closed(open, new Query.Quote(words, speaker));
    }

    /// <summary>Takes the * of <c>quote:(* BY "George Bush")</c>; without a speaker it is no condition.</summary>
    private bool IsAnything()
    {
        if (Current is not { Kind: QueryTokenKind.Pattern, Text: "*" } || tokens[position + 1].Kind != QueryTokenKind.By)
            return false;
        position++;
        return true;
    }
}
