using Indexer.Ingest;

namespace NewsSearch.Tests.Ingest;

public sealed class FileManifestTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_counts_as_read_once_what_was_read_of_it_is_committed()
    {
        var file = Write("a.jsonl", "one");
        using (var manifest = Open())
        {
            Finish(manifest, file);
            Assert.Equal(3, manifest.Unchanged(file)!.Articles);
        }

        using (var manifest = Open())
            Assert.Null(manifest.Unchanged(file));

        using (var manifest = Open())
        {
            Finish(manifest, file);
            manifest.Commit(generation: 7);
        }

        using (var manifest = Open())
            Assert.Equal(3, manifest.Unchanged(file)!.Articles);
    }

    [Theory]
    [InlineData("another index", 7, "s", false)]
    [InlineData("index", 6, "s", false)]
    [InlineData("index", 8, "s", true)]
    [InlineData("index", 7, "other settings", false)]
    public void It_is_of_one_index_one_generation_and_one_set_of_options(string index, long generation, string settings, bool expected)
    {
        var file = Write("a.jsonl", "one");
        using (var manifest = Open())
        {
            Finish(manifest, file);
            manifest.Commit(generation: 7);
        }

        using var later = new FileManifest(folder.File("."), settings, index, generation);
        Assert.Equal(expected, later.Unchanged(file) is not null);
    }

    [Fact]
    public void A_file_with_another_time_and_the_same_bytes_has_not_changed_and_one_with_other_bytes_has()
    {
        var file = Write("a.jsonl", "one");
        using var manifest = Open();
        Finish(manifest, file);
        File.SetLastWriteTimeUtc(file, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.NotNull(manifest.Unchanged(file));
        Write("a.jsonl", "two");
        File.SetLastWriteTimeUtc(file, new DateTime(2002, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Null(manifest.Unchanged(file));
        Assert.Null(manifest.Unchanged(folder.File("never read")));
    }

    [Fact]
    public void A_line_cut_short_costs_its_file_alone()
    {
        var (one, two) = (Write("a.jsonl", "one"), Write("b.jsonl", "two"));
        using (var manifest = Open())
        {
            Finish(manifest, one);
            Finish(manifest, two);
            manifest.Commit(generation: 7);
        }

        var path = folder.File(FileManifest.FileName);
        File.WriteAllText(path, File.ReadAllText(path)[..^20]);
        using var cut = Open();
        Assert.NotNull(cut.Unchanged(one));
        Assert.Null(cut.Unchanged(two));
    }

    private FileManifest Open() => new(folder.File("."), "s", "index", generation: 7);

    private static void Finish(FileManifest manifest, string file) =>
        manifest.Finish(file, FileStamp.Of(file)!.Value, FileStamp.HashOf(file), new FileTally { Articles = 3 });

    private string Write(string name, string content)
    {
        File.WriteAllText(folder.File(name), content);
        return folder.File(name);
    }
}
