using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Finds the parts of a query that its scores depend on.</summary>
internal static class ScoringParts
{
    /// <summary>Returns the part with the scores of the whole query, where all others only select; otherwise the query.</summary>
    public static Evaluator LeadTo(Evaluator evaluator) => evaluator switch
    {
        ExceptEvaluator except => LeadTo(except.Wanted),
        AllEvaluator { Scoring: [var only] } => LeadTo(only),
        _ => evaluator,
    };

    /// <summary>Returns the words of which a hit has any, each with a score above 0 wherever it matches; null for other queries.</summary>
    public static TermEvaluator[]? AnyWordsOf(Evaluator scored) => scored is AnyEvaluator any ? WordsOf(any.Parts) : null;

    /// <summary>Returns the words of which a hit has all, each with a score above 0 wherever it matches; null for other queries.</summary>
    public static TermEvaluator[]? AllWordsOf(Evaluator scored) => scored is AllEvaluator all ? WordsOf(all.Scoring) : null;

    private static TermEvaluator[]? WordsOf(ReadOnlySpan<Evaluator> parts)
    {
        if (parts.IsEmpty)
            return null;
        var words = new TermEvaluator[parts.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (parts[i] is not TermEvaluator { Scoring: { IsOfOneLanguage: true, ScoresEachMatch: true } } word)
                return null;
            words[i] = word;
        }

        return words;
    }
}
