using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Index;
using Lucene.Net.Store;
using NewsIndex.Lucene.Caching;
using NewsIndex.Lucene.Codec;
using NewsIndex.Lucene.Postings;
using NewsIndex.Lucene.Storage;

namespace NewsSearch.Tests.Lucene.Codec;

/// <summary>Our format gives what Lucene's gives, for random indexes.</summary>
public sealed class BlockPostingsFormatTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 127)]
    [InlineData(4, 128)]
    [InlineData(5, 129)]
    [InlineData(6, 256)]
    [InlineData(7, 300)]
    [InlineData(8, 700)]
    [InlineData(9, 1500)]
    public void What_is_read_is_what_Lucene_reads(int seed, int documents)
    {
        using var theirs = new RAMDirectory();
        GeneratedIndex.Write(theirs, new Lucene46Codec(), seed, documents);
        using (var written = IndexFiles.Open(folder.Path))
            GeneratedIndex.Write(written, new NewsCodec(), seed, documents);

        using var expected = IndexFiles.OpenReader(theirs);
        // A cache of two blocks: what is used while others are read must stay as it was.
        using var cached = IndexFiles.OpenForSearch(folder.Path, new BlockCache(2 * BlockCache.BlockSize));
        using var uncached = IndexFiles.Open(folder.Path);
        foreach (var directory in (global::Lucene.Net.Store.Directory[])[cached, uncached])
        {
            using var actual = IndexFiles.OpenReader(directory);
            SameIndex.Check(expected, actual, seed);
            CheckLists(expected, actual);
        }

        Assert.True(new CheckIndex(uncached).DoCheckIndex().Clean);
    }

    /// <summary>Blocks of postings read from our format are those decoded from Lucene's.</summary>
    private static void CheckLists(DirectoryReader expected, DirectoryReader actual)
    {
        foreach (var (one, other) in expected.Leaves.Zip(actual.Leaves, (a, b) => (a.AtomicReader, b.AtomicReader)))
        {
            foreach (var field in one.Fields)
            {
                var terms = one.GetTerms(field).GetEnumerator();
                while (terms.MoveNext())
                {
                    var term = new Term(field, global::Lucene.Net.Util.BytesRef.DeepCopyOf(terms.Term));
                    Check(PostingList.Find(one, term)!, PostingList.Find(other, term)!, one.GetTerms(field).HasPositions);
                }

                Assert.Null(PostingList.Find(other, new Term(field, "no such term")));
            }
        }
    }

    private static void Check(PostingList expected, PostingList actual, bool hasPositions)
    {
        Assert.IsType<BlockPostings>(actual);
        Assert.Equal(expected.Count, actual.Count);
        var (docs, freqs, places) = (new int[PostingList.BlockSize], new int[PostingList.BlockSize], new int[5000]);
        var (otherDocs, otherFreqs, otherPlaces) = (new int[PostingList.BlockSize], new int[PostingList.BlockSize], new int[5000]);
        for (var block = expected.Blocks - 1; block >= 0; block--)
        {
            Assert.Equal(expected.LastDoc(block), actual.LastDoc(block));
            var count = expected.Read(block, docs, freqs);
            Assert.Equal(count, actual.Read(block, otherDocs, otherFreqs));
            Assert.Equal(docs.AsSpan(0, count), otherDocs.AsSpan(0, count));
            Assert.Equal(freqs.AsSpan(0, count), otherFreqs.AsSpan(0, count));
            Assert.Equal(expected.MaxFreq(block), actual.MaxFreq(block));
            Assert.Equal(expected.LastDoc(block), actual.LastDoc(block));
            for (var i = count - 1; i >= 0 && hasPositions; i -= 3)
            {
                var read = expected.ReadPositions(block, i, freqs, places);
                Assert.Equal(read, actual.ReadPositions(block, i, otherFreqs, otherPlaces));
                Assert.Equal(places.AsSpan(0, read), otherPlaces.AsSpan(0, read));
                // Both ways in turn, since they share memory.
                actual.ReadPositions(block, i, otherFreqs.AsSpan(0, i).ToArray().Sum(), otherPlaces.AsSpan(5000 - read));
                Assert.Equal(places.AsSpan(0, read), otherPlaces.AsSpan(5000 - read));
            }
        }
    }
}
