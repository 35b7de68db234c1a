using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Util;
using NewsIndex.Entities;
using NewsIndex.Lucene.Positions;
using NewsIndex.Queries;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene;

/// <summary>What of a query has to stand where: words as some languages have them, patterns as the words that fit them, names as their mentions.</summary>
/// <param name="languages">Those that leave out the same words of the query: see <see cref="WordReadings.GroupsOf"/>.</param>
internal sealed class PlanToPositions(QueryContext context, IReadOnlyList<string> languages)
{
    private readonly TermExpansion expansion = context.Expansion;
    private readonly QueryLimits limits = context.Limits;

    private static readonly Dictionary<int, PositionPlan.Terms> NothingKept = [];

    /// <summary>How many NEARs the part that is translated stands in.</summary>
    private int nearDepth;

    /// <summary>Words that analysis leaves nothing of, as typed.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>How names of entities were read.</summary>
    public List<EntityReading> Entities { get; } = [];

    /// <summary>Ids of articles in which a mention that is asked for is hidden.</summary>
    public List<string> HiddenFrom { get; } = [];

    /// <summary>Words such as "the" are what is meant.</summary>
    public bool KeepsStopWords { get; init; }

    /// <summary>Null for words that are left out.</summary>
    /// <exception cref="QueryTooExpensiveException">A pattern stands for more words than the limit.</exception>
    public PositionPlan? Of(Query query) => query switch
    {
        Query.Word word => InZone(Words(word.Text, 0), word.Zone),
        Query.Phrase phrase => InZone(Words(phrase.Text, phrase.Slop), phrase.Zone),
        Query.Exact exact => InZone(Exact(exact.Text), exact.Zone),
        Query.Pattern pattern => InZone(new PositionPlan.Terms(Fields.TextExact, expansion.Expand(Fields.TextExact, pattern, limits.PlacedTerms)) { IsPattern = true }, pattern.Zone),
        Query.Regex regex => InZone(new PositionPlan.Terms(Fields.TextExact, expansion.Expand(Fields.TextExact, regex, limits.PlacedTerms)) { IsPattern = true }, regex.Zone),
        Query.Fuzzy fuzzy => InZone(new PositionPlan.Terms(Fields.TextExact, [.. Fuzzy(fuzzy, limits.PlacedTerms).SelectMany(words => words)]) { IsPattern = true }, fuzzy.Zone),
        Query.Mentions mentions => Mentioned(mentions),
        Query.Or or => or.Clauses.Select(Of).OfType<PositionPlan>().ToList() is { Count: > 0 } parts ? new PositionPlan.Any(parts) : null,
        Query.Near near => Both(OfNear(near.Left), OfNear(near.Right), near.Proximity),
        Query.NotNear apart => (OfNear(apart.Wanted), OfNear(apart.Unwanted)) is ({ } wanted, { } unwanted) ? new PositionPlan.NotNear(wanted, unwanted, apart.Proximity) : Of(apart.Wanted),
        Query.AtLeast often => Of(often.Part) is { } part ? new PositionPlan.AtLeast(part, often.Times) : null,
        Query.First first => Of(first.Part) is { } part ? new PositionPlan.Within(part, 0, Fields.BodyPosition + first.Words) : null,
        Query.Quote quote => Of(quote.Words) is { } words ? new PositionPlan.Quoted(words, quote.Speaker is { } speaker ? Of(speaker) : null) : null,
        _ => throw new InvalidOperationException($"{query.GetType()} has no positions."),
    };

    private PositionPlan? OfNear(Query query)
    {
        nearDepth++;
        var plan = Of(query);
        nearDepth--;
        return plan;
    }

    /// <summary>The words that a pattern, an expression or a misspelling stands for, in order of how many letters differ.</summary>
    /// <exception cref="QueryTooExpensiveException">More than the limit.</exception>
    public IReadOnlyList<IReadOnlyList<BytesRef>> Expansions(Query query, string field) => query switch
    {
        Query.Pattern pattern => [expansion.Expand(field, pattern, limits.ExpandedTerms)],
        Query.Regex regex => [expansion.Expand(field, regex, limits.ExpandedTerms)],
        Query.Fuzzy fuzzy => Fuzzy(fuzzy, limits.ExpandedTerms),
        _ => throw new InvalidOperationException($"{query.GetType()} stands for itself."),
    };

    /// <summary>The words as each language has them; one where languages agree, none where they are stop words.</summary>
    private List<(string Language, IReadOnlyList<AnalysedWord> Words)> Readings(string text)
    {
        var readings = new List<(string Language, IReadOnlyList<AnalysedWord> Words)>();
        foreach (var (language, words) in languages.Select(language => (language, context.Words.Of(text, language))))
        {
            if (words.Count > 0 && !readings.Exists(other => other.Words.Select(word => word.Term).SequenceEqual(words.Select(word => word.Term))))
                readings.Add((language, words));
        }

        return readings;
    }

