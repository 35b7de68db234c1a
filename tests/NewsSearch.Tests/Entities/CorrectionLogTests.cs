using System.Text;
using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

/// <summary>The file of corrections: torn, damaged, and written by several at once.</summary>
public sealed class CorrectionLogTests : CorrectionLogContract, IDisposable
{
    private static readonly EntityReference A = EntityReference.Named(EntityType.Person, "a a");
    private static readonly EntityReference B = EntityReference.Named(EntityType.Person, "b b");
    private static readonly EntityReference C = EntityReference.Named(EntityType.Person, "c c");
    private readonly TemporaryFolder folder = new();

    private string File => folder.File("index-corrections.jsonl");

    private int files;

    public void Dispose() => folder.Dispose();

    protected override Func<ICorrectionLog> Start(TimeProvider clock)
    {
        var path = folder.File($"{Interlocked.Increment(ref files)}.jsonl");
        return () => new CorrectionLog(path, clock);
    }

    [Fact]
    public void A_last_line_that_is_torn_at_any_byte_does_not_count_and_the_next_correction_replaces_it()
    {
        Merge(Open(), A, B);
        var first = System.IO.File.ReadAllBytes(File);
        Merge(Open(), B, C);
        var both = System.IO.File.ReadAllBytes(File);
        for (var length = first.Length; length < both.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, both[..length]);
            var log = Open();
            // Without its line feed alone it is whole, and may count.
            var whole = length == both.Length - 1;
            Assert.Equal((whole ? 2 : 1, whole ? C : B), (log.Current.Log.Count, log.Current.Resolve(A)));
            Assert.Equal(length > first.Length && !whole, log.Remarks.Count == 1);
            Assert.Equal(whole ? 3 : 2, log.Add((number, when) => new EntityCorrection.Hide(number, "me", when, "", A, "1")).Made!.Number);
            Assert.Equal(whole ? [1, 2, 3] : [1, 2], Open().Current.Log.Select(each => each.Number));
        }
    }

    [Theory]
    [InlineData("{\"number\":1}\n", "line 1")]
    [InlineData("nonsense\n", "line 1")]
    [InlineData("[]\n", "line 1")]
    [InlineData("null\n", "line 1")]
    [InlineData("{\"number\":1,\"kind\":\"undo\",\"who\":\"me\",\"when\":\"2026-01-02T03:04:05Z\",\"why\":null,\"undone\":1}\n", "line 1")]
    [InlineData("{\"number\":0,\"kind\":\"undo\",\"who\":\"me\",\"when\":\"2026-01-02T03:04:05Z\",\"why\":\"\",\"undone\":1}\n",
        "less than 1")]
    [InlineData("{\"number\":1,\"kind\":\"mend\",\"who\":\"me\",\"when\":\"2026-01-02T03:04:05Z\",\"why\":\"\"}\n",
        "\"mend\" is not a kind")]
    [InlineData("{\"number\":1,\"kind\":\"undo\",\"who\":\"me\",\"when\":\"yesterday\",\"why\":\"\",\"undone\":1}\n", "line 1")]
    [InlineData("\n\n\u0000\u0000\n", "line 3")]
    [InlineData("{\"number\":1,\"kind\":\"undo\",\"who\":\"me\",\"when\":\"2026-01-02T03:04:05Z\",\"why\":\"\",\"undone\":1,"
        + "\"request\":{\"id\":\"1\"}}\n", "no digest")]
    [InlineData("{\"number\":1,\"kind\":\"undo\",\"who\":\"me\",\"when\":\"2026-01-02T03:04:05Z\",\"why\":\"\",\"undone\":1,"
        + "\"request\":\"1\"}\n", "line 1")]
    public void A_damaged_line_makes_the_corrections_unavailable_to_everyone_until_it_is_repaired(string damaged, string expected)
    {
        Merge(Open(), A, B);
        var good = System.IO.File.ReadAllText(File);
        System.IO.File.WriteAllText(File, damaged + good);
        var log = Open();
        for (var time = 0; time < 3; time++)
        {
            var failure = Assert.Throws<CorrectionsUnavailableException>(() => log.Current);
            Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(folder.Path, failure.Message, StringComparison.Ordinal);
            Assert.Throws<CorrectionsUnavailableException>(() => Merge(log, B, C));
        }

        Assert.Equal(damaged + good, System.IO.File.ReadAllText(File));
        System.IO.File.WriteAllText(File, good);
        Assert.Equal(2, Merge(log, B, C).Made!.Number);
        Assert.Equal(C, log.Current.Resolve(A));
    }

    [Fact]
    public void A_line_that_is_damaged_while_the_service_runs_is_seen_too()
    {
        var log = Open();
        Merge(log, A, B);
        System.IO.File.AppendAllText(File, "{\"number\":2,{\"number\":3}\n");
        Assert.Throws<CorrectionsUnavailableException>(() => Merge(log, B, C));
        Assert.Throws<CorrectionsUnavailableException>(() => log.Current);
    }

    [Fact]
    public async Task A_file_that_vanishes_is_not_taken_for_one_without_corrections()
    {
        var log = Open();
        Merge(log, A, B);
        System.IO.File.Delete(File);
        await Eventually.TrueAsync(() => Task.FromResult(IsUnavailable(log)));
        System.IO.File.WriteAllText(File, "");
        Assert.Equal(1, Merge(log, B, C).Made!.Number);
    }

    [Fact]
    public void Lines_as_an_editor_leaves_them_are_read()
    {
        Merge(Open(), A, B);
        var line = System.IO.File.ReadAllText(File).TrimEnd('\n');
        System.IO.File.WriteAllText(File, $"{line}\r\n\r\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(B, Open().Current.Resolve(A));
    }

    [Fact]
    public async Task Several_writers_give_each_number_once_and_each_sees_the_corrections_of_all()
    {
        const int Writers = 4, Each = 25;
        var logs = Enumerable.Range(0, Writers).Select(_ => Open()).ToArray();
        var numbers = (await Task.WhenAll(logs.Select((log, writer) => Task.Run(() => Enumerable.Range(0, Each)
            .Select(i => log.Add((number, when) => new EntityCorrection.Hide(number, "me", when, "", A, $"{writer}-{i}")).Made!.Number)
                .ToList())))).SelectMany(each => each);
        Assert.Equal(Enumerable.Range(1, Writers * Each), numbers.Order());
        foreach (var log in logs.Append(Open()))
            await Eventually.TrueAsync(() =>
                Task.FromResult(log.Current.Log.Select(each => each.Number).SequenceEqual(Enumerable.Range(1, Writers * Each))));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told_without_its_path()
    {
        // A folder where the lock should be: denied to everyone, whatever their rights.
        Directory.CreateDirectory(File + ".lock");
        var failure = Assert.Throws<CorrectionsUnavailableException>(() => Merge(Open(), A, B));
        Assert.True(failure.IsReadOnly);
        Assert.DoesNotContain(folder.Path, failure.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void Numbers_that_two_writers_of_an_older_version_gave_twice_are_said_and_not_given_again()
    {
        Merge(Open(), A, B);
        System.IO.File.AppendAllText(File, System.IO.File.ReadAllText(File).Replace("a a", "c c", StringComparison.Ordinal));
        var log = Open();
        Assert.Equal((B, B), (log.Current.Resolve(A), log.Current.Resolve(C)));
        Assert.Contains("2 corrections have the number 1", log.Remarks.Single(), StringComparison.Ordinal);
        Assert.Equal(3, Undo(log, 1).Made!.Number);
        Assert.Equal((A, C), (log.Current.Resolve(A), log.Current.Resolve(C)));
    }

    private CorrectionLog Open() => new(File, TimeProvider.System);

    private static CorrectionOutcome Merge(CorrectionLog log, EntityReference from, EntityReference into) =>
        log.Add((number, when) => new EntityCorrection.Merge(number, "me", when, "", from, into));

    private static CorrectionOutcome Undo(CorrectionLog log, int undone) =>
        log.Add((number, when) => new EntityCorrection.Undo(number, "me", when, "", undone));

    private static bool IsUnavailable(CorrectionLog log)
    {
        try
        {
            _ = log.Current;
            return false;
        }
        catch (CorrectionsUnavailableException)
        {
            return true;
        }
    }
}
