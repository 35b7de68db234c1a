using CsCheck;
using NewsIndex.Lucene.Postings;

namespace NewsSearch.Tests.Lucene.Postings;

public sealed class PostingStepsTests
{
    /// <summary>Steps of one to some hundred documents, for lists of one to several blocks.</summary>
    private static readonly Gen<int[]> Documents = Gen.Select(
        Gen.Int[1, 300], Gen.Int[1, 600].SelectMany(count => Gen.Int[1, 100].Array[count]),
        (largest, steps) => steps.Select(step => Math.Min(step, largest)).Aggregate(
            new List<int> { 0 }, (docs, step) =>
            {
                docs.Add(docs[^1] + step);
                return docs;
            }).Skip(1).ToArray());

    [Fact]
    public void A_document_is_found_with_its_positions_where_the_list_has_it() =>
        Gen.Select(Documents, Gen.Double[0.001, 1]).Sample((docs, share) =>
        {
            var steps = new PostingSteps();
            var random = new Random(docs.Length);
            // The second list begins where the first was left.
            for (var list = 0; list < 2; list++)
            {
                steps.Open(new Listed(docs));
                for (var doc = 0; doc < docs[^1] + 3; doc++)
                {
                    if (random.NextDouble() > share)
                        continue;
                    var has = docs.AsSpan().BinarySearch(doc) >= 0;
                    Assert.Equal(has, steps.MoveTo(doc));
                    if (has && random.Next(2) == 0)
                        Assert.Equal(Listed.PositionsOf(doc), steps.Positions());
                }
            }
        },
        iter: 300);

    [Fact]
    public void A_document_is_found_again()
    {
        var steps = new PostingSteps();
        steps.Open(new Listed([3, 7]));
        Assert.True(steps.MoveTo(7));
        Assert.True(steps.MoveTo(7));
        Assert.Equal(Listed.PositionsOf(7), steps.Positions());
    }

    [Fact]
    public void Only_blocks_with_documents_that_are_asked_for_are_decoded()
    {
        var list = new Listed([.. Enumerable.Range(0, 100 * PostingList.BlockSize)]);
        var steps = new PostingSteps();
        steps.Open(list);
        foreach (var doc in (int[])[5, 90, 5_000, 5_001, 12_000])
            Assert.True(steps.MoveTo(doc));
        Assert.Equal(3, list.Decoded);
    }

    private sealed class Listed(int[] docs) : PostingList
    {
        public int Decoded { get; private set; }

        public override int Count => docs.Length;

        public static int[] PositionsOf(int doc) => [.. Enumerable.Range(1, 1 + (doc % 3)).Select(i => doc * i)];

        public override int LastDoc(int block) => docs[Math.Min((block + 1) * BlockSize, docs.Length) - 1];

        public override int MaxFreq(int block) => 3;

        public override int ReadDocs(int block, Span<int> docs)
        {
            Decoded++;
            var here = InBlock(block);
            here.CopyTo(docs);
            return here.Length;
        }

        public override int ReadFreqs(int block, Span<int> freqs)
        {
            var here = InBlock(block);
            for (var i = 0; i < here.Length; i++)
                freqs[i] = PositionsOf(here[i]).Length;
            return here.Length;
        }

        public override int ReadPositions(int block, int index, ReadOnlySpan<int> freqs, Span<int> positions)
        {
            PositionsOf(InBlock(block)[index]).CopyTo(positions);
            return freqs[index];
        }

        private ReadOnlySpan<int> InBlock(int block) =>
            docs.AsSpan(block * BlockSize, Math.Min(BlockSize, docs.Length - (block * BlockSize)));
    }
}
