namespace NewsSearch.Tests;

/// <summary>Where the repository lies, found from the test's own program.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The folder of real archives that may lie beside the repository; null when it does not.</summary>
    public static string? SharedData { get; } =
        Directory.Exists(Path.Combine(Root, "..", "shared", "data")) ? Path.Combine(Root, "..", "shared", "data") : null;

    private static string Find(string start)
    {
        var folder = new DirectoryInfo(start);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsSearch.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"no NewsSearch.sln above {start}");
        return folder.FullName;
    }
}
