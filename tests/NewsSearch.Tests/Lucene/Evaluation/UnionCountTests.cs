using CsCheck;
using NewsIndex.Lucene.Evaluation;
using NewsIndex.Lucene.Postings;

namespace NewsSearch.Tests.Lucene.Evaluation;

/// <summary>Articles with a frequent or a rare word are counted as their union.</summary>
public sealed class UnionCountTests
{
    private const int Documents = 30_000;

    private static readonly Gen<int[]> Frequent = DocsOf(PostingProfile.MinCount + 300, PostingProfile.MinCount + 900);
    private static readonly Gen<int[]> Rare = DocsOf(1, 700);

    [Fact]
    public void The_union_of_a_frequent_and_a_rare_word_is_counted_in_either_order() =>
        Gen.Select(Frequent, Rare, Gen.Bool).Sample(
            (frequent, rare, isFrequentFirst) =>
            {
                using var one = Word(isFrequentFirst ? frequent : rare);
                using var other = Word(isFrequentFirst ? rare : frequent);
                Assert.Equal(frequent.Union(rare).Count(), UnionCount.Of([one, other]));
            },
            iter: 100, threads: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Only_one_frequent_and_one_rare_word_are_counted(int words)
    {
        var rare = Enumerable.Range(0, words).Select(_ => Word([3, 5])).ToArray();
        Assert.Null(UnionCount.Of(rare));
        foreach (var word in rare)
            word.Dispose();
    }

    private static Gen<int[]> DocsOf(int least, int most) =>
        Gen.Int[0, Documents - 1].Array[least + (least / 8), most + (most / 8)].Select(docs => docs.Distinct().Order().ToArray());

    private static TermEvaluator Word(int[] docs) => new(
        new ListedPostings(docs), docs.Length < PostingProfile.MinCount ? null : new PostingProfile(Documents, _ => { }),
        () => throw new InvalidOperationException("a count needs no scores"), CancellationToken.None);

    private sealed class ListedPostings(int[] documents) : PostingList
    {
        public override int Count => documents.Length;

        public override int LastDoc(int block) => documents[Math.Min((block + 1) * BlockSize, documents.Length) - 1];

        public override int MaxFreq(int block) => 1;

        public override int ReadDocs(int block, Span<int> docs)
        {
            var of = documents.AsSpan(block * BlockSize, Math.Min(BlockSize, documents.Length - (block * BlockSize)));
            of.CopyTo(docs);
            return of.Length;
        }

        public override int ReadFreqs(int block, Span<int> freqs) => throw new NotSupportedException();

        public override int ReadPositions(int block, int index, ReadOnlySpan<int> freqs, Span<int> positions) =>
            throw new NotSupportedException();

        public override void ReadPositions(int block, int index, int before, Span<int> positions) => throw new NotSupportedException();
    }
}
