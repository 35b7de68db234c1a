using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>
/// Rescores the hits of a window by their words and embeddings. Where only the first hits are wanted, texts are read of those alone that
/// could be among them: of each hit it is known what phrases and typed forms could add at most.
/// </summary>
internal sealed class WindowRescoring(IIndexView view, WindowRescorer rescorer, Recency? recency, CancellationToken cancellation)
{
    /// <summary>Returns what is added to the scores of hits, before the recency boost, in their order.</summary>
    /// <param name="hits">All hits of the window, in the order of the first stage.</param>
    public async ValueTask<AddedScores[]> AddedAsync(RankedHit[] hits) => (await ReadAsync(hits, hits.Length)).Added;

    /// <summary>Returns hits with their new scores, in their order.</summary>
    /// <param name="hits">All hits of the window, in the order of the first stage.</param>
    /// <param name="first">
    /// How many hits have to be right: the first of the window, with their scores. Others may have a score that is too low.
    /// </param>
    public async ValueTask<RankedHit[]> RescoreAsync(RankedHit[] hits, int first)
    {
        var (window, added) = await ReadAsync(hits, first);
        var scored = new RankedHit[window.Length];
        for (var i = 0; i < scored.Length; i++)
            scored[i] = hits[i].WithScore(added[i].AddedTo(window[i]));
        return scored;
    }

    private async ValueTask<(WindowHit[] Window, AddedScores[] Added)> ReadAsync(RankedHit[] hits, int first)
    {
        var window = await view.ReadWindowAsync(hits, rescorer, recency, cancellation);
        var added = rescorer.Added(window);
        if (!rescorer.HasPhrases && !rescorer.HasTypedForms)
            return (window, added);
        var places = InOrderOfIndex(WindowRescorer.PlacesWithText(window), hits);
        if (rescorer.HasPhrases)
            await AddPhrasesAsync(hits, places, window, added, first);
        if (rescorer.HasTypedForms)
            await AddTypedFormsAsync(hits, places, window, added, first);
        return (window, added);
    }

    /// <summary>Engines read hits fastest in the order of their places in the index.</summary>
    private static int[] InOrderOfIndex(List<int> places, RankedHit[] hits)
    {
        var sorted = places.ToArray();
        Array.Sort(Array.ConvertAll(sorted, place => hits[place].Place), sorted);
        return sorted;
    }

    private async ValueTask AddPhrasesAsync(
        RankedHit[] hits, int[] places, WindowHit[] window, AddedScores[] added, int first)
    {
        var words = await view.FindWordsAsync(Of(places, hits), rescorer, WindowField.Positions, cancellation);
        var least = LeastOf(window, added, first);
        var (rising, inRuns) = (new List<int>(places.Length), new List<uint>(places.Length));
        for (var i = 0; i < places.Length; i++)
        {
            var limit = added[places[i]] with
            {
                Phrase = rescorer.PhraseLimitOf(window[places[i]], words[i]),
                TypedForm = rescorer.TypedFormLimitOf(window[places[i]]),
            };
            if (limit.Phrase <= 0 || limit.AddedTo(window[places[i]]) < least)
                continue;
            rising.Add(places[i]);
            inRuns.Add(PhraseCoverage.WordsOfRuns(words[i]));
        }

        var positions = await view.ReadPositionsAsync(Of([.. rising], hits), [.. inRuns], rescorer, cancellation);
        for (var i = 0; i < rising.Count; i++)
            added[rising[i]] = added[rising[i]] with { Phrase = rescorer.PhraseOf(window[rising[i]], positions[i]) };
    }

    private async ValueTask AddTypedFormsAsync(
        RankedHit[] hits, int[] places, WindowHit[] window, AddedScores[] added, int first)
    {
        var least = LeastOf(window, added, first);
        var rising = Array.FindAll(places, place =>
            (added[place] with { TypedForm = rescorer.TypedFormLimitOf(window[place]) }).AddedTo(window[place]) >= least);
        var words = await view.FindWordsAsync(Of(rising, hits), rescorer, WindowField.TypedForm, cancellation);
        for (var i = 0; i < rising.Length; i++)
            added[rising[i]] = added[rising[i]] with { TypedForm = rescorer.TypedFormOf(window[rising[i]], words[i]) };
    }

    private static RankedHit[] Of(int[] places, RankedHit[] hits) => Array.ConvertAll(places, place => hits[place]);

    /// <summary>
    /// Returns a score that as many hits have at least as are wanted, so that none below it is among them; negative when all are wanted.
    /// </summary>
    private static float LeastOf(WindowHit[] window, AddedScores[] added, int wanted)
    {
        if (wanted >= window.Length)
            return -1;
        var greatest = new GreatestScores(wanted);
        for (var i = 0; i < window.Length; i++)
            greatest.Add(added[i].AddedTo(window[i]));
        return greatest.Least;
    }
}
