using CsCheck;
using NewsIndex.NearDuplicates;

namespace NewsSearch.Tests.NearDuplicates;

public sealed class PackedIdsTests
{
    [Fact]
    public void Ids_are_those_that_were_added() => Gen.String[Gen.Char['a', '\u0950'], 0, 512].Array[0, 400].Sample(
        some =>
        {
            var ids = new PackedIds();
            // More than a page of them.
            var added = Enumerable.Repeat(some, 1 + (2_000 / Math.Max(1, some.Length))).SelectMany(each => each).ToList();
            added.ForEach(ids.Add);
            Assert.Equal(added.Count, ids.Count);
            Assert.Equal(added, Enumerable.Range(0, ids.Count).Select(number => ids[number]));
        },
        iter: 200);
}
