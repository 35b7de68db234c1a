using System.Text.RegularExpressions;

namespace Evaluation.Copies;

/// <summary>Which texts resemble each other, by comparing all of them: the truth that the product's shortcut is measured by.</summary>
internal static partial class AllPairs
{
    private const int Size = 5;

    /// <returns>
    /// Pairs of places in the list, the smaller first, whose runs of five words have a Jaccard index of the threshold or more.
    /// </returns>
    public static HashSet<(int, int)> Find(IReadOnlyList<string> texts, double threshold)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = texts.Select(text => Runs(text, numbers)).ToList();
        var pairs = new HashSet<(int, int)>();
        var gate = new object();
        Parallel.For(0, sets.Count, i =>
        {
            for (var j = i + 1; j < sets.Count; j++)
            {
                if (Resemble(sets[i], sets[j], threshold))
                {
                    lock (gate)
                        pairs.Add((i, j));
                }
            }
        });
        return pairs;
    }

    private static bool Resemble(int[] one, int[] other, double threshold)
    {
        // Sets of too different a size cannot reach the threshold.
        if (Math.Min(one.Length, other.Length) < threshold * Math.Max(one.Length, other.Length))
            return false;
        int i = 0, j = 0, both = 0;
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
                (i, j, both) = (i + 1, j + 1, both + 1);
            else if (one[i] < other[j])
                i++;
            else
                j++;
        }

        var all = one.Length + other.Length - both;
        return all > 0 && both >= threshold * all;
    }

    private static int[] Runs(string text, Dictionary<string, int> numbers)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToArray();
        var runs = new SortedSet<int>();
        for (var i = 0; i <= words.Length - Size; i++)
        {
            var run = string.Join(' ', words.Skip(i).Take(Size));
            if (!numbers.TryGetValue(run, out var number))
                numbers[run] = number = numbers.Count;
            runs.Add(number);
        }

        return [.. runs];
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
