using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Queries;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene;

/// <summary>What a query is in Lucene.</summary>
/// <param name="Marks">What to mark in a hit.</param>
/// <param name="Entities">How each name of an entity was read.</param>
internal sealed record LucenePlan(LuceneQuery Query, IReadOnlyList<Mark> Marks, IReadOnlyList<string> Notices, IReadOnlyList<EntityReading> Entities);

/// <summary>Translates a query, read top to bottom. Words and mentions score by BM25; everything else only selects and adds nothing to a score.</summary>
internal sealed class PlanToLucene
{
    private readonly IndexReader reader;
    private readonly QueryLimits limits;
    private readonly CancellationToken cancellation;
    private readonly IReadOnlyList<string> languages;
    private readonly List<Mark> marks = [];
    private readonly List<string> leftOut = [];
    private readonly EntityLookup lookup;
    private readonly EntityCorrections corrections;
    private readonly List<EntityReading> entities = [];
    private bool keepStopWords;
    private bool negated;

    static PlanToLucene()
    {
        // QueryLimits.Clauses is the limit, and says so in a sentence.
        BooleanQuery.MaxClauseCount = int.MaxValue;
    }

    private PlanToLucene(IndexReader reader, QueryLimits limits, EntityCorrections corrections, CancellationToken cancellation)
    {
        (this.reader, this.limits, this.corrections, this.cancellation) = (reader, limits, corrections, cancellation);
        (languages, lookup) = (IndexedLanguages.Of(reader), new EntityLookup(reader, corrections));
    }

    /// <exception cref="QueryTooExpensiveException">A pattern stands for more words than the limit.</exception>
    public static LucenePlan Translate(Query query, IndexReader reader, QueryLimits limits, EntityCorrections corrections, CancellationToken cancellation)
    {
        var plan = new PlanToLucene(reader, limits, corrections, cancellation);
        var translated = plan.Translate(query);
        if (plan.leftOut.Count > 0 && (translated is null || !HasWords(translated)))
        {
            // Nothing but words such as "the" and "who": then they are what is meant.
            plan = new PlanToLucene(reader, limits, corrections, cancellation) { keepStopWords = true };
            translated = plan.Translate(query);
        }

        List<string> notices = [.. plan.entities.Select(EntityNotice.Of).OfType<string>().Distinct()];
        if (plan.leftOut.Count > 0)
            notices.Add($"Left out, since nearly every article has it or it has no letters: {string.Join(", ", plan.leftOut.Distinct())}.");
        return new LucenePlan(translated ?? new BooleanQuery(), plan.marks, notices, plan.entities);
    }

    /// <summary>Whether English analysis leaves nothing of a word.</summary>
    public static bool IsStopWord(string word) => NewsAnalyzer.Instance.Analyse(Fields.Text, "en", word).Count == 0;

    /// <summary>Null for a word that is left out of the search.</summary>
    private LuceneQuery? Translate(Query query) => query switch
    {
        Query.Everything => Everything(),
        Query.Word word => Words(word.Text, word.Zone),
        Query.Phrase phrase => Words(phrase.Text, phrase.Zone),
        Query.Pattern pattern => Pattern(pattern),
        Query.FromSource source => Unscored(new TermQuery(new Term(Fields.Source, EntityName.Normalise(source.Name)))),
        Query.Mentions mentions => Mentions(mentions),
        Query.Near near => Near(near),
        Query.PublishedIn published => Unscored(Published(published.Range)),
        Query.Undated => Unscored(new TermQuery(new Term(Fields.Dated, Fields.No))),
        Query.And and => Combine(and.Clauses, Occur.MUST),
        Query.Or or => Combine(or.Clauses, Occur.SHOULD),
        Query.Not not => Exclude([not]),
        Query.AndMaybe maybe => Prefer(Translate(maybe.Required), Translate(maybe.Preferred)),
        _ => throw new InvalidOperationException($"{query.GetType()} has no Lucene form."),
    };

    private LuceneQuery? Combine(IReadOnlyList<Query> clauses, Occur occur)
    {
        var combined = new BooleanQuery();
        if (occur == Occur.MUST)
        {
            foreach (var clause in clauses.Where(clause => clause is not Query.Not))
                Add(combined, Translate(clause), Occur.MUST);
            var exclusions = clauses.OfType<Query.Not>().ToList();
            if (exclusions.Count > 0 && combined.Clauses.Count == 0)
                return Exclude(exclusions);
            exclusions.ForEach(not => AddExclusion(combined, not));
        }
        else
        {
            foreach (var clause in clauses)
                Add(combined, Translate(clause), Occur.SHOULD);
        }

        return combined.Clauses.Count switch
        {
            0 => null,
            1 when !combined.Clauses[0].IsProhibited => combined.Clauses[0].Query,
            _ => combined,
        };
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
        Add(query, Translate(not.Unwanted), Occur.MUST_NOT);
        negated = outer;
    }

