using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Words that are looked up in the articles of another word, as far as these can still be among the first.</summary>
internal sealed class LookedUpWords
{
    private readonly TermEvaluator[] words;
    private readonly HitOffers offers;

    /// <summary>By word; null for one without.</summary>
    private readonly byte[]?[] peaks;
    private readonly float[] units;

    public LookedUpWords(TermEvaluator[] words, HitOffers offers)
    {
        (this.words, this.offers) = (words, offers);
        (peaks, units) = (new byte[]?[words.Length], new float[words.Length]);
        for (var i = 0; i < words.Length; i++)
        {
            var scoring = words[i].Scoring;
            (peaks[i], units[i]) = (scoring.Bounds?.Peaks, scoring.PeakScore);
            Max += scoring.MaxScore;
        }
    }

    /// <summary>No less than what the words add to any score.</summary>
    public double Max { get; }

    /// <summary>
    /// Adds the scores of the words to that of another while the article can be among the first; sums are exact in any order.
    /// </summary>
    /// <returns>False for an article that cannot.</returns>
    public bool TryAdd(int doc, float score, out float sum)
    {
        sum = 0;
        if (!offers.CanReach(score + MostIn(doc)))
            return false;
        var (known, left) = ((double)score, Max);
        foreach (var word in words)
        {
            if (!offers.CanReach(known + left))
                return false;
            known += word.ScoreOf(doc);
            left -= word.Scoring.MaxScore;
        }

        sum = (float)known;
        return offers.CanReach(known);
    }

    /// <summary>Returns no less than what the words add to the score of an article.</summary>
    private double MostIn(int doc)
    {
        var most = 0.0;
        for (var i = 0; i < words.Length; i++)
            most += peaks[i] is { } known ? known[doc / BitWords.Size] * units[i] : words[i].Scoring.MaxScore;
        return most;
    }
}
