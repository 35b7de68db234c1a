using CsCheck;
using NewsIndex.Evaluation;

namespace NewsSearch.Tests.Evaluation;

public sealed class BitWordsTests
{
    private const int Words = 5;

    private static readonly Gen<long[]> Sets = Gen.OneOf(
        Gen.Const(0L), Gen.Const(-1L), Gen.Const(long.MinValue), Gen.Long, Gen.Select(Gen.Long, Gen.Long, (one, other) => one & other))
        .Array[0, Words];

    [Fact]
    public void A_list_has_the_documents_of_the_set_in_order() => Sets.Sample(set =>
    {
        const int First = 128;
        var docs = new int[BitWords.ListLengthFor(set.Length)];
        var count = BitWords.List(set, First, docs);
        var expected = Enumerable.Range(0, set.Length * BitWords.Size).Where(doc => BitWords.Contains(set, doc)).Select(doc => First + doc);
        Assert.Equal(expected, docs[..count]);
    });
}
