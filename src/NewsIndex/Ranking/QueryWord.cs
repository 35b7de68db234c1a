namespace NewsIndex.Ranking;

/// <summary>A word of a query in one language.</summary>
/// <param name="Terms">Stems of the word and of its other spellings.</param>
/// <param name="TypedForm">The word as typed; null when it is not one token.</param>
/// <param name="Position">Position in the query, with stop words counted.</param>
/// <param name="Idf">The highest idf of its terms; more than 0.</param>
internal sealed record QueryWord(IReadOnlyList<string> Terms, string? TypedForm, int Position, float Idf);
