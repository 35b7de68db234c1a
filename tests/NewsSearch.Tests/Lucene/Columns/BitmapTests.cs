using CsCheck;
using Lucene.Net.Search;
using NewsIndex.Lucene.Columns;

namespace NewsSearch.Tests.Lucene.Columns;

/// <summary>Bitmaps against a look at every document.</summary>
public sealed class BitmapTests
{
    /// <summary>Few values, so that ranges begin and end at some; lengths around a multiple of a word and of a vector.</summary>
    private static readonly Gen<(int[] First, int[] Last, int From, int To)> AnyRange =
        from length in Gen.OneOf(Gen.Int[1, 20], Gen.Int[60, 70], Gen.Int[120, 300])
        from first in Gen.OneOf(Gen.Int[0, 9], Gen.Const(int.MinValue)).Array[length]
        from longer in Gen.Int[0, 3].Array[length]
        from bounds in Gen.Select(Gen.Int[-2, 11], Gen.Int[-2, 11])
        select (first, first.Zip(longer, (day, more) => day == int.MinValue ? day : day + more).ToArray(), bounds.Item1, bounds.Item2);

    [Fact]
    public void A_range_of_ints_selects_what_lies_in_it() => AnyRange.Sample(range =>
        AssertSame(
            Enumerable.Range(0, range.First.Length).Where(doc => range.First[doc] >= range.From && range.Last[doc] <= range.To),
            Bitmap.Within(range.First, range.From, range.Last, range.To)));

    [Fact]
    public void A_range_of_longs_selects_what_lies_in_it() => AnyRange.Sample(range =>
    {
        var (first, last) = (Array.ConvertAll(range.First, each => (long)each), Array.ConvertAll(range.Last, each => (long)each));
        AssertSame(
            Enumerable.Range(0, first.Length).Where(doc => first[doc] >= range.From && last[doc] <= range.To),
            Bitmap.Within(first, range.From, last, range.To));
    });

    [Fact]
    public void Both_of_two_sets_are_those_of_each() => AnyRange.Sample(range =>
    {
        var (first, last) = (range.First, range.Last);
        AssertSame(
            Enumerable.Range(0, first.Length).Where(doc => first[doc] >= range.From && last[doc] <= range.To),
            Bitmap.Within(first, range.From, first, int.MaxValue).And(Bitmap.Within(last, int.MinValue, last, range.To)));
    });

    private static void AssertSame(IEnumerable<int> expected, Bitmap bitmap)
    {
        var docs = new List<int>();
        var iterator = bitmap.Bits.GetIterator();
        for (var doc = iterator.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = iterator.NextDoc())
            docs.Add(doc);
        Assert.Equal(expected, docs);
        Assert.Equal(docs.Count, bitmap.Count);
    }
}
