using NewsIndex.Lucene.Columns;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Scores of a term that articles of several languages have, such as a mention.</summary>
/// <param name="curveOf">Returns the curve of a language number.</param>
/// <param name="lengths">By document; null for fields without lengths.</param>
internal sealed class CurvesByLanguage(LanguageColumn languages, Func<int, Bm25Curve> curveOf, float[]? lengths) : TermScores
{
    private readonly Dictionary<int, Bm25Curve> known = [];

    /// <summary>The language that was asked for last, of most articles, and its curve.</summary>
    private int language = -1;
    private Bm25Curve curve;

    public override float MaxScore => float.PositiveInfinity;

    public override bool IsOfOneLanguage => false;

    public override bool ScoresEachMatch => false;

    public override float Of(int doc, int freq)
    {
        if (languages[doc] is var own && own != language)
            Use(own);
        return lengths is null ? curve.ScoreWithoutLength(freq) : curve.Score(freq, lengths[doc]);
    }

    public override void Of(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        for (var i = 0; i < docs.Length; i++)
            scores[i] = Of(docs[i], freqs[i]);
    }

    private void Use(int number)
    {
        if (!known.TryGetValue(number, out curve))
            known[number] = curve = curveOf(number);
        language = number;
    }
}
