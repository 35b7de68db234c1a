using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Guesses from some of the articles, the sample, a score that enough articles reach, so that most others need not be looked at. Where too
/// few reach it, all have to be looked at once more.
/// </summary>
internal sealed class SampledScores
{
    /// <summary>Fewer first hits are found about as fast without.</summary>
    public const int MinEnough = 64;

    /// <summary>Standard deviations by which the expected number is exceeded: one guess in some hundred is too high.</summary>
    private const int Margin = 3;

    private readonly HitOffers offers;
    private readonly GreatestScores greatest;
    private readonly List<(int Doc, float Score)> candidates = [];

    /// <summary>The least score that was known before.</summary>
    private readonly float known;

    /// <param name="enough">How many articles have to reach the score.</param>
    /// <param name="share">The share of the articles that are in the sample.</param>
    public SampledScores(HitOffers offers, int enough, double share)
    {
        (this.offers, known) = (offers, offers.Floor);
        greatest = new GreatestScores((int)Math.Ceiling((enough * share) + (Margin * Math.Sqrt(enough * share)) + 1));
    }

    /// <summary>Adds an article of the sample in place of offering it.</summary>
    public void Add(int doc, float score)
    {
        if (score < offers.Least || !offers.Allows(doc))
            return;
        candidates.Add((doc, score));
        greatest.Add(score);
        // What is less than this is less than the guess.
        offers.RaiseTo(greatest.Least);
    }

    /// <summary>Ends the sample, and offers the articles of it that reach the guess.</summary>
    public void OfferCandidates()
    {
        foreach (var (doc, score) in candidates)
            offers.Offer(doc, score);
    }

    /// <summary>
    /// Returns false if the guess was too high: then all articles are to be offered again, those of the sample too; those that reached the
    /// guess are not taken twice.
    /// </summary>
    public bool Holds()
    {
        var guess = greatest.Least;
        if (guess <= known || offers.HasEnoughWith(guess))
            return true;
        offers.LowerTo(known, guess);
        return false;
    }
}
