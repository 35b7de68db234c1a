using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Indexer.Archives;
using Indexer.Records;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Compressors.ZStandard;

namespace NewsSearch.Tests.Archives;

public sealed class ContainerTests
{
    private const string Record = "{\"headline\":\"Fog closes port\"}\n";

    [Theory]
    [InlineData("gz")]
    [InlineData("bz2")]
    [InlineData("zst")]
    [InlineData("xz")]
    [InlineData("zip")]
    [InlineData("tar")]
    [InlineData("tar gz")]
    [InlineData("gz gz")]
    [InlineData("zip zip")]
    [InlineData("gz zip")]
    public void Reads_what_is_packed(string packing)
    {
        var bytes = packing.Split(' ').Aggregate(Encoding.UTF8.GetBytes(Record), Pack);
        Assert.Equal("Fog closes port", Assert.IsType<Reading.Read>(Assert.Single(Read(bytes))).Article.Headline);
    }

    [Fact]
    public void Names_files_inside_an_archive_and_reads_on_after_a_damaged_one()
    {
        var zip = Zip(("a.jsonl", Encoding.UTF8.GetBytes(Record)), ("b.jsonl.gz", [0x1F, 0x8B, 1, 2, 3]),
            ("c/d.jsonl", Encoding.UTF8.GetBytes(Record)), (".hidden", [1]), ("__MACOSX/a.jsonl", [1]));
        var readings = Read(zip);
        Assert.Equal(["file!a.jsonl", "file!b.jsonl.gz", "file!c/d.jsonl"], readings.Select(reading => reading.Path));
        Assert.IsType<Reading.Rejected>(readings[1]);
    }

    [Theory]
    [InlineData("../out.jsonl")]
    [InlineData("/etc/out.jsonl")]
    [InlineData("a/../../out.jsonl")]
    public void Refuses_names_that_lead_out_of_the_archive(string name) =>
        Assert.Contains("outside", Assert.IsType<Reading.Rejected>(Assert.Single(Read(Zip((name, Encoding.UTF8.GetBytes(Record)))))).Reason,
            StringComparison.Ordinal);

    [Fact]
    public void Refuses_links_in_a_tar()
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link.jsonl") { LinkName = "/etc/passwd" });
        Assert.Contains("not followed", Assert.IsType<Reading.Rejected>(Assert.Single(Read(tar.ToArray()))).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_bomb()
    {
        var zeros = new byte[1 << 20];
        Array.Fill(zeros, (byte)' ');
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write("{\"headline\":\"a\"}\n"u8);
            for (var i = 0; i < 400; i++)
                gzip.Write(zeros);
        }

        Assert.Contains(Read(packed.ToArray()), reading => reading is Reading.Rejected rejected
            && (rejected.Reason.Contains("unpack into more", StringComparison.Ordinal)));
    }

    [Fact]
    public void Refuses_what_is_packed_over_and_over()
    {
        var bytes = Enumerable.Range(0, 8).Aggregate(Encoding.UTF8.GetBytes(Record), (packed, _) => Pack(packed, "gz"));
        Assert.Contains("times over", Assert.IsType<Reading.Rejected>(Assert.Single(Read(bytes))).Reason, StringComparison.Ordinal);
    }

    private static List<Reading> Read(byte[] content) => [.. new ArchiveFile(new ArchiveReaders()).Read("file", new MemoryStream(content))];

    private static byte[] Pack(byte[] content, string how)
    {
        using var packed = new MemoryStream();
        switch (how)
        {
            case "gz":
                using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
                    gzip.Write(content);
                break;
            case "bz2":
                using (var bzip2 = BZip2Stream.Create(packed, SharpCompress.Compressors.CompressionMode.Compress, false, true, false))
                    bzip2.Write(content);
                break;
            case "zst":
                using (var zstandard = new CompressionStream(packed, leaveOpen: true))
                    zstandard.Write(content);
                break;
            case "xz":
                // No .NET library at hand writes xz: these are the bytes that xz made of the record.
                return Convert.FromBase64String(RecordInXz);
            case "zip":
                return Zip(("news.jsonl", content));
            default:
                using (var tar = new TarWriter(packed, leaveOpen: true))
                    tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "news.jsonl") { DataStream = new MemoryStream(content) });
                break;
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    private const string RecordInXz =
        "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAeeyJoZWFkbGluZSI6IkZvZyBjbG9zZXMgcG9ydCJ9CgAA/7pE4MpRNzEAATcf6hiJPR+2830BAAAAAARZWg==";
}
