using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Entities;
using NewsIndex.Lucene.Positions;
using NewsIndex.Lucene.Schema;
using NewsIndex.Positions;
using NewsIndex.Queries;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>
/// Translates the positional part of a query: words as analysed for some languages, patterns as the words that match, names as their
/// mentions.
/// </summary>
/// <param name="languages">Languages with the same stop words for the query; see <see cref="LanguageGroups.Of"/>.</param>
internal sealed class PlanToPositions(QueryContext context, IReadOnlyList<string> languages)
{
    private readonly PhraseParts phrases = new(context.Expand);
    private readonly QueryLimits limits = context.Limits;

    /// <summary>Number of NEAR operators around the current part.</summary>
    private int nearDepth;

    /// <summary>Words that analysis removes, as typed.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>Phrases with a stop word inside; any word matches in its place.</summary>
    public List<string> Gapped { get; } = [];

    /// <summary>Resolutions of the entity names.</summary>
    public List<EntityReading> Entities { get; } = [];

    /// <summary>Ids of articles in which a requested mention is hidden.</summary>
    public List<string> HiddenFrom { get; } = [];

    /// <summary>True if the query searches for stop words.</summary>
    public bool KeepsStopWords { get; init; }

    /// <summary>Returns null for words that the search ignores.</summary>
    /// <exception cref="QueryTooExpensiveException">A pattern matches more words than the limit.</exception>
    public PositionPlan? Of(Query query) => query switch
    {
        Query.Word word => InZone(Words(word.Text, 0), word.Zone),
        Query.Phrase phrase => InZone(Words(phrase.Text, phrase.Slop), phrase.Zone),
        Query.Exact exact => InZone(Exact(exact.Text), exact.Zone),
        Query.PatternPhrase phrase => InZone(Pattern(phrase.Text, phrase.Slop), phrase.Zone),
        Query.Pattern pattern => InZone(Pattern(pattern.Text, 0), pattern.Zone),
        Query.Regex regex => InZone(Expanded(context.Expansion.Expand(IndexFields.TextExact, regex, limits.PlacedTerms)), regex.Zone),
        Query.Fuzzy fuzzy => InZone(Loosened(fuzzy), fuzzy.Zone),
        Query.Mentions mentions => Mentioned(mentions),
        Query.Or or => or.Clauses.Select(Of).OfType<PositionPlan>().ToList() is { Count: > 0 } parts ? new PositionPlan.Any(parts) : null,
        Query.Near near => Both(OfNear(near.Left), OfNear(near.Right), near.Proximity),
        Query.NotNear apart =>
            (OfNear(apart.Wanted), OfNear(apart.Unwanted)) is ({ } wanted, { } unwanted)
            ? new PositionPlan.NotNear(wanted, unwanted, apart.Proximity)
            : Of(apart.Wanted),
        Query.AtLeast often => Of(often.Part) is { } part ? new PositionPlan.AtLeast(part, often.Times) : null,
        Query.First first => Of(first.Part) is { } part ? new PositionPlan.Within(part, 0, IndexFields.BodyPosition + first.Words) : null,
        Query.Quote { Words: Query.Everything, Speaker: { } speaker } =>
            Of(speaker) is { } plan ? new PositionPlan.Quoted(null, plan) : null,
        Query.Quote quote =>
            Of(quote.Words) is { } words ? new PositionPlan.Quoted(words, quote.Speaker is { } speaker ? Of(speaker) : null) : null,
        _ => throw new InvalidOperationException($"{query.GetType()} has no positions."),
    };

    private PositionPlan? OfNear(Query query)
    {
        nearDepth++;
        var plan = Of(query);
        nearDepth--;
        return plan;
    }

    /// <summary>Words that match a pattern, a regular expression or a misspelling, in order of differing letters.</summary>
    /// <exception cref="QueryTooExpensiveException">More words match than the limit.</exception>
    public IReadOnlyList<IReadOnlyList<BytesRef>> Expansions(Query query, string field) => query switch
    {
        Query.Pattern pattern =>
        [
            context.Expansion.Expand(
                field, pattern with { Text = PhraseParts.OnlyWord(pattern.Text) ?? pattern.Text }, limits.ExpandedTerms),
        ],
        Query.Regex regex => [context.Expansion.Expand(field, regex, limits.ExpandedTerms)],
        Query.Fuzzy fuzzy => Fuzzy(fuzzy, limits.ExpandedTerms),
        _ => throw new InvalidOperationException($"{query.GetType()} stands for itself."),
    };

