using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Lucene.Caching;
using NewsIndex.Lucene.Codec;
using NewsIndex.Lucene.Postings;
using NewsIndex.Lucene.Storage;
using IOException = System.IO.IOException;

namespace NewsSearch.Tests.Lucene.Codec;

/// <summary>
/// Damage in each kind of file of the format: found by verification, and an error or a wrong answer to a search, never a crash.
/// </summary>
public sealed class DamagedIndexTests : IDisposable
{
    private static readonly string[] Extensions = ["nwi", "nwt", "nwd", "nwp", "nwx"];

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Kinds => [.. Extensions];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_changed_byte_is_found(string kind)
    {
        var (path, good) = Write(documents: 5, kind);
        for (var i = 0; i < good.Length; i++)
        {
            var damaged = good.ToArray();
            damaged[i] ^= (byte)(1 << (i % 8));
            File.WriteAllBytes(path, damaged);
            Assert.False(IsClean(), $"byte {i} of {good.Length}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Changed_bytes_of_large_files_are_found(string kind)
    {
        var (path, good) = Write(documents: 1000, kind);
        var random = new Random(kind[2]);
        for (var i = 0; i < 40; i++)
        {
            var damaged = good.ToArray();
            var at = random.Next(good.Length);
            damaged[at] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(path, damaged);
            Assert.False(IsClean(), $"byte {at} of {good.Length}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_that_is_cut_or_longer_is_found(string kind)
    {
        var (path, good) = Write(documents: 50, kind);
        foreach (var length in (int[])[0, 1, 10, good.Length / 2, good.Length - 16, good.Length - 1])
        {
            File.WriteAllBytes(path, good[..length]);
            Assert.False(IsClean(), $"{length} of {good.Length} bytes");
        }

        File.WriteAllBytes(path, [.. good, 0]);
        Assert.False(IsClean(), "a byte more");
    }

    /// <summary>Reads all there is, with the file as a search reads it: wrong values are allowed, other failures are not.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_search_of_a_damaged_index_ends_or_fails_as_one_of_an_index_that_cannot_be_read(string kind)
    {
        var (path, good) = Write(documents: 200, kind);
        var random = new Random(kind[2]);
        var failures = 0;
        for (var i = 0; i < 100; i++)
        {
            var damaged = good.ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                damaged[random.Next(good.Length - 16)] = (byte)random.Next(256);
            File.WriteAllBytes(path, damaged);
            try
            {
                ReadAll();
            }
            catch (IOException)
            {
                failures++;
            }
        }

        // Any bits are positions.
        Assert.True(failures > 0 || kind == "nwp");
    }

    [Fact]
    public async Task Verification_finds_a_changed_byte_in_each_kind_of_file()
    {
        var options = new NewsIndexOptions { Directory = folder.Path };
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
        {
            var articles = Enumerable.Range(0, 300).Select(i => new Article { Id = $"a{i}", Body = $"Ships left the Port {i}." });
            await writer.WriteAsync([.. articles], CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        NewsIndexServices.Merge(options);
        Assert.Empty(NewsIndexServices.Verify(options));
        foreach (var kind in Extensions)
        {
            var path = Assert.Single(System.IO.Directory.GetFiles(folder.Path, "*." + kind));
            var good = File.ReadAllBytes(path);
            foreach (var at in (int[])[0, 9, good.Length / 2, good.Length - 20, good.Length - 1])
            {
                var damaged = good.ToArray();
                damaged[at] ^= 0x10;
                File.WriteAllBytes(path, damaged);
                Assert.True(NewsIndexServices.Verify(options).Count > 0, $"byte {at} of {kind}");
            }

            File.WriteAllBytes(path, good);
        }
    }

    private (string Path, byte[] Bytes) Write(int documents, string kind)
    {
        using (var directory = IndexFiles.Open(folder.Path))
        {
            GeneratedIndex.Write(directory, new NewsCodec(), documents, documents);
            var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
            {
                Codec = new NewsCodec(),
                MergePolicy = new LogDocMergePolicy { NoCFSRatio = 0 },
            };
            using var writer = new IndexWriter(directory, config);
            writer.ForceMerge(1);
        }

        var path = Assert.Single(System.IO.Directory.GetFiles(folder.Path, "*." + kind));
        Assert.True(IsClean());
        return (path, File.ReadAllBytes(path));
    }

    private bool IsClean()
    {
        using var directory = IndexFiles.Open(folder.Path);
        return new CheckIndex(directory).DoCheckIndex().Clean;
    }

    private void ReadAll()
    {
        using var directory = IndexFiles.OpenForSearch(folder.Path, new BlockCache(1 << 20));
        using var reader = IndexFiles.OpenReader(directory);
        var segment = Assert.Single(reader.Leaves).AtomicReader;
        foreach (var field in segment.Fields)
        {
            var terms = segment.GetTerms(field).GetEnumerator();
            while (terms.MoveNext())
                ReadTerm(segment, field, terms);
        }
    }

    private static void ReadTerm(AtomicReader segment, string field, TermsEnum terms)
    {
        var docs = terms.Docs(null, null);
        while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            Assert.InRange(docs.DocID, 0, segment.MaxDoc - 1);
            Assert.InRange(docs.Freq, 1, int.MaxValue);
        }

        terms.Docs(null, docs).Advance(segment.MaxDoc / 2);
        if (terms.DocsAndPositions(null, null) is { } places)
            ReadPlaces(places);
        if (PostingList.Find(segment, new Term(field, BytesRef.DeepCopyOf(terms.Term))) is { } list)
            ReadList(list, segment.GetTerms(field).HasPositions);
    }

    private static void ReadPlaces(DocsAndPositionsEnum places)
    {
        while (places.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            for (var i = places.Freq; i > 0; i--)
            {
                places.NextPosition();
                _ = places.StartOffset + places.EndOffset;
                places.GetPayload();
            }
        }
    }

    private static void ReadList(PostingList list, bool hasPositions)
    {
        var (docs, freqs) = (new int[PostingList.BlockSize], new int[PostingList.BlockSize]);
        for (var block = 0; block < list.Blocks; block++)
        {
            list.Read(block, docs, freqs);
            list.MaxFreq(block);
            if (!hasPositions)
                continue;
            list.ReadPositions(block, 0, freqs, new int[freqs[0]]);
            list.ReadPositions(block, 1, Math.Min(freqs[0], 1_000_000), new int[Math.Min(freqs[1], 1_000)]);
        }
    }
}
