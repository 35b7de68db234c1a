using NewsIndex.Queries;

namespace NewsIndex.Suggesting;

/// <summary>Replaces words of a query by other spellings.</summary>
internal static class Respelling
{
    /// <summary>The words that a reader may have misspelt: all but those that are excluded, or are names, labels and patterns.</summary>
    public static IEnumerable<string> WordsOf(Query query) => query switch
    {
        Query.Word word => [word.Text],
        Query.Phrase phrase => phrase.Text.Split(' '),
        Query.Exact exact => exact.Text.Split(' '),
        Query.Not => [],
        Query.NotNear apart => WordsOf(apart.Wanted),
        _ => query.Parts.SelectMany(WordsOf),
    };

    /// <summary>The query with every word of <see cref="WordsOf"/> replaced that has another spelling.</summary>
    /// <param name="spelling">Null to keep a word.</param>
    public static Query Respell(Query query, Func<string, string?> spelling) => query switch
    {
        Query.Word word => spelling(word.Text) is { } better ? word with { Text = better } : word,
        Query.Phrase phrase => phrase with { Text = EachWord(phrase.Text, word => spelling(word) ?? word) },
        Query.Exact exact => exact with
        {
            Text = EachWord(exact.Text, word => spelling(word) is { } better ? WithCaseOf(word, better) : word),
        },
        Query.And and => new Query.And([.. and.Clauses.Select(clause => Respell(clause, spelling))]),
        Query.Or or => new Query.Or([.. or.Clauses.Select(clause => Respell(clause, spelling))]),
        Query.AndMaybe maybe => new Query.AndMaybe(Respell(maybe.Required, spelling), Respell(maybe.Preferred, spelling)),
        Query.Near near => near with { Left = Respell(near.Left, spelling), Right = Respell(near.Right, spelling) },
        Query.NotNear apart => apart with { Wanted = Respell(apart.Wanted, spelling) },
        Query.AtLeast often => often with { Part = Respell(often.Part, spelling) },
        Query.First first => first with { Part = Respell(first.Part, spelling) },
        Query.Quote quote => quote with { Words = Respell(quote.Words, spelling) },
        Query.Boost boost => boost with { Part = Respell(boost.Part, spelling) },
        _ => query,
    };

    private static string EachWord(string text, Func<string, string> spelt) => string.Join(' ', text.Split(' ').Select(spelt));

    private static string WithCaseOf(string typed, string word) =>
        typed.All(char.IsUpper) ? word.ToUpperInvariant()
        : char.IsUpper(typed[0]) ? char.ToUpperInvariant(word[0]) + word[1..]
        : word;
}