    private static LuceneQuery? Prefer(LuceneQuery? required, LuceneQuery? preferred)
    {
        if (required is null || preferred is null)
            return required ?? preferred;
        return new BooleanQuery { { required, Occur.MUST }, { preferred, Occur.SHOULD } };
    }

    private static void Add(BooleanQuery query, LuceneQuery? clause, Occur occur)
    {
        if (clause is not null)
            query.Add(clause, occur);
    }

    private LuceneQuery? Words(string text, Zone zone)
    {
        var field = FieldOf(zone, exact: false);
        var readings = Readings(field, text);
        if (readings.Count == 0 && keepStopWords)
        {
            field = FieldOf(zone, exact: true);
            readings = Readings(field, text);
        }

        if (readings.Count == 0)
        {
            leftOut.Add(text);
            return null;
        }

        // An article is of one language, and has its score from that one's reading of the word.
        var either = new DisjunctionMaxQuery(0);
        foreach (var words in readings)
        {
            var first = words[0].Position;
            Remember(new Mark.Words(field, zone, [.. words.Select(word => (new BytesRef(word.Term), word.Position - first))]));
            either.Add(zone == Zone.Body ? InBody(field, words) : Anywhere(field, words));
        }

        return either.Disjuncts.Count == 1 ? either.Disjuncts[0] : either;
    }

    /// <summary>The words as each language of the index has them; one where languages agree, none where they are stop words in all.</summary>
    private List<List<AnalysedWord>> Readings(string field, string text)
    {
        var readings = new List<List<AnalysedWord>>();
        foreach (var language in field.EndsWith(".exact", StringComparison.Ordinal) ? [""] : languages)
        {
            var words = NewsAnalyzer.Instance.Analyse(field, language, text);
            if (words.Count > 0 && !readings.Exists(other => other.Select(word => word.Term).SequenceEqual(words.Select(word => word.Term))))
                readings.Add(words);
        }

        return readings;
    }

    private static LuceneQuery Anywhere(string field, List<AnalysedWord> words)
    {
        if (words.Count == 1)
            return new TermQuery(new Term(field, words[0].Term));
        var phrase = new PhraseQuery();
        foreach (var word in words)
            phrase.Add(new Term(field, word.Term), word.Position - words[0].Position);
        return phrase;
    }

    private static SpanPositionRangeQuery InBody(string field, List<AnalysedWord> words) => InBody(SideBySide(field, words));

    private static SpanQuery SideBySide(List<AnalysedWord> words) => SideBySide(Fields.Text, words);

    private static SpanQuery SideBySide(string field, List<AnalysedWord> words)
    {
        var spans = words.Select(word => (SpanQuery)new SpanTermQuery(new Term(field, word.Term))).ToArray();
        var holes = words[^1].Position - words[0].Position - (words.Count - 1);
        return spans.Length == 1 ? spans[0] : new SpanNearQuery(spans, holes, inOrder: true);
    }

    private static SpanPositionRangeQuery InBody(SpanQuery query) => new(query, Fields.BodyPosition, int.MaxValue);

    /// <summary>A pattern stands for the words of the archive that fit it, unstemmed: <c>studies*</c> is not looked for among stems.</summary>
    private LuceneQuery Pattern(Query.Pattern pattern)
    {
        var field = FieldOf(pattern.Zone, exact: true);
        var terms = new TermExpansion(reader, limits, cancellation).Expand(field, pattern);
        Remember(new Mark.Pattern(field, pattern.Zone, [.. terms.Select(term => term.Utf8ToString())]));
        if (terms.Count == 0)
            return new BooleanQuery();
        if (pattern.Zone == Zone.Body)
            return InBody(new SpanOrQuery([.. terms.Select(term => (SpanQuery)new SpanTermQuery(new Term(field, term)))]));
        return new ConstantScoreQuery(new TermsFilter(field, terms));
    }

    private LuceneQuery Mentions(Query.Mentions mentions)
    {
        var (terms, hiddenFrom) = TermsOf(mentions);
        return EntityQuery.Of(terms, hiddenFrom);
    }

