using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Evaluation;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Positions;
using NewsIndex.Lucene.Postings;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Positions;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Makes the evaluators of a query in a segment, and gives their memory back when it is disposed.</summary>
internal sealed class SegmentEvaluation(IndexSearcher searcher, AtomicReaderContext segment, CancellationToken cancellation) : IDisposable
{
    private const int ArticlesBetweenCancellationChecks = 4096;

    private readonly List<TermEvaluator> terms = [];

    /// <summary>Parts that are the same for all languages, by their query.</summary>
    private Dictionary<LuceneQuery, Evaluator>? shared;

    // Made on first use: words need no sets, and most queries are of words.
    private BitMemory? memory;

    public BitMemory Memory => memory ??= new BitMemory(BitWords.LengthFor(segment.AtomicReader.MaxDoc));

    private AtomicReader Reader => segment.AtomicReader;

    public Evaluator Of(LuceneQuery query) => Of(query, new Surroundings(null, 1));

    /// <summary>Returns what a query is for the articles of one language: most of its words are those of other languages.</summary>
    /// <param name="language">One of <see cref="LanguageColumn.Numbers"/>. Matches of other articles are undefined.</param>
    public Evaluator Of(LuceneQuery query, int language) => Of(query, new Surroundings(language, 1));

    public void Dispose()
    {
        foreach (var term in terms)
            term.Dispose();
        memory?.Dispose();
    }

    private Evaluator Of(LuceneQuery query, Surroundings around) => query switch
    {
        TermQuery term => Of(term, around),
        PhraseQuery { Slop: 0 } phrase =>
            Phrase(query, [.. phrase.GetTerms().Select(term => new[] { term })], phrase.GetPositions(), around),
        MultiPhraseQuery { Slop: 0 } phrase => Phrase(query, [.. phrase.GetTermArrays()], phrase.GetPositions(), around),
        ConjunctionQuery all => All(Each(all.Clauses, around.Times(all.Boost))),
        BooleanQuery { MinimumNumberShouldMatch: 0 } boolean => Of(boolean, around.Times(boolean.Boost)),
        DisjunctionMaxQuery { TieBreakerMultiplier: 0 } best => Best(Each([.. best.Disjuncts], around.Times(best.Boost))),
        ByLanguageQuery byLanguage => Of(byLanguage, around.Times(byLanguage.Boost)),
        ConstantScoreQuery constant when constant.Filter is null && QueryTraits.DependsOnLanguage(constant.Query) =>
            Constant(constant, around),
        _ => Shared(query, around),
    };

    private Evaluator[] Each(IReadOnlyList<LuceneQuery> queries, Surroundings around)
    {
        var parts = new Evaluator[queries.Count];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = Of(queries[i], around);
        return parts;
    }

    private Evaluator Shared(LuceneQuery query, Surroundings around)
    {
        shared ??= new(ReferenceEqualityComparer.Instance);
        if (!shared.TryGetValue(query, out var known))
            shared[query] = known = ForAllLanguages(query, around);
        return known;
    }

    private Evaluator ForAllLanguages(LuceneQuery query, Surroundings around) => query switch
    {
        TermQuery term => Of(term.Term, around.Boost, term.Boost) ?? (Evaluator)new NothingEvaluator(),
        ConstantScoreQuery { Filter: { } filter } constant => Of(filter, constant.Boost * around.Boost),
        ConstantScoreQuery constant => Constant(constant, around),
        MatchAllDocsQuery => Everything(around.Boost),
        PositionQuery positioned => Of(positioned, around.Boost),
        _ => Other(query),
    };

    private SetEvaluator Everything(float score) =>
        new(Memory, Reader.MaxDoc, score, (found, _) => BitWords.SetFirst(found, Reader.MaxDoc));

    /// <summary>A query is walked once for all languages together, so that a word is then not met again.</summary>
    private Evaluator Of(TermQuery query, Surroundings around)
    {
        if (around.Excludes(QueryTraits.LanguageOf(query.Term)))
            return new NothingEvaluator();
        return around.Language is null ? ForAllLanguages(query, around) : Shared(query, around);
    }

