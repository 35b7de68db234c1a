using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Positions;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Positions;
using NewsIndex.Queries;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>
/// Translates a query for each language group: whether an article matches depends on its own language, not on others in the index. Words
/// and mentions score by BM25; all other clauses only select.
/// </summary>
internal sealed class PlanToLucene
{
    private readonly QueryContext context;
    private readonly PlanToPositions positions;
    private readonly List<PositionPlan> marks = [];
    private bool negated;

    static PlanToLucene()
    {
        // QueryLimits.Clauses limits the query instead, with a readable error.
        BooleanQuery.MaxClauseCount = int.MaxValue;
    }

    private PlanToLucene(QueryContext context, PlanToPositions positions) => (this.context, this.positions) = (context, positions);

    /// <exception cref="QueryTooExpensiveException">A pattern matches more words than the limit.</exception>
    public static LucenePlan Translate(Query query, IndexReader reader, QueryLimits limits, EntityCorrections corrections,
        CancellationToken cancellation) =>
        LucenePlan.Of(EachGroup(query, new QueryContext(reader, limits, corrections, cancellation), PartOrStopWords));

    /// <summary>Translates a clause of a query that has other words.</summary>
    /// <exception cref="QueryTooExpensiveException">A pattern matches more words than the limit.</exception>
    public static LuceneQuery TranslatePart(Query clause, IndexReader reader, QueryLimits limits, EntityCorrections corrections,
        CancellationToken cancellation) =>
        LucenePlan.Of(
            EachGroup(clause, new QueryContext(reader, limits, corrections, cancellation),
            (part, context, languages) => Part(part, context, languages).Part)).Query;

    private static List<LanguagePart> EachGroup(Query query, QueryContext context,
        Func<Query, QueryContext, IReadOnlyList<string>, LanguagePart> translate)
    {
        var groups = LanguageGroups.Of(query, IndexedLanguages.Of(context.Reader));
        var parts = new List<LanguagePart>(groups.Count);
        for (var i = 0; i < groups.Count; i++)
            parts.Add(translate(query, context, groups[i]));
        return parts;
    }

    /// <summary>Keeps stop words if the query has no other words.</summary>
    private static LanguagePart PartOrStopWords(Query query, QueryContext context, IReadOnlyList<string> languages)
    {
        var (part, hasWords) = Part(query, context, languages);
        return hasWords || part.LeftOut.Count == 0 ? part : Part(query, context, languages, keepsStopWords: true).Part;
    }

    private static (LanguagePart Part, bool HasWords) Part(Query query, QueryContext context, IReadOnlyList<string> languages,
        bool keepsStopWords = false)
    {
        var positions = new PlanToPositions(context, languages) { KeepsStopWords = keepsStopWords };
        var plan = new PlanToLucene(context, positions);
        var translated = plan.Translate(query);
        return (
            new LanguagePart(languages, translated ?? new BooleanQuery(), plan.marks,
                positions.LeftOut.Count < 2 ? positions.LeftOut : [.. positions.LeftOut.Distinct(StringComparer.Ordinal)],
                positions.Entities)
            { Gapped = positions.Gapped },
            translated is not null && HasWords(translated));
    }

    /// <summary>
    /// Returns true if a clause restricts a query that has other words; a clause of words that are stop words in the languages of most
    /// articles does not.
    /// </summary>
    /// <exception cref="QueryTooExpensiveException">A pattern matches more words than the limit.</exception>
    public static bool Requires(Query clause, IndexReader reader, QueryLimits limits, EntityCorrections corrections,
        CancellationToken cancellation)
    {
        var context = new QueryContext(reader, limits, corrections, cancellation);
        var groups = LanguageGroups.Of(clause, IndexedLanguages.Of(reader));
        var most = groups.MaxBy(languages => languages.Sum(language => reader.DocFreq(new Term(IndexFields.Language, language))))!;
        return new PlanToLucene(context, new PlanToPositions(context, most)).Translate(clause) is not null;
    }

