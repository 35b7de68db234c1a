namespace Evaluation.Quality;

/// <summary>Paired randomisation test of two systems on the same topics.</summary>
/// <remarks>
/// Smucker, Allan and Carterette, "A Comparison of Statistical Significance Tests for Information Retrieval Evaluation", 2007.
/// </remarks>
internal static class RandomisationTest
{
    private const int Rounds = 20_000;

    /// <summary>Returns the two-sided p of the mean difference: the share of random sign flips that give one at least as large.</summary>
    public static double P(IReadOnlyList<double> differences)
    {
        var random = new Random(1);
        var observed = Math.Abs(differences.Sum()) - 1e-12;
        var atLeast = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var sum = 0.0;
            foreach (var difference in differences)
                sum += random.Next(2) == 0 ? difference : -difference;
            atLeast += Math.Abs(sum) >= observed ? 1 : 0;
        }

        return (atLeast + 1.0) / (Rounds + 1);
    }
}
