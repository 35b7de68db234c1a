using NewsIndex.Articles;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Backends;

/// <summary>
/// A search by brute force: every query is tried on every article, every pair of places on every pair. Reads texts of plain words, full
/// stops, straight quotation marks and empty lines between paragraphs, and knows no stems.
/// </summary>
internal static class ReferenceSearch
{
    private const int BodyStart = 10_000;

    /// <summary>In a phrase it stands for any one word.</summary>
    private const string StopWord = "of";

    public static bool Matches(Query query, Article article) => query switch
    {
        Query.And and => and.Clauses.All(clause => Matches(clause, article)),
        Query.Or or => or.Clauses.Any(clause => Matches(clause, article)),
        Query.Not not => !Matches(not.Unwanted, article),
        Query.Everything => true,
        Query.Labelled { Label: ArticleLabel.Source, Value: { } name } =>
            string.Equals(article.Source, name, StringComparison.OrdinalIgnoreCase),
        _ => Places(query, TokensOf(article)).Any(),
    };

    private static IEnumerable<Span> Places(Query query, IReadOnlyList<Token> tokens) => query switch
    {
        Query.Word word => tokens.Where(token => token.Word == word.Text && IsIn(word.Zone, token)).Select(token => new Span(token, token)),
        Query.Phrase phrase =>
            Phrases(phrase.Text.Split(' '), tokens).Where(span => IsIn(phrase.Zone, span.First) && IsIn(phrase.Zone, span.Last)),
        Query.Or or => or.Clauses.SelectMany(clause => Places(clause, tokens)),
        Query.Near near => Pairs(near.Left, near.Right, near.Proximity, tokens).Select(pair => Span.Around(pair.Left, pair.Right)),
        Query.NotNear apart => Apart(apart, tokens),
        Query.AtLeast often =>
            Places(often.Part, tokens).ToList() is var all && all.DistinctBy(span => span.First.Position).Count() >= often.Times ? all : [],
        Query.First first => Places(first.Part, tokens).Where(span => span.Last.Position < BodyStart + first.Words),
        Query.Quote quote =>
            Places(quote.Words, tokens).Where(span => span.First.Quotation != 0 && span.First.Quotation == span.Last.Quotation),
        _ => throw new InvalidOperationException($"{query.GetType()} has no reference."),
    };

    private static IEnumerable<Span> Phrases(string[] words, IReadOnlyList<Token> tokens) =>
        from first in tokens
        let rest = words.Select((word, i) =>
            tokens.FirstOrDefault(token => token.Position == first.Position + i && (token.Word == word || word == StopWord))).ToList()
        where rest.TrueForAll(token => token is not null)
        select new Span(rest[0]!, rest[^1]!);

    private static IEnumerable<(Span Left, Span Right)> Pairs(Query left, Query right, Proximity proximity, IReadOnlyList<Token> tokens) =>
        from a in Places(left, tokens)
        from b in Places(right, tokens)
        where IsNear(a, b, proximity)
        select (a, b);

    private static IEnumerable<Span> Apart(Query.NotNear apart, IReadOnlyList<Token> tokens) =>
        Places(apart.Wanted, tokens)
            .Where(each => !Places(apart.Unwanted, tokens).Any(other => each.Overlaps(other) || IsNear(each, other, apart.Proximity)));

    private static bool IsNear(Span a, Span b, Proximity proximity) =>
        IsNearInOrder(a, b, proximity) || (!proximity.IsOrdered && IsNearInOrder(b, a, proximity));

    private static bool IsNearInOrder(Span first, Span second, Proximity proximity) =>
        first.Last.Position < second.First.Position && proximity.Unit switch
        {
            ProximityUnit.Words => second.First.Position - first.Last.Position <= proximity.Distance,
            ProximityUnit.Sentence => first.First.Sentence == second.Last.Sentence,
            _ => first.First.Paragraph == second.Last.Paragraph,
        };

    private static bool IsIn(Zone zone, Token token) => zone switch
    {
        Zone.Anywhere => true,
        Zone.Headline => token.Position < BodyStart,
        Zone.Body => token.Position >= BodyStart,
        _ => token.Position < BodyStart + 50,
    };

    private static List<Token> TokensOf(Article article)
    {
        var tokens = new List<Token>();
        var place = new Token("", 0, 1, 1, 0);
        foreach (var (text, start) in new[] { (article.Headline, 0), (article.Body, BodyStart) })
        {
            place = place with { Position = start };
            foreach (var paragraph in text.Split("\n\n"))
            {
                place = Read(paragraph, place, tokens);
                place = place with { Sentence = place.Sentence + 1, Paragraph = place.Paragraph + 1 };
            }
        }

        return tokens;
    }

    private static Token Read(string paragraph, Token place, List<Token> tokens)
    {
        var quotation = 0;
        foreach (var piece in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            quotation = piece.StartsWith('"') ? place.Position + 1 : quotation;
            tokens.Add(place with { Word = piece.Trim('"', '.').ToLowerInvariant(), Quotation = quotation });
            quotation = piece.Length > 1 && (piece.EndsWith('"') || piece.EndsWith("\".", StringComparison.Ordinal)) ? 0 : quotation;
            place = place with { Position = place.Position + 1, Sentence = place.Sentence + (piece.TrimEnd('"').EndsWith('.') ? 1 : 0) };
        }

        return place;
    }

    /// <param name="Quotation">0 outside of quotation marks, else the same number for all words of one quotation.</param>
    private sealed record Token(string Word, int Position, int Sentence, int Paragraph, int Quotation);

    private readonly record struct Span(Token First, Token Last)
    {
        public static Span Around(Span a, Span b) =>
            new(a.First.Position <= b.First.Position ? a.First : b.First, a.Last.Position >= b.Last.Position ? a.Last : b.Last);

        public bool Overlaps(Span other) => First.Position <= other.Last.Position && other.First.Position <= Last.Position;
    }
}
