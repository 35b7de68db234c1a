using CsCheck;
using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("storm", "storm", 0)]
    [InlineData("storm", "strom", 1)]
    [InlineData("storm", "stom", 1)]
    [InlineData("storm", "stormy", 1)]
    [InlineData("storm", "stork", 1)]
    [InlineData("gaddafi", "kadafi", 2)]
    [InlineData("", "ab", 2)]
    public void Counts_insertions_deletions_substitutions_and_transpositions(string a, string b, int distance)
    {
        Assert.True(EditDistance.IsWithin(a, b, distance));
        Assert.False(distance > 0 && EditDistance.IsWithin(a, b, distance - 1));
    }

    [Fact]
    public void Agrees_with_the_full_table_of_optimal_string_alignment()
    {
        var word = Gen.Char["abc"].Array[0, 7].Select(letters => new string(letters));
        Gen.Select(word, word, Gen.Int[0, 3]).Sample((a, b, most) => EditDistance.IsWithin(a, b, most) == (Table(a, b) <= most));
    }

    private static int Table(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
                table[i, j] = i == 0 || j == 0 ? i + j : Cell(table, a, b, i, j);
        }

        return table[a.Length, b.Length];
    }

    private static int Cell(int[,] table, string a, string b, int i, int j)
    {
        var cost = a[i - 1] == b[j - 1] ? 0 : 1;
        var least = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + cost);
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(least, table[i - 2, j - 2] + 1) : least;
    }
}