    /// <returns>Null for a word that the segment does not have.</returns>
    private TermEvaluator? Of(Term term, float outerBoost, float boost)
    {
        // A pattern can stand for thousands of words.
        cancellation.ThrowIfCancellationRequested();
        // Hidden articles are taken from sets like deleted ones.
        if (PostingList.Find(SegmentView.Of(Reader).Whole, term) is not { } postings)
            return null;
        var profile = PostingProfiles.Of(Reader, term, postings);
        var scores = new WordScores(searcher, Reader, term, boost, outerBoost, postings, profile);
        var evaluator = new TermEvaluator(postings, profile, scores.Make, cancellation);
        terms.Add(evaluator);
        return evaluator;
    }

    private Bm25 Similarity => (Bm25)searcher.Similarity;

    private TermScores ScoresOf(Bm25.TextWeight weight)
    {
        var lengths = LengthColumn.Of(Reader, weight.FieldName);
        return weight.Language is { } language
            ? new CurveScores(Similarity.CurveOf(weight, language), lengths, null)
            : new CurvesByLanguage(LanguageColumn.Of(Reader), number => Similarity.CurveOf(weight, number), lengths);
    }

    /// <param name="words">By place.</param>
    /// <param name="positions">As many.</param>
    private Evaluator Phrase(LuceneQuery query, IReadOnlyList<Term[]> words, int[] positions, Surroundings around)
    {
        if (around.Excludes(QueryTraits.LanguageOf(words[0][0])))
            return new NothingEvaluator();
        var places = new PhrasePlace[words.Count];
        for (var i = 0; i < places.Length; i++)
        {
            TermEvaluator[] spellings = [.. words[i].Select(word => Of(word, 1, 1)).OfType<TermEvaluator>()];
            if (spellings.Length == 0)
                return new NothingEvaluator();
            places[i] = new PhrasePlace(spellings, Any(spellings), positions[i]);
        }

        Term[] all = [.. words.SelectMany(each => each)];
        return new PhraseEvaluator(
            places, () => ScoresOf(Similarity.WeightOf(all, query.Boost, around.Boost)), Memory, cancellation);
    }

    private PositionEvaluator Of(PositionQuery query, float outerBoost)
    {
        var positions = new EvaluatedPositions(
            Words, docs => new SegmentPositions(Reader, query.Budget, cancellation, docs), words => words.ArticlesOf(Reader),
            query.Budget);
        var candidates = Of(PositionQuery.Candidates(query.Plan));
        return new PositionEvaluator(
            candidates, new PlanIntervals(query.Plan, positions), Reader.MaxDoc, Scores, Memory, cancellation);

        TermEvaluator[] Words(PositionPlan.Terms words) =>
            [.. words.BytesOf().Select(word => Of(new Term(words.Field, word), 1, 1)).OfType<TermEvaluator>()];

        TermScores Scores()
        {
            var weight = query.WeightIn(Similarity);
            weight.Normalize(1, outerBoost);
            return ScoresOf(weight);
        }
    }

    private Evaluator Of(BooleanQuery query, Surroundings around)
    {
        var (required, optional, unwanted) = (
            Clauses(query, Occur.MUST, around), Clauses(query, Occur.SHOULD, around), Something(Clauses(query, Occur.MUST_NOT, around)));
        var wanted = (required.Length, optional.Length) switch
        {
            (0, _) => Any(optional),
            (_, 0) => All(required),
            _ => Preferring(All(required), Any(optional)),
        };
        return wanted is NothingEvaluator || unwanted.Length == 0 ? wanted : new ExceptEvaluator(wanted, unwanted, Memory);
    }

    private Evaluator[] Clauses(BooleanQuery query, Occur occur, Surroundings around)
    {
        var clauses = query.Clauses;
        var (parts, count) = (new Evaluator[clauses.Count], 0);
        for (var i = 0; i < parts.Length; i++)
        {
            if (clauses[i].Occur == occur)
                parts[count++] = Of(clauses[i].Query, around);
        }

        return count == parts.Length ? parts : parts[..count];
    }

