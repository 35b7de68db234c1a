using CsCheck;
using NewsIndex.Evaluation;

namespace NewsSearch.Tests.Evaluation;

/// <summary>What is kept of frequent words, against plain lists.</summary>
public sealed class FrequentWordTests
{
    private const int MaxDoc = 700;

    private static readonly Gen<(int Doc, int Freq)[]> Postings =
        Gen.Select(Gen.Int[0, MaxDoc - 1], Gen.Frequency((99, Gen.Int[1, 9]), (1, Gen.Int[250, 300]))).Array[0, 900]
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
            Assert.Equal(expected.GetValueOrDefault(doc), freqs.NumberOf(doc) is var number and >= 0 ? freqs.At(number) : 0);
        for (var number = 0; number < postings.Length; number++)
        {
            int[] before = [.. postings[(number / 128 * 128)..number].Select(each => each.Freq)];
            Assert.Equal(before.Any(freq => freq >= SetFrequencies.Many) ? -1 : before.Sum(), freqs.SumBefore(number));
        }
    });
}