    /// <summary>Terms of an entity's mentions. Records the articles in which these are hidden.</summary>
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
        (_, Zone.Headline) => new PositionPlan.Within(plan, 0, IndexFields.BodyPosition),
        (_, Zone.Body) => new PositionPlan.Within(plan, IndexFields.BodyPosition, IndexFields.GivenPosition),
        (_, Zone.HeadlineOrLead) => new PositionPlan.Within(plan, 0, IndexFields.BodyPosition + Zones.LeadWords),
        _ => plan,
    };

    /// <summary>Returns true for a pattern or a misspelling of one word, which can be looked up without its neighbours.</summary>
    public static bool IsOneWord(Query query) => query switch
    {
        Query.Pattern pattern => PhraseParts.OnlyWord(pattern.Text) is not null,
        Query.Fuzzy fuzzy => QueryAnalysis.Exact(fuzzy.Text).Count < 2,
        _ => true,
    };

    private PositionPlan? Words(string text, int slop)
    {
        var plans = Plans(text, slop);
        if (plans.Count == 0
            && KeepsStopWords
            && QueryAnalysis.Exact(text) is { Count: > 0 } asWritten)
            plans.Add(AsWritten(asWritten, word => PositionPlan.Terms.Of(IndexFields.TextExact, word.Term), slop));
        if (plans.Count == 0)
            LeftOut.Add(text);
        return AnyOf(plans);
    }

    private List<PositionPlan> Plans(string text, int slop)
    {
        if (nearDepth == 0 && PhraseParts.OnlyStems(text, languages) is { } stems)
            return OfStems(stems);
        var readings = phrases.Of(text, languages);
        if (readings.Exists(HasGap))
            Gapped.Add(text);
        return Plans(readings, slop);
    }

    private static List<PositionPlan> OfStems(IReadOnlyList<string> stems)
    {
        var plans = new List<PositionPlan>(stems.Count);
        for (var i = 0; i < stems.Count; i++)
            plans.Add(PositionPlan.Terms.Of(TextFields.Stems, stems[i]));
        return plans;
    }

    private static bool HasGap(List<PhrasePart> words) =>
        words.Zip(words.Skip(1)).Any(pair => pair.Second.Position - pair.First.Position > 1);

    private List<PositionPlan> Plans(List<List<PhrasePart>> readings, int slop) =>
        readings.ConvertAll(words => WordPaths.Of(words, slop, TailsBeside(words)));

    /// <summary>A pattern without letters and digits, as the index normalises it, matches nothing.</summary>
    private PositionPlan Pattern(string pattern, int slop) => AnyOf(Plans(phrases.OfPattern(pattern, languages), slop)) ?? Expanded([]);

    private static PositionPlan.Terms Expanded(IEnumerable<BytesRef> words) =>
        new(IndexFields.TextExact, new DictionaryWords(words)) { IsPattern = true };

    private static PositionPlan? AnyOf(List<PositionPlan> plans) =>
        plans.Count switch { 0 => null, 1 => plans[0], _ => new PositionPlan.Any(plans) };

    /// <summary>The end of a word matters only for what follows it.</summary>
    private TailLookup TailsBeside(List<PhrasePart> words) =>
        nearDepth > 0 || words[^1].Position > words[0].Position ? context.TailsOf : _ => [];

    private static PositionPlan AsWritten(IReadOnlyList<AnalysedWord> words, Func<AnalysedWord, PositionPlan.Terms> terms, int slop) =>
        words.Count == 1
        ? terms(words[0])
        : new PositionPlan.Sequence([.. words.Select(word => (terms(word), word.Position - words[0].Position))], slop);

    private static PositionPlan? Exact(string text)
    {
        var words = QueryAnalysis.Exact(text);
        return words.Count == 0
            ? null
            : AsWritten(words, word => new PositionPlan.Terms(IndexFields.TextExact, [word.Term], FormOf(text, word)), 0);
    }

    /// <summary>Case of a word, and the required signs beside it.</summary>
    private static WrittenForm FormOf(string text, AnalysedWord word) => new(
        word.Casing ?? LetterCase.Small, WordSigns.Before(text, word.Start), WordSigns.Behind(text, word.End));

    /// <summary>A word that analysis splits is matched fuzzily part by part, with at most one edit for every three letters.</summary>
    private PositionPlan Loosened(Query.Fuzzy fuzzy)
    {
        var words = QueryAnalysis.Exact(fuzzy.Text);
        return words.Count < 2
            ? Expanded(Fuzzy(fuzzy, limits.PlacedTerms).SelectMany(words => words))
            : AsWritten(words,
                word => Loosened(fuzzy with { Text = word.Term, Edits = Math.Min(fuzzy.Edits, word.Term.Length / 3) }, word.Term), 0);
    }

    private PositionPlan.Terms Loosened(Query.Fuzzy fuzzy, string term) => fuzzy.Edits == 0
        ? PositionPlan.Terms.Of(IndexFields.TextExact, term)
        : Expanded(context.Expansion.Expand(IndexFields.TextExact, term, fuzzy, limits.PlacedTerms).SelectMany(words => words));

    private IReadOnlyList<List<BytesRef>> Fuzzy(Query.Fuzzy fuzzy, int limit) =>
        QueryAnalysis.Exact(fuzzy.Text) is [var word]
            ? context.Expansion.Expand(IndexFields.TextExact, word.Term, fuzzy, limit)
            : [[]];

    private PositionPlan Mentioned(Query.Mentions mentions) => PlacesOf(TermsOf(mentions));

    /// <summary>Positions of an entity's mentions.</summary>
    public static PositionPlan PlacesOf(IReadOnlyList<EntityTerm> terms)
    {
        List<PositionPlan> plans =
            [.. terms.Where(term => term.Articles is not null)
            .Select(term => new PositionPlan.Terms(IndexFields.Mentions, [term.Term], null, term.Articles))];
        var everywhere =
            PositionPlan.Terms.Of(IndexFields.Mentions, [.. terms.Where(term => term.Articles is null).Select(term => term.Term)]);
        if (everywhere.Words.Count > 0)
            plans.Insert(0, everywhere);
        return plans.Count switch { 0 => everywhere, 1 => plans[0], _ => new PositionPlan.Any(plans) };
    }

    private static PositionPlan? Both(PositionPlan? left, PositionPlan? right, Proximity proximity) =>
        left is null || right is null ? left ?? right : new PositionPlan.Near(left, right, proximity);
}
