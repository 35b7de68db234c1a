namespace Evaluation.Entities;

/// <summary>
/// How well mentions are put together, by Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing", 1998: for each mention, the share
/// of those put with it that belong there, and of those that belong there the share put with it.
/// </summary>
internal static class BCubed
{
    /// <returns>The harmonic mean of precision and recall, 0 to 1.</returns>
    public static double F1(IReadOnlyCollection<(string Truth, string Given)> mentions)
    {
        var truths = mentions.GroupBy(mention => mention.Truth).ToDictionary(group => group.Key, group => group.Count());
        var givens = mentions.GroupBy(mention => mention.Given).ToDictionary(group => group.Key, group => group.Count());
        double precision = 0, recall = 0;
        foreach (var both in mentions.GroupBy(mention => mention))
        {
            var count = (double)both.Count();
            precision += count * count / givens[both.Key.Given];
            recall += count * count / truths[both.Key.Truth];
        }

        return 2 * precision * recall / (precision + recall) / mentions.Count;
    }
}
