using System.Globalization;

namespace NewsIndex.Results;

/// <summary>
/// Why a query found nothing, and what near it would find something. All counts are of the generation that the query was asked of.
/// </summary>
/// <param name="Clauses">What an article had to match, all of it: clauses of the query and filters of the request. At most 16.</param>
/// <param name="Missing">The smallest parts of the query that no article matches, canonical: words of a phrase rather than the
/// phrase.</param>
/// <param name="Alternatives">Similar queries with hits, the most similar first.</param>
public sealed record EmptyResult(IReadOnlyList<ClauseCount> Clauses, IReadOnlyList<string> Missing, IReadOnlyList<Alternative> Alternatives)
{
    private const int ClausesNamed = 3;

    /// <summary>The most characters of a clause in a sentence.</summary>
    private const int MaxTextLength = 80;

    /// <summary>The sentence to show; null where the query had no clause to name.</summary>
    public string? Notice
    {
        get
        {
            var changes = Alternatives.Where(each => each.Change != AlternativeChange.Spelling).Take(ClausesNamed).Select(Sentence)
                .ToList();
            if (changes.Count == 0 && Missing.Count == 0 && Clauses.Count == 0)
                return null;
            var why = Missing.Count > 0
                ? $"No article matches {string.Join(" or ", Missing.Take(ClausesNamed).Select(Shown))}."
                : Clauses.Count > 1 ? "No article matches all parts of the query together." : "No article matches the query.";
            return string.Join(' ', changes.Prepend(why));
        }
    }

    private static string Sentence(Alternative alternative)
    {
        var articles =
            string.Create(CultureInfo.InvariantCulture,
            $"{alternative.Articles:N0} {(alternative.Articles == 1 ? "article" : "articles")}");
        return (alternative.Change, alternative.Clauses) switch
        {
            (AlternativeChange.LeftOut, _) => $"Without {string.Join(" and ", alternative.Clauses.Select(Shown))}: {articles}.",
            (_, [var only]) => $"With {Shown(alternative.Replacement)} instead of {Shown(only)}: {articles}.",
            _ => $"With any of the words, {Shown(alternative.Replacement)}: {articles}.",
        };
    }

    private static string Shown(string text) =>
        text.Length <= MaxTextLength
            ? text
            : text[..(char.IsHighSurrogate(text[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength)] + "…";
}

/// <summary>The share of one clause in an empty result.</summary>
/// <param name="Text">Canonical.</param>
/// <param name="Alone">Articles that match the clause, whatever the others ask for.</param>
/// <param name="Without">Articles that match all the other clauses.</param>
public sealed record ClauseCount(string Text, long Alone, long Without);

/// <summary>A query similar to one without hits.</summary>
/// <param name="Clauses">The clauses that are changed, canonical; none for another spelling.</param>
/// <param name="Replacement">Their replacement as canonical text; empty for clauses that are left out, and for another spelling.</param>
/// <param name="Query">Canonical, with the filters of the request in it.</param>
/// <param name="Articles">The number of hits, 1 or more.</param>
public sealed record Alternative(AlternativeChange Change, IReadOnlyList<string> Clauses, string Replacement, string Query, long Articles);

public enum AlternativeChange
{
    /// <summary>Words are spelt as the archive spells them.</summary>
    Spelling,

    /// <summary>Clauses ask for less: the words of a phrase anywhere, a name spelt nearly so, any of several words.</summary>
    Widened,

    /// <summary>Clauses are left out.</summary>
    LeftOut,
}
