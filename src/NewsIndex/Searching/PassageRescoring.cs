using NewsIndex.Embeddings;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>Rescores the first hits by their nearest passages, after all other parts: see <see cref="PassageScores"/>.</summary>
internal sealed class PassageRescoring
{
    private readonly IIndexView view;
    private readonly EmbeddingDirection query;
    private readonly float weight;
    private readonly Recency? recency;
    private readonly CancellationToken cancellation;

    private PassageRescoring(
        IIndexView view, EmbeddingDirection query, float weight, Recency? recency, CancellationToken cancellation) =>
        (this.view, this.query, this.weight, this.recency, this.cancellation) = (view, query, weight, recency, cancellation);

    /// <summary>Creates the stage; null when it would change no score, as in an index without embeddings of passages.</summary>
    /// <param name="vectors">Null when the program that uses the library has no encoder.</param>
    /// <exception cref="IndexUnavailableException">The passages of the index were encoded by another encoder.</exception>
    public static PassageRescoring? Of(
        IIndexView view, RankingOptions options, QueryVectors? vectors, QueryPlan plan, CancellationToken cancellation)
    {
        if (vectors is null || view.Passages == PassageEncoder.None || plan.Order != HitOrder.Relevance
            || options.PassageEmbeddingWeight <= 0 || options.RescoringWindow == 0
            || PassageScores.TextOf(ScoringWords.Of(plan.Query)) is not { } text)
            return null;
        if (view.Passages != vectors.Identity)
        {
            throw new IndexUnavailableException(
                $"the passages of the index were encoded by \"{view.Passages}\", and queries would be by \"{vectors.Identity}\": "
                + "set PassageEmbeddingWeight to 0 to search without them, or index the archive again into an empty folder");
        }

        return vectors.Of(text) is { } query
            ? new PassageRescoring(view, query, options.PassageEmbeddingWeight, plan.Recency, cancellation)
            : null;
    }

    /// <summary>Returns hits with their new scores, each not less than before, in their order.</summary>
    /// <param name="window">All hits of the window.</param>
    public async ValueTask<RankedHit[]> RescoreAsync(IReadOnlyList<RankedHit> window)
    {
        var (read, added) = await AddedAsync(window);
        return [.. window.Select((hit, i) => hit.WithScore(hit.Score + (added[i] * read[i].AgeWeight)))];
    }

    /// <summary>Returns what is added to the score of a hit of the window, before the recency boost.</summary>
    /// <param name="window">All hits of the window, with their scores before this stage.</param>
    /// <param name="place">Place of the hit in the window.</param>
    public async ValueTask<float> AddedToAsync(IReadOnlyList<RankedHit> window, int place) => (await AddedAsync(window)).Added[place];

    private async ValueTask<(PassageHit[] Read, float[] Added)> AddedAsync(IReadOnlyList<RankedHit> window)
    {
        var read = await view.ReadPassagesAsync(window, query, recency, cancellation);
        float[] scores = [.. window.Select((hit, i) => hit.Score / read[i].AgeWeight)];
        return (read, PassageScores.Added(scores, Array.ConvertAll(read, hit => hit.Cosine), weight));
    }
}