    /// <summary>Returns null for a word that the search ignores.</summary>
    private LuceneQuery? Translate(Query query) => query switch
    {
        Query.Everything or Query.CopiesOnce => Everything(),
        Query.Word { Zone: var zone } => Words(query, zone),
        Query.Phrase { Zone: var zone } => Words(query, zone),
        Query.Exact or Query.PatternPhrase or Query.Near or Query.NotNear or Query.AtLeast or Query.First or Query.Quote => Placed(query),
        Query.Pattern { Zone: var zone } => Expanded(query, zone),
        Query.Regex { Zone: var zone } => Expanded(query, zone),
        Query.Fuzzy { Zone: var zone } => Expanded(query, zone),
        Query.Labelled label => Unscored(ArticleFilters.Labelled(label)),
        Query.Mentions mentions => Mentions(mentions),
        Query.PublishedIn published => Unscored(ArticleFilters.Published(published.Range)),
        Query.PublishedEvery every => Unscored(ArticleFilters.PublishedEvery(every)),
        Query.Undated => Unscored(new TermQuery(new Term(IndexFields.Dated, IndexFields.No))),
        Query.DateReliable reliable =>
            Unscored(new TermQuery(new Term(IndexFields.DateReliable, reliable.IsReliable ? IndexFields.Yes : IndexFields.No))),
        Query.IndexedIn indexed => Unscored(ArticleFilters.Indexed(indexed.Range)),
        Query.ArrivedAfter arrived => Unscored(ArticleFilters.ArrivedAfter(arrived.Generation)),
        Query.Copied => new ConstantScoreQuery(new CopiedArticles(context.Reader)) { Boost = 0 },
        Query.CopiesOf copies => Unscored(ArticleFilters.CopiesOf(copies.Id, context.Reader)),
        Query.Boost boost => Boosted(Translate(boost.Part), boost.Factor),
        Query.And and => All(and.Clauses),
        Query.Or or => Any(or.Clauses),
        Query.Not not => Exclude([not]),
        Query.AndMaybe maybe => Prefer(Translate(maybe.Required), Translate(maybe.Preferred)),
        _ => throw new InvalidOperationException($"{query.GetType()} has no Lucene form."),
    };

    private LuceneQuery? All(IReadOnlyList<Query> clauses)
    {
        var required = new List<LuceneQuery>(clauses.Count);
        List<Query.Not> exclusions = [];
        for (var i = 0; i < clauses.Count; i++)
        {
            if (clauses[i] is Query.Not not)
                exclusions.Add(not);
            else if (Translate(clauses[i]) is { } clause)
                required.Add(clause);
        }

        if (required.Count == 0)
            return Exclude(exclusions);
        var all = required.Count == 1 ? required[0] : new ConjunctionQuery(required);
        if (exclusions.Count == 0)
            return all;
        var allowed = new BooleanQuery { { all, Occur.MUST } };
        exclusions.ForEach(not => AddExclusion(allowed, not));
        return allowed.Clauses.Count == 1 ? all : allowed;
    }

    private LuceneQuery? Any(IReadOnlyList<Query> clauses)
    {
        var any = new BooleanQuery();
        for (var i = 0; i < clauses.Count; i++)
        {
            if (Translate(clauses[i]) is { } clause)
                any.Add(clause, Occur.SHOULD);
        }

        return any.Clauses.Count switch { 0 => null, 1 => any.Clauses[0].Query, _ => any };
    }

    private BooleanQuery? Exclude(IReadOnlyList<Query.Not> exclusions)
    {
        var rest = new BooleanQuery();
        foreach (var not in exclusions)
            AddExclusion(rest, not);
        if (rest.Clauses.Count == 0)
            return null;
        rest.Add(Everything(), Occur.MUST);
        return rest;
    }

    private void AddExclusion(BooleanQuery query, Query.Not not)
    {
        var outer = negated;
        negated = true;
        if (Translate(not.Unwanted) is { } unwanted)
            query.Add(unwanted, Occur.MUST_NOT);
        negated = outer;
    }

    private static LuceneQuery? Prefer(LuceneQuery? required, LuceneQuery? preferred)
    {
        if (required is null || preferred is null)
            return required ?? preferred;
        return new BooleanQuery { { required, Occur.MUST }, { preferred, Occur.SHOULD } };
    }

    /// <summary>Words and phrases in a zone with its own field are looked up there; in other zones by position.</summary>
    private LuceneQuery? Words(Query query, Zone zone)
    {
        if (query is Query.Phrase { Slop: > 0 } || zone is Zone.Body or Zone.HeadlineOrLead || positions.KeepsStopWords)
            return Placed(query);
        if (positions.Of(query) is not { } plan)
            return null;
        Remember(plan);
        if (!IsPlain(plan))
            return new PositionQuery(plan, context.Budget, context.Cancellation);
        return plan is PositionPlan.Within headline ? LookUp(headline.Part, IndexFields.Headline) : LookUp(plan, IndexFields.Text);
    }

    /// <summary>Returns true if a part has only stems: words as written are in another field.</summary>
    private static bool IsPlain(PositionPlan plan) => plan is PositionPlan.Terms word
        ? word is { Field: IndexFields.Text, Written: null }
        : plan.Leaves.All(leaf => leaf is { Field: IndexFields.Text, Written: null });

