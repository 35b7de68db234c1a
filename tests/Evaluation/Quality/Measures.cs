namespace Evaluation.Quality;

/// <summary>How good one ranking is, each from 0 to 1, as trec_eval computes them.</summary>
internal readonly record struct Measures(double AveragePrecision, double Ndcg10, double Precision10, double ReciprocalRank)
{
    /// <param name="ranking">Article ids, best first.</param>
    public static Measures Of(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var relevant = grades.Values.Count(grade => grade > 0);
        if (relevant == 0)
            return default;

        double precisions = 0, gain = 0, reciprocal = 0;
        int found = 0, foundIn10 = 0;
        for (var rank = 1; rank <= ranking.Count; rank++)
        {
            var grade = grades.GetValueOrDefault(ranking[rank - 1]);
            if (grade <= 0)
                continue;
            found++;
            precisions += (double)found / rank;
            if (found == 1)
                reciprocal = 1.0 / rank;
            if (rank > 10)
                continue;
            foundIn10++;
            gain += grade / Math.Log2(rank + 1);
        }

        var ideal = grades.Values.Where(grade => grade > 0).OrderDescending().Take(10).Select((grade, i) => grade / Math.Log2(i + 2)).Sum();
        return new Measures(precisions / relevant, gain / ideal, foundIn10 / 10.0, reciprocal);
    }

    public static Measures Mean(IReadOnlyCollection<Measures> all) => new(
        all.Average(one => one.AveragePrecision), all
            .Average(one => one.Ndcg10), all
            .Average(one => one.Precision10), all
            .Average(one => one.ReciprocalRank));
}
