using CsCheck;
using NewsIndex.Evaluation;

namespace NewsSearch.Tests.Evaluation;

/// <summary>What is kept of frequent words, against plain lists.</summary>
public sealed class FrequentWordTests
{
    private const int MaxDoc = 700;

    private static readonly Gen<(int Doc, int Freq, float Factor)[]> Postings =
        Gen.Select(Gen.Int[0, MaxDoc - 1], Gen.Frequency((5, Gen.Int[1, 9]), (1, Gen.Int[250, 300])), Gen.Float[0, 1]).Array[0, 400]
            .Select(all => all.DistinctBy(each => each.Item1).OrderBy(each => each.Item1).ToArray());

    [Fact]
    public void Frequencies_are_those_of_the_documents() => Postings.Sample(postings =>
    {
        var set = new long[BitWords.LengthFor(MaxDoc)];
        BitWords.Set(set, [.. postings.Select(each => each.Doc)]);
        var freqs = new SetFrequencies(set);
        for (var i = 0; i < postings.Length; i += 128)
            freqs.Put(i, [.. postings.Skip(i).Take(128).Select(each => each.Freq)]);
        var expected = postings.ToDictionary(each => each.Doc, each => Math.Min(each.Freq, SetFrequencies.Many));
        for (var doc = 0; doc < MaxDoc; doc++)
            Assert.Equal(expected.GetValueOrDefault(doc), freqs.Of(doc));
    });

    [Fact]
    public void Levels_have_the_greatest_factors_and_bound_all_others() => Postings.Sample(postings =>
    {
        var levels = new FactorLevels(MaxDoc);
        float[] factors = [.. postings.Select(each => each.Factor)];
        levels.Tally(factors);
        levels.Divide();
        levels.Add([.. postings.Select(each => each.Doc)], factors);
        for (var level = 0; level < FactorLevels.Levels; level++)
        {
            var set = levels.SetOf(level);
            var outside = postings.Where(each => !BitWords.Contains(set, each.Doc)).Select(each => each.Factor).DefaultIfEmpty().Max();
            Assert.Equal(outside, levels.Outside(level));
            Assert.True(BitWords.Count(set) <= postings.Length >> (1 + (2 * (level + 1))));
            Assert.All(postings.Where(each => BitWords.Contains(set, each.Doc)), each => Assert.True(each.Factor >= outside));
        }
    });
}
