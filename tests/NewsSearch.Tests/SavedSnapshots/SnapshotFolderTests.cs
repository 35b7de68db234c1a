using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Files;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Repeats;
using NewsIndex.SavedSnapshots;

namespace NewsSearch.Tests.SavedSnapshots;

/// <summary>Saved snapshots and what is restored from them.</summary>
public sealed class SnapshotFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();

    private NewsIndexOptions Options => new() { Directory = folder.File("index") };

    private NewsIndexOptions Restored => new() { Directory = folder.File("restored") };

    private string SnapshotsPath => folder.File("snapshots");

    private SnapshotFolder Snapshots => NewsIndexServices.OpenSnapshots(Options, SnapshotsPath, clock);

    private ICorrectionLog Corrections => NewsIndexServices.OpenCorrections(Options, clock);

    private IGenerationPins Pins => NewsIndexServices.OpenPins(Options, clock, Corrections);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_restored_index_has_the_generation_its_corrections_its_alerts_and_its_pins()
    {
        var first = await WriteAsync("a", "b");
        Correct();
        Pins.Pin(first, "me", "cited");
        var second = await WriteAsync("c", "d");
        Correct();
        Pins.Pin(second, "desk", "");
        var alert = NewsIndexServices.OpenAlerts(Options, clock).Create("floods", "desk", "flood*", second);
        var made = Create("nightly", null);
        NewsIndexServices.OpenAlerts(Options, clock).Delete(alert.Number, "desk", _ => true);
        Correct();
        await WriteAsync("e");

        var restored = NewsIndexServices.Restore(PathOf("nightly"), Restored);
        Assert.Equal((second, 2, 1), (restored.Snapshot.Generation, restored.Snapshot.Corrections, restored.Pins));
        Assert.Equal(first, Assert.Single(restored.OtherPins).Generation);
        Assert.Equal(second, await GenerationOfAsync(Restored));
        var corrections = NewsIndexServices.OpenCorrections(Restored, clock);
        Assert.Equal(2, corrections.Current.LastNumber);
        Assert.Equal([alert], NewsIndexServices.OpenAlerts(Restored, clock).Current.All);
        var pin = Assert.Single(NewsIndexServices.OpenPins(Restored, clock, corrections).Read());
        Assert.Equal((second, "desk", 2), (pin.Generation, pin.By, pin.Corrections!.Value));
        Assert.Empty(NewsIndexServices.Verify(Restored));
        Assert.Equal(made.Files, Snapshots.List().Single().Snapshot!.Files);

        // It is an index like any other: writing goes on, and the snapshot stays as it is.
        await WriteAsync(Restored, "f");
        Assert.Equal(second, NewsIndexServices.Restore(PathOf("nightly"), new() { Directory = folder.File("again") }).Snapshot.Generation);
    }

    [Fact]
    public async Task A_pinned_older_generation_can_be_saved_and_one_that_is_gone_cannot()
    {
        var gone = await WriteAsync("a");
        var cited = await WriteAsync("b");
        Pins.Pin(cited, "me", "");
        await WriteAsync("c");
        Assert.Equal(cited, Create("cited", cited).Generation);
        Assert.Equal(gone, Assert.Throws<GenerationExpiredException>(() => Create("gone", gone)).Asked);
        Assert.Equal(["cited"], Snapshots.List().Select(listed => listed.Name));
    }

    [Fact]
    public async Task Each_file_is_on_disk_with_the_checksum_of_its_bytes()
    {
        await WriteAsync("a");
        var made = Create(null, null);
        Assert.Equal("19700101t000000z-1", made.Name);
        foreach (var file in made.Files)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(PathOf(made.Name), file.Path));
            Assert.Equal((file.Sha256, file.Bytes),
                (Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), bytes.Length));
        }
    }

    [Fact]
    public async Task A_request_that_comes_again_has_the_first_snapshot_as_long_as_that_is_there()
    {
        await WriteAsync("a");
        var request = new WriteRequest("desk", "1", "nightly");
        var made = Create("nightly", null, request);
        await WriteAsync("b");
        var again = Create("nightly", null, request);
        Assert.Equal((made.Name, made.Generation, request), (again.Name, again.Generation, again.Request));
        Assert.Throws<RequestIdReusedException>(() => Create("weekly", null, request with { Digest = "weekly" }));
        Assert.Equal("weekly", Create("weekly", null, request with { Caller = "ben", Digest = "weekly" }).Name);
        Snapshots.Delete("nightly");
        Assert.Equal(2, Create("nightly", null, request).Generation.Number);
        Assert.Equal(["nightly", "weekly"], Snapshots.List().Select(listed => listed.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Snapshots_without_a_name_in_one_second_have_different_names()
    {
        await WriteAsync("a");
        Assert.Equal(
            ["19700101t000000z-1", "19700101t000000z-1-2", "19700101t000000z-1-3"],
            Enumerable.Range(0, 3).Select(_ => Create(null, null).Name));
    }

    /// <summary>Every byte counts: each file is damaged in turn, at its beginning, middle and end.</summary>
    [Fact]
    public async Task A_snapshot_with_any_damage_is_refused_and_leaves_no_index()
    {
        Correct();
        await WriteAsync("a");
        Pins.Pin(null, "me", "");
        Create("good", null);
        Unlink(PathOf("good"));
        var files = Directory.GetFiles(PathOf("good"), "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.EndsWith("corrections.jsonl", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var before = await File.ReadAllBytesAsync(file);
            foreach (var place in new[] { 0, before.Length / 2, before.Length - 1 }.Distinct())
            {
                var after = before.ToArray();
                after[place] ^= 0x20;
                await File.WriteAllBytesAsync(file, after);
                Refused(SnapshotFailure.Damaged);
            }

            await File.WriteAllBytesAsync(file, before[..^1]);
            Refused(SnapshotFailure.Damaged);
            File.Delete(file);
            Refused(SnapshotFailure.Damaged);
            await File.WriteAllBytesAsync(file, before);
        }

        NewsIndexServices.Restore(PathOf("good"), Restored);

        void Refused(SnapshotFailure expected)
        {
            var refused = Assert.Throws<SnapshotFailedException>(() => NewsIndexServices.Restore(PathOf("good"), Restored));
            Assert.Equal(expected, refused.Failure);
            Assert.DoesNotContain(
                Directory.Exists(Restored.Directory) ? Directory.GetFiles(Restored.Directory) : [],
                path => Path.GetFileName(path) is not ("newssearch.lock" or ".newssearch.next"));
        }
    }

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        await WriteAsync("a");
        Create("one", null);
        Assert.Equal(SnapshotFailure.Exists, Failure(() => Create("one", null)));
        Assert.Equal(SnapshotFailure.Occupied, Failure(() => NewsIndexServices.Restore(PathOf("one"), Options)));
        Assert.Equal(SnapshotFailure.Missing, Failure(() => NewsIndexServices.Restore(PathOf("two"), Restored)));
        Directory.CreateDirectory(Restored.Directory);
        await File.WriteAllTextAsync(Path.Combine(Restored.Directory, "letter.txt"), "x");
        Assert.Equal(SnapshotFailure.Occupied, Failure(() => NewsIndexServices.Restore(PathOf("one"), Restored)));
        File.Delete(Path.Combine(Restored.Directory, "letter.txt"));
        await File.WriteAllTextAsync(CorrectionLog.PathFor(Restored.Directory), "{}\n");
        Assert.Equal(SnapshotFailure.Occupied, Failure(() => NewsIndexServices.Restore(PathOf("one"), Restored)));
    }

    [Fact]
    public async Task A_folder_that_a_killed_restore_left_is_restored_into()
    {
        var generation = await WriteAsync("a");
        Create("one", null);
        Directory.CreateDirectory(Restored.Directory);
        foreach (var name in new[] { ".restoring", ".restoring-commit", "_0.fdt", "pins.jsonl" })
            await File.WriteAllTextAsync(Path.Combine(Restored.Directory, name), "half");
        NewsIndexServices.Restore(PathOf("one"), Restored);
        Assert.Equal(generation, await GenerationOfAsync(Restored));
        Assert.Empty(Directory.GetFiles(Restored.Directory, ".restoring*"));
    }

    [Theory]
    [InlineData("nightly", true)]
    [InlineData("2026-01-02_a", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("Nightly", false)]
    [InlineData("..", false)]
    [InlineData(".hidden", false)]
    [InlineData("-rf", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a\n", false)]
    [InlineData("nul", false)]
    [InlineData("com1", false)]
    [InlineData("é", false)]
    public void A_name_is_the_name_of_a_folder_anywhere(string name, bool isValid)
    {
        Assert.Equal(isValid, SnapshotName.IsValid(name));
        Assert.Equal(SnapshotFailure.Missing, Failure(() => Snapshots.Delete(name)));
    }

    [Fact]
    public async Task Names_have_an_end()
    {
        Assert.True(SnapshotName.IsValid(new string('a', 64)));
        Assert.False(SnapshotName.IsValid(new string('a', 65)));
        await WriteAsync("a");
        Create(new string('a', 64), null);
        Snapshots.Delete(new string('a', 64));
        Assert.Empty(Snapshots.List());
    }

    [Fact]
    public async Task What_a_killed_process_left_is_no_snapshot_and_goes_with_the_next_change()
    {
        await WriteAsync("a");
        Create("one", null);
        Directory.Move(PathOf("one"), Path.Combine(SnapshotsPath, ".one.unfinished"));
        Assert.Empty(Snapshots.List());
        Snapshots.CleanUp();
        Assert.Empty(Directory.GetDirectories(SnapshotsPath));
        Directory.CreateDirectory(Path.Combine(SnapshotsPath, ".two.unfinished", "index"));
        Create("two", null);
        Assert.Equal([PathOf("two")], Directory.GetDirectories(SnapshotsPath));
    }

    [Fact]
    public async Task One_snapshot_is_made_at_a_time_and_what_is_in_work_is_not_cleaned_up()
    {
        await WriteAsync("a");
        Snapshots.Create(new SnapshotOrder("one", null, "", ""), _ =>
        {
            Assert.Equal(SnapshotFailure.Busy, Failure(() => Create("two", null)));
            Snapshots.CleanUp();
            Assert.Empty(Snapshots.List());
        }, CancellationToken.None);
        Assert.Single(Snapshots.List());
    }

    [Fact]
    public async Task A_cancelled_snapshot_leaves_nothing()
    {
        await WriteAsync("a");
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
            Snapshots.Create(new SnapshotOrder("one", null, "", ""), progress => stop.Cancel(), stop.Token));
        Assert.Empty(Directory.GetDirectories(SnapshotsPath));
    }

    [Fact]
    public async Task A_correction_that_is_being_written_is_left_out()
    {
        Correct();
        await WriteAsync("a");
        await File.AppendAllTextAsync(CorrectionLog.PathFor(Options.Directory), "{\"number\":2,");
        Assert.Equal(1, Create("one", null).Corrections);
        NewsIndexServices.Restore(PathOf("one"), Restored);
        Assert.Empty(NewsIndexServices.OpenCorrections(Restored, clock).Remarks);
    }

    [Fact]
    public async Task A_manifest_that_names_a_path_elsewhere_is_refused()
    {
        await WriteAsync("a");
        var made = Create("one", null);
        File.Delete(Path.Combine(PathOf("one"), SnapshotManifest.FileName));
        File.Delete(Path.Combine(PathOf("one"), SnapshotManifest.ChecksumName));
        SnapshotManifest.Write(PathOf("one"), made with { Files = [made.Files[0] with { Path = "index/../../evil" }, .. made.Files] });
        Assert.Equal(SnapshotFailure.Damaged, Failure(() => NewsIndexServices.Restore(PathOf("one"), Restored)));
        Assert.Contains("invalid manifest", Snapshots.List().Single().Problem, StringComparison.Ordinal);
    }

    /// <summary>Gives each file a copy of its own, so that a test damages the snapshot alone.</summary>
    private static void Unlink(string snapshot)
    {
        foreach (var file in Directory.GetFiles(snapshot, "*", SearchOption.AllDirectories))
        {
            var (bytes, written) = (File.ReadAllBytes(file), FileStamp.Of(file)!.Value.Written);
            File.Delete(file);
            File.WriteAllBytes(file, bytes);
            File.SetLastWriteTimeUtc(file, written);
        }
    }

    private SavedSnapshot Create(string? name, Generation? generation, WriteRequest? request = null) =>
        Snapshots.Create(new SnapshotOrder(name, generation, "me", "a note", request), _ => { }, CancellationToken.None);

    private string PathOf(string name) => Path.Combine(SnapshotsPath, name);

    private static SnapshotFailure Failure(Action act) => Assert.Throws<SnapshotFailedException>(act).Failure;

    private void Correct() => Assert.NotNull(Corrections.Add((number, when) => new EntityCorrection.Hide(
        number, "me", when, "", EntityReference.Named(EntityType.Person, "a a"), $"{number}")).Made);

    private Task<Generation> WriteAsync(params string[] ids) => WriteAsync(Options, ids);

    private async Task<Generation> WriteAsync(NewsIndexOptions options, params string[] ids)
    {
        await using var writer = NewsIndexServices.OpenWriter(options, clock);
        await writer.WriteAsync([.. ids.Select(id => new Article { Id = id, Body = $"storm {id}" })], CancellationToken.None);
        return await writer.CommitAsync(CancellationToken.None);
    }

    private async Task<Generation> GenerationOfAsync(NewsIndexOptions options)
    {
        await using var searcher = NewsIndexServices.OpenSearcher(options, clock);
        return (await searcher.DescribeAsync(ArticleScope.Everything, CancellationToken.None)).Generation;
    }
}