    private static Evaluator[] Something(Evaluator[] parts) => Array.FindAll(parts, part => part is not NothingEvaluator);

    private Evaluator All(Evaluator[] parts) =>
        Array.Find(parts, part => part is NothingEvaluator) ?? (parts.Length == 1 ? parts[0] : new AllEvaluator(parts, Memory));

    private Evaluator Any(Evaluator[] parts) => Something(parts) switch
    {
        [] => new NothingEvaluator(),
        [var only] => only,
        var several => new AnyEvaluator(several, Memory),
    };

    private Evaluator Best(Evaluator[] parts) => Something(parts) switch
    {
        [] => new NothingEvaluator(),
        [var only] => only,
        var several => new BestEvaluator(several, Memory),
    };

    private Evaluator Preferring(Evaluator required, Evaluator preferred) =>
        required is NothingEvaluator || preferred is NothingEvaluator ? required : new PreferringEvaluator(required, preferred, Memory);

    private SetEvaluator Constant(ConstantScoreQuery query, Surroundings around)
    {
        var score = query.Boost * around.Boost;
        var part = Of(query.Query, around);
        return new SetEvaluator(Memory, part.Cost, score, (found, candidates) =>
        {
            if (candidates.IsEmpty)
            {
                part.AddTo(found);
                return;
            }

            candidates.CopyTo(found);
            part.Keep(found);
        });
    }

    private Evaluator Of(ByLanguageQuery query, Surroundings around)
    {
        var present = around.Language is { } language ? default(LanguageSet).With(language) : LanguageColumn.Of(Reader).Present;
        if (query.PartOfAll(present) is { } only)
            return Of(only, around);
        // An article is of one language, so that one part at most has a score for it.
        return new BestEvaluator(
            [.. query.Parts.Where(part => part.Languages.Overlaps(present))
                .Select(part => new AmongEvaluator(LanguageSets.Of(Reader, part.Languages), Of(part.Query, around), Memory))],
            Memory);
    }

    private SetEvaluator Of(Filter filter, float score)
    {
        if (filter is not BitmapFilter known)
            return new SetEvaluator(Memory, Reader.MaxDoc, score, (found, _) => AddAll(filter.GetDocIdSet(segment, null), found));

        var bitmap = known.Of(Reader);
        return new SetEvaluator(Memory, bitmap.Count, score, (found, _) => BitWords.Or(found, bitmap.Bits.GetBits()));
    }

    private void AddAll(DocIdSet? selected, Span<long> found)
    {
        if (selected is FixedBitSet words)
            BitWords.Or(found, words.GetBits());
        else
            AddAll(selected?.GetIterator(), found);
    }

    /// <summary>Selects by the scorer of a query, among candidates where they are known.</summary>
    private SetEvaluator Other(LuceneQuery query) => new(Memory, Reader.MaxDoc, 0, (found, candidates) =>
    {
        var accepted = candidates.IsEmpty ? null : new FixedBitSet(candidates.ToArray(), Reader.MaxDoc);
        AddAll(searcher.CreateNormalizedWeight(query).GetScorer(segment, accepted ?? Reader.LiveDocs), found);
    });

    private void AddAll(DocIdSetIterator? articles, Span<long> found)
    {
        var looked = 0;
        while (articles?.NextDoc() is { } doc and not DocIdSetIterator.NO_MORE_DOCS)
        {
            BitWords.Set(found, doc);
            if (++looked % ArticlesBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <param name="Language">The only language whose articles are asked for; null for all.</param>
    /// <param name="Boost">Product of the boosts around a query.</param>
    private readonly record struct Surroundings(int? Language, float Boost)
    {
        /// <summary>Returns true for words of another language.</summary>
        /// <param name="words">Null for words that articles of all languages have.</param>
        public bool Excludes(int? words) => words is { } own && Language is { } language && own != language;

        public Surroundings Times(float boost) => this with { Boost = Boost * boost };
    }
}
