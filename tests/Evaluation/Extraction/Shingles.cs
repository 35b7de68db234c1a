using System.Text.RegularExpressions;

namespace Evaluation.Extraction;

/// <summary>How much two texts share: runs of four words, counted as often as they occur.</summary>
/// <remarks>As scored by the article-extraction benchmark of Scrapinghub (2020), evaluate.py.</remarks>
internal static partial class Shingles
{
    private const int Size = 4;

    /// <returns>The part of what was extracted that belongs to the body, and the part of the body that was extracted.</returns>
    public static (double? Precision, double? Recall) Compare(string truth, string extracted)
    {
        var expected = CountsOf(truth);
        var found = CountsOf(extracted);
        var both = found.Sum(pair => Math.Min(pair.Value, expected.GetValueOrDefault(pair.Key)));
        int all = found.Values.Sum(), wanted = expected.Values.Sum();
        return (all == 0 ? null : (double)both / all, wanted == 0 ? null : (double)both / wanted);
    }

    private static Dictionary<string, int> CountsOf(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToArray();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(1, words.Length - Size + 1); i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(Size));
            if (shingle.Length > 0)
                counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