    /// <summary>The terms of an entity's mentions; those articles in which they are hidden are remembered.</summary>
    public IReadOnlyList<EntityTerm> TermsOf(Query.Mentions mentions)
    {
        if (mentions.Match == NameMatch.Literal)
            return context.FindLiteral(mentions);
        var (terms, reading) = context.Find(mentions);
        Entities.Add(reading);
        if (reading.Entity is { } found)
            HiddenFrom.AddRange(context.Corrections.HiddenFrom(found.Entity));
        return terms;
    }

    [return: NotNullIfNotNull(nameof(plan))]
    public static PositionPlan? InZone(PositionPlan? plan, Zone zone) => (plan, zone) switch
    {
        (null, _) => null,
        (_, Zone.Headline) => new PositionPlan.Within(plan, 0, Fields.BodyPosition),
        (_, Zone.Body) => new PositionPlan.Within(plan, Fields.BodyPosition, Fields.GivenPosition),
        (_, Zone.HeadlineOrLead) => new PositionPlan.Within(plan, 0, Fields.BodyPosition + Zones.LeadWords),
        _ => plan,
    };

    private PositionPlan? Words(string text, int slop)
    {
        var plans = Readings(text).ConvertAll(reading => WordPaths.Of(Fields.Text, reading.Words, slop, PartsLeftOut(text, reading.Language), TailsBeside(reading.Words)));
        if (plans.Count == 0 && KeepsStopWords && NewsAnalyzer.Instance.Analyse(Fields.TextExact, "", text) is { Count: > 0 } asWritten)
            plans.Add(WordPaths.Of(Fields.TextExact, asWritten, slop, NothingKept, TailsBeside(asWritten)));
        if (plans.Count == 0)
            LeftOut.Add(text);
        return plans.Count switch { 0 => null, 1 => plans[0], _ => new PositionPlan.Any(plans) };
    }

    private Dictionary<int, PositionPlan.Terms> PartsLeftOut(string text, string language) =>
        context.Words.PartsLeftOut(text, language).ToDictionary(part => part.Key, part => PositionPlan.Terms.Of(Fields.TextExact, part.Value.Term));

    /// <summary>Where a word ends matters only to what stands beside it.</summary>
    private TailLookup TailsBeside(IReadOnlyList<AnalysedWord> words) =>
        nearDepth > 0 || words[^1].Position > words[0].Position ? context.TailsOf : _ => [];

    private static PositionPlan? Exact(string text)
    {
        var words = NewsAnalyzer.Instance.Analyse(Fields.TextExact, "", text);
        if (words.Count == 0)
            return null;
        var parts = words
            .Select(word => (new PositionPlan.Terms(Fields.TextExact, [new BytesRef(word.Term)], word.Casing ?? LetterCase.Small), word.Position - words[0].Position))
            .ToList();
        return parts.Count == 1 ? parts[0].Item1 : new PositionPlan.Sequence(parts, 0);
    }

    /// <summary>A word that analysis parts has no spelling of its own: its first part is loosened.</summary>
    private IReadOnlyList<List<BytesRef>> Fuzzy(Query.Fuzzy fuzzy, int limit) =>
        NewsAnalyzer.Instance.Analyse(Fields.TextExact, "", fuzzy.Text) is [var word, ..] ? expansion.Expand(Fields.TextExact, word.Term, fuzzy, limit) : [[]];

    private PositionPlan Mentioned(Query.Mentions mentions) => PlacesOf(TermsOf(mentions));

    /// <summary>Where an entity is mentioned.</summary>
    public static PositionPlan PlacesOf(IReadOnlyList<EntityTerm> terms)
    {
        List<PositionPlan> plans = [.. terms.Where(term => term.Articles is not null).Select(term => new PositionPlan.Terms(Fields.Mentions, [new BytesRef(term.Term)], null, term.Articles))];
        var everywhere = new PositionPlan.Terms(Fields.Mentions, [.. terms.Where(term => term.Articles is null).Select(term => new BytesRef(term.Term))]);
        if (everywhere.Words.Count > 0)
            plans.Insert(0, everywhere);
        return plans.Count switch { 0 => everywhere, 1 => plans[0], _ => new PositionPlan.Any(plans) };
    }

    private static PositionPlan? Both(PositionPlan? left, PositionPlan? right, Proximity proximity) =>
        left is null || right is null ? left ?? right : new PositionPlan.Near(left, right, proximity);
}