    private (IReadOnlyList<string> Terms, IReadOnlyList<string> HiddenFrom) TermsOf(Query.Mentions mentions)
    {
        IReadOnlyList<string> terms, hiddenFrom = [];
        if (mentions.IsLiteral)
        {
            terms = lookup.FindLiteral(mentions.Name, mentions.Type);
        }
        else
        {
            (terms, var reading) = lookup.Find(mentions.Name, mentions.Type);
            entities.Add(reading);
            if (reading.Entity is { } found)
                hiddenFrom = corrections.HiddenFrom(found.Entity);
        }

        foreach (var term in terms)
            Remember(new Mark.Words(Fields.Mentions, Zone.Anywhere, [(new BytesRef(term), 0)]));
        return (terms, hiddenFrom);
    }

    /// <summary>An article in which a mention is hidden is left out even where another mention stands near.</summary>
    private LuceneQuery? Near(Query.Near near)
    {
        var hidden = new List<string>();
        var spans = Spans(near, hidden);
        if (spans is null || hidden.Count == 0)
            return spans;
        var visible = new BooleanQuery { { spans, Occur.MUST } };
        foreach (var id in hidden)
            visible.Add(new TermQuery(new Term(Fields.Id, id)), Occur.MUST_NOT);
        return visible;
    }

    /// <summary>Where a part of NEAR stands; null for words that are left out.</summary>
    private SpanQuery? Spans(Query query, List<string> hidden)
    {
        switch (query)
        {
            case Query.Near near:
                var (left, right) = (Spans(near.Left, hidden), Spans(near.Right, hidden));
                return left is null || right is null ? left ?? right : new SpanNearQuery([left, right], near.Distance - 1, inOrder: false);
            case Query.Or or:
                var any = or.Clauses.Select(clause => Spans(clause, hidden)).OfType<SpanQuery>().ToArray();
                return any.Length == 0 ? null : new SpanOrQuery(any);
            case Query.Mentions mentions:
                var (terms, hiddenFrom) = TermsOf(mentions);
                hidden.AddRange(hiddenFrom);
                return EntityQuery.Spans(terms);
            case Query.Word word:
                return WordSpans(word.Text, word.Zone);
            case Query.Phrase phrase:
                return WordSpans(phrase.Text, phrase.Zone);
            default:
                throw new InvalidOperationException($"{query.GetType()} has no positions.");
        }
    }

    private SpanQuery? WordSpans(string text, Zone zone)
    {
        var readings = Readings(Fields.Text, text);
        if (readings.Count == 0)
        {
            leftOut.Add(text);
            return null;
        }

        foreach (var words in readings)
            Remember(new Mark.Words(Fields.Text, zone, [.. words.Select(word => (new BytesRef(word.Term), word.Position - words[0].Position))]));
        var any = readings.ConvertAll(SideBySide).ToArray();
        var spans = any.Length == 1 ? any[0] : new SpanOrQuery(any);
        return zone switch
        {
            Zone.Body => InBody(spans),
            Zone.Headline => new SpanPositionRangeQuery(spans, 0, Fields.BodyPosition),
            _ => spans,
        };
    }

    /// <summary>The whole period of an article lies in the range, so that an article of "1987" is not said to be of March.</summary>
    private static BooleanQuery Published(DateRange range) => range.ComparesInstants
        ? new BooleanQuery
        {
            { NumericRangeQuery.NewInt64Range(Fields.FirstSecond, range.FirstSecond, null, true, true), Occur.MUST },
            { NumericRangeQuery.NewInt64Range(Fields.LastSecond, null, range.LastSecond, true, true), Occur.MUST },
        }
        : new BooleanQuery
        {
            { NumericRangeQuery.NewInt32Range(Fields.FirstDay, range.FirstDayNumber, range.LastDayNumber, true, true), Occur.MUST },
            { NumericRangeQuery.NewInt32Range(Fields.LastDay, range.FirstDayNumber, range.LastDayNumber, true, true), Occur.MUST },
        };

    /// <summary>Every article; texts that were replaced are none.</summary>
    private ConstantScoreQuery Everything() =>
        Unscored(IndexedLanguages.HasReplacedTexts(reader) ? new TermQuery(new Term(Fields.Current, Fields.Yes)) : new MatchAllDocsQuery());

    private void Remember(Mark mark)
    {
        if (!negated)
            marks.Add(mark);
    }

    private static ConstantScoreQuery Unscored(LuceneQuery query) => new(query) { Boost = 0 };

    private static bool HasWords(LuceneQuery query) => query switch
    {
        ConstantScoreQuery { Boost: 0 } => false,
        BooleanQuery boolean => boolean.Clauses.Any(clause => HasWords(clause.Query)),
        _ => true,
    };

    private static string FieldOf(Zone zone, bool exact) => (zone, exact) switch
    {
        (Zone.Headline, false) => Fields.Headline,
        (Zone.Headline, true) => Fields.HeadlineExact,
        (_, false) => Fields.Text,
        (_, true) => Fields.TextExact,
    };
}