    /// <param name="field">A field with the same words as those of the plan.</param>
    private static LuceneQuery LookUp(PositionPlan plan, string field)
    {
        switch (plan)
        {
            case PositionPlan.Terms { Words: [var word] }:
                return new TermQuery(new Term(field, word));
            case PositionPlan.Terms words:
                return LookUp(new PositionPlan.Any([.. words.Words.Select(word => new PositionPlan.Terms(words.Field, [word]))]), field);
            case PositionPlan.Sequence sequence:
                return LookUp(sequence, field);
            case PositionPlan.Any readings:
                // An article has one language, and scores by the analysis for that language, with the spelling that scores highest.
                var either = new DisjunctionMaxQuery(0);
                foreach (var reading in readings.Parts)
                    either.Add(LookUp(reading, field));
                return either;
            default:
                throw new InvalidOperationException($"{plan.GetType()} is not a plain lookup.");
        }
    }

    private static LuceneQuery LookUp(PositionPlan.Sequence sequence, string field)
    {
        if (sequence.Parts.Any(part => part.Words.Words.Count > 1))
        {
            var spellings = new MultiPhraseQuery();
            foreach (var (words, distance) in sequence.Parts)
                spellings.Add([.. words.Words.Select(word => new Term(field, word))], distance);
            return spellings;
        }

        var phrase = new PhraseQuery();
        foreach (var (words, distance) in sequence.Parts)
            phrase.Add(new Term(field, words.Words[0]), distance);
        return phrase;
    }

    /// <summary>Excludes articles in which a mention is hidden, even if another mention is near.</summary>
    private LuceneQuery? Placed(Query query)
    {
        positions.HiddenFrom.Clear();
        if (positions.Of(query) is not { } plan)
            return null;
        Remember(plan);
        return EntityQuery.Visible(new PositionQuery(plan, context.Budget, context.Cancellation), positions.HiddenFrom);
    }

    /// <summary>Expands a pattern to the unstemmed words of the index that match it: <c>studies*</c> does not match stems.</summary>
    private LuceneQuery Expanded(Query query, Zone zone)
    {
        if (zone is Zone.Body or Zone.HeadlineOrLead || !PlanToPositions.IsOneWord(query))
            return Placed(query)!;
        var field = zone == Zone.Headline ? IndexFields.HeadlineExact : IndexFields.TextExact;
        var byEdits = positions.Expansions(query, field);
        var words = new DictionaryWords(byEdits.SelectMany(words => words));
        Remember(PlanToPositions.InZone(new PositionPlan.Terms(IndexFields.TextExact, words), zone));
        var any = new DisjunctionMaxQuery(0);
        for (var edits = 0; edits < byEdits.Count; edits++)
        {
            // Each differing letter takes a quarter off the score of the typed word.
            if (byEdits[edits].Count > 0)
                any.Add(new ConstantScoreQuery(new WordsFilter(field, byEdits[edits], context.Cancellation)) { Boost = 1 - (edits / 4f) });
        }

        return any.Disjuncts.Count switch { 0 => new BooleanQuery(), 1 => any.Disjuncts[0], _ => any };
    }

    private LuceneQuery Mentions(Query.Mentions mentions)
    {
        positions.HiddenFrom.Clear();
        var terms = positions.TermsOf(mentions);
        Remember(PlanToPositions.PlacesOf(terms));
        return EntityQuery.Of(terms, positions.HiddenFrom);
    }

    private static LuceneQuery? Boosted(LuceneQuery? query, float factor)
    {
        if (query is not null)
            query.Boost *= factor;
        return query;
    }

    /// <summary>Matches every article, but no replaced revisions.</summary>
    private ConstantScoreQuery Everything() =>
        Unscored(IndexedLanguages.HasReplacedTexts(context.Reader)
            ? new TermQuery(new Term(IndexFields.Current, IndexFields.Yes))
            : new MatchAllDocsQuery());

    private void Remember(PositionPlan mark)
    {
        if (!negated)
            marks.Add(mark);
    }

    private static ConstantScoreQuery Unscored(LuceneQuery query) => new(query) { Boost = 0 };

    private static ConstantScoreQuery Unscored(Filter filter) => new(filter) { Boost = 0 };

    private static bool HasWords(LuceneQuery query) => query switch
    {
        ConstantScoreQuery { Boost: 0 } => false,
        BooleanQuery boolean => boolean.Clauses.Any(clause => HasWords(clause.Query)),
        ConjunctionQuery all => all.Clauses.Any(HasWords),
        _ => true,
    };
}
