using Lucene.Net.Index;
using NewsIndex.Analysis;
using NewsIndex.Entities;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Positions;
using NewsIndex.Positions;
using NewsIndex.Queries;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>State shared by the translations of one query for several language groups: each name and each text is looked up once.</summary>
internal sealed class QueryContext(IndexReader reader, QueryLimits limits, EntityCorrections corrections, CancellationToken cancellation)
{
    // Made on first use: most queries have no names and no patterns.
    private EntityLookup? lookup;
    private Dictionary<Query.Mentions, (IReadOnlyList<EntityTerm>, EntityReading)>? found;
    private TermExpansion? expansion;
    private TermBeginnings? stems;

    public IndexReader Reader => reader;

    public QueryLimits Limits => limits;

    public EntityCorrections Corrections => corrections;

    public CancellationToken Cancellation => cancellation;

    public PositionBudget Budget { get; } = new(limits.Positions);

    public TermExpansion Expansion => expansion ??= new TermExpansion(reader, cancellation);

    private EntityLookup Lookup => lookup ??= new EntityLookup(new IndexedNames(reader), corrections);

    /// <summary>The words that match a pattern of one word.</summary>
    /// <exception cref="QueryTooExpensiveException">More words match than the limit.</exception>
    public PositionPlan.Terms Expand(string pattern)
    {
        var words = Expansion.Expand(TextFields.Exact, new Query.Pattern(pattern), limits.PlacedTerms);
        return new PositionPlan.Terms(TextFields.Exact, new DictionaryWords(words)) { IsPattern = true };
    }

    /// <summary>The terms of mentions by a literal name.</summary>
    public IReadOnlyList<EntityTerm> FindLiteral(Query.Mentions mentions) => Lookup.FindLiteral(mentions.Name, mentions.Type);

    /// <summary>The terms of an entity's mentions, and how its name was read.</summary>
    public (IReadOnlyList<EntityTerm> Terms, EntityReading Reading) Find(Query.Mentions mentions)
    {
        found ??= [];
        if (!found.TryGetValue(mentions, out var known))
            found[mentions] = known = mentions.Match == NameMatch.Nearly
                ? Lookup.FindNearly(mentions.Name, mentions.Type)
                : Lookup.Find(mentions.Name, mentions.Type);
        return known;
    }

    /// <summary>Tails of hyphenated spellings that the index has for the words, with their distance from the first part.</summary>
    public IEnumerable<(PositionPlan.Terms Tail, int Distance)> TailsOf(PositionPlan.Terms words)
    {
        stems ??= new TermBeginnings(reader, TextFields.Stems);
        if (words.Field == TextFields.Stems && !words.Words.Any(word => stems.Any(LanguageMark.BeginningOfTails(word))))
            yield break;
        for (var distance = 1; distance < JoinedSpelling.MaxParts; distance++)
        {
            List<string> tails =
                [.. words.Words.Select(word => LanguageMark.Tail(word, distance))
                .Where(tail => IsIndexed(new Term(words.Field, tail)))];
            if (tails.Count > 0)
                yield return (PositionPlan.Terms.Of(words.Field, [.. tails]), distance);
        }
    }

    private bool IsIndexed(Term term)
    {
        // A pattern can stand for thousands of words.
        cancellation.ThrowIfCancellationRequested();
        return reader.DocFreq(term) > 0;
    }
}
