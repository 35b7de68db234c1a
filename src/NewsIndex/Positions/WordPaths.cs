using NewsIndex.Analysis;

namespace NewsIndex.Positions;

/// <summary>
/// Finds the tails that a word has in the index, each with its distance from the beginning in positions: see <see cref="LanguageMark"/>.
/// </summary>
internal delegate IEnumerable<(PositionPlan.Terms Tail, int Distance)> TailLookup(PositionPlan.Terms words);

/// <summary>
/// Enumerates the ways in which typed words may be written in a text. A word with hyphens is written in its parts, side by side, or as one
/// word; one without may be written with hyphens, and then covers more positions than it was typed with.
/// </summary>
internal sealed class WordPaths
{
    /// <summary>The number of ways that are tried: each word with hyphens doubles them.</summary>
    private const int MaxPaths = 64;

    private readonly Dictionary<int, List<(PositionPlan.Terms Words, int Places)>> byPosition;
    private readonly TailLookup tails;
    private readonly List<List<(PositionPlan.Terms Words, int Distance)>> found = [];
    private readonly int end;

    private WordPaths(IReadOnlyList<PhrasePart> words, TailLookup tails)
    {
        this.tails = tails;
        end = words.Max(word => word.Position + word.Places);
        byPosition = words.GroupBy(word => word.Position).ToDictionary(here => here.Key, here => here
            .GroupBy(word => (word.Places, word.Words.Field)).OrderBy(same => same.Key.Places)
            .Select(same => (Together([.. same.Select(word => word.Words)]), same.Key.Places)).ToList());
    }

    /// <param name="words">In the order of the typed text; at least one.</param>
    public static PositionPlan Of(IReadOnlyList<PhrasePart> words, int slop, TailLookup tails)
    {
        var paths = new WordPaths(words, tails);
        paths.Go(words[0].Position, 0, []);
        var plans = paths.found.Select(path => Plan(path, slop)).ToList();
        return plans.Count == 1 ? plans[0] : new PositionPlan.Any(plans) { IsOneWord = true };
    }

    /// <summary>Several spellings of a word are stems, which have no required form.</summary>
    private static PositionPlan.Terms Together(List<PositionPlan.Terms> same) => same.Count == 1
        ? same[0]
        : new PositionPlan.Terms(same[0].Field, [.. same.SelectMany(terms => terms.Words)]);

    /// <param name="position">In the typed text.</param>
    /// <param name="place">In the article.</param>
    private void Go(int position, int place, List<(PositionPlan.Terms Words, int Distance)> path)
    {
        if (found.Count >= MaxPaths)
            return;
        if (position >= end)
        {
            if (path.Count > 0)
                found.Add(path);
            return;
        }

        var here = byPosition.GetValueOrDefault(position, []);
        // A stop word keeps its position.
        if (here.TrueForAll(step => step.Places > 1))
            Go(position + 1, place + 1, path);
        foreach (var (words, places) in here)
        {
            Go(position + places, place + 1, [.. path, (words, place)]);
            foreach (var (tail, distance) in places == 1 ? tails(words) : [])
                Go(position + 1, place + 1 + distance, [.. path, (words, place), (tail, place + distance)]);
        }
    }

    private static PositionPlan Plan(List<(PositionPlan.Terms Words, int Distance)> path, int slop) => path is [var (only, _)]
        ? only
        : new PositionPlan.Sequence([.. path.Select(part => (part.Words, part.Distance - path[0].Distance))], slop);
}
