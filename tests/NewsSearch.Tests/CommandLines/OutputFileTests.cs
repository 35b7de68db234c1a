using CommandLines;

namespace NewsSearch.Tests.CommandLines;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => folder.File("out.txt");

    private string Part => Target + OutputFile.PartSuffix;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Replaces_the_old_file_only_when_it_is_complete()
    {
        await File.WriteAllTextAsync(Target, "old");
        await using (var file = OutputFile.Create(Target))
        {
            await WriteAsync(file, "new");
            Assert.Equal("old", await File.ReadAllTextAsync(Target));
            await file.CompleteAsync();
        }

        Assert.Equal("new", await File.ReadAllTextAsync(Target));
        Assert.False(File.Exists(Part));
    }

    [Fact]
    public async Task Leaves_the_old_file_and_no_other_after_a_failure()
    {
        await File.WriteAllTextAsync(Target, "old");
        await using (var file = OutputFile.Create(Target))
            await WriteAsync(file, "new");
        Assert.Equal("old", await File.ReadAllTextAsync(Target));
        Assert.False(File.Exists(Part));
    }

    [Fact]
    public async Task Appends_to_the_incomplete_file_that_was_kept()
    {
        await using (var file = OutputFile.Create(Target))
        {
            await WriteAsync(file, "one ");
            file.KeepPart();
            Assert.Equal(Part, file.PartPath);
        }

        Assert.False(File.Exists(Target));
        await ContinueAsync("two");
        Assert.Equal("one two", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public async Task Appends_to_the_file_itself_if_no_incomplete_one_was_kept()
    {
        await File.WriteAllTextAsync(Target, "one ");
        await ContinueAsync("two");
        Assert.Equal("one two", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public async Task Starts_anew_over_an_incomplete_file()
    {
        await File.WriteAllTextAsync(Part, "left over from a killed run");
        await using (var file = OutputFile.Create(Target))
        {
            await WriteAsync(file, "new");
            await file.CompleteAsync();
        }

        Assert.Equal("new", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public async Task Replaces_the_target_of_a_symbolic_link_and_keeps_the_link()
    {
        var link = folder.File("link.txt");
        await File.WriteAllTextAsync(Target, "old");
        File.CreateSymbolicLink(link, Target);
        await using (var file = OutputFile.Create(link))
        {
            await WriteAsync(file, "new");
            await file.CompleteAsync();
        }

        Assert.Equal(Target, new FileInfo(link).LinkTarget);
        Assert.Equal("new", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public async Task Keeps_the_permissions_of_the_old_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        await File.WriteAllTextAsync(Target, "old");
        File.SetUnixFileMode(Target, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await using (var file = OutputFile.Create(Target))
            await file.CompleteAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(Target));
    }

    [Fact]
    public async Task Writes_to_a_device_directly()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var file = OutputFile.Create("/dev/null");
        await WriteAsync(file, "gone");
        await file.CompleteAsync();
        Assert.Equal("/dev/null", file.PartPath);
        Assert.False(File.Exists("/dev/null" + OutputFile.PartSuffix));
    }

    [Fact]
    public void Names_a_path_that_cannot_be_written()
    {
        var missing = Path.Combine(folder.File("missing"), "out.txt");
        Assert.StartsWith($"{missing} cannot be written: ", Refused(missing), StringComparison.Ordinal);
        Directory.CreateDirectory(Target);
        Assert.Equal($"{Target} cannot be written: it is a folder", Refused(Target));
        Assert.Contains("cannot be written", Refused(""), StringComparison.Ordinal);
    }

    private static string Refused(string path) => Assert.Throws<FileFailedException>(() => OutputFile.Create(path)).Message;

    private static async Task WriteAsync(OutputFile file, string text)
    {
        await file.Stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
        await file.Stream.FlushAsync();
    }

    private async Task ContinueAsync(string text)
    {
        await using var file = OutputFile.Continue(Target);
        await WriteAsync(file, text);
        await file.CompleteAsync();
    }
}
