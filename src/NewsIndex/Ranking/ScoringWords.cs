using NewsIndex.Queries;

namespace NewsIndex.Ranking;

/// <summary>
/// Words of a query that score: those under AND, OR, ANDMAYBE and boosts. Excludes negated words, patterns, names and filters.
/// </summary>
/// <remarks>
/// Every part of the score reads these. Two other questions have other answers: which texts may be stop words of a language, negated ones
/// included (<see cref="Positions.LanguageGroups"/>), and which words may be misspelt, exact ones included
/// (<see cref="Suggesting.Respelling"/>). Marking matches and explaining a score go through clauses, names and patterns too.
/// </remarks>
internal sealed class ScoringWords
{
    private readonly List<Query.Word> words = [];
    private readonly List<string> texts = [];

    private ScoringWords(Query query)
    {
        Collect(query);
        // Words of different parentheses were not typed as neighbors.
        Neighbors = query is Query.Compound compound ? [.. Unzoned(compound.Clauses.OfType<Query.Word>())] : [];
    }

    /// <summary>All words, in order.</summary>
    public IEnumerable<string> All => words.Select(word => word.Text);

    /// <summary>True for a query of phrases alone or without words, which is meant literally.</summary>
    public bool IsLiteral => words.Count == 0;

    /// <summary>Words and phrases in the order in which they were typed, apart by blanks.</summary>
    public string Text => string.Join(' ', texts);

    /// <summary>Runs of adjacent words outside of parentheses.</summary>
    public IReadOnlyList<string> Neighbors { get; }

    public static ScoringWords Of(Query query) => new(query);

    private static IEnumerable<string> Unzoned(IEnumerable<Query.Word> words) =>
        words.Where(word => word.Zone == Zone.Anywhere).Select(word => word.Text);

    private void Collect(Query query)
    {
        switch (query)
        {
            case Query.Word word:
                words.Add(word);
                texts.Add(word.Text);
                break;
            case Query.Phrase phrase:
                texts.Add(phrase.Text);
                break;
            case Query.Compound or Query.AndMaybe or Query.Boost:
                foreach (var part in query.Parts)
                    Collect(part);
                break;
            default:
                break;
        }
    }
}
