/// <summary>The samples of the repository and queries for them.</summary>
internal static class Samples
{
    public static IReadOnlyList<(string What, string[] Arguments)> Questions { get; } =
    [
        ("A keyword query", ["search", "harbour strike", "--limit", "3"]),
        ("A date-range query", ["search", "flood", "--from", "2024-09", "--to", "2024-12", "--limit", "3"]),
        ("An entity query", ["search", "--person", "Ilse Brandt", "--sort", "newest", "--limit", "3"]),
    ];

    /// <summary>Returns the nearest folder upwards with samples/ and the solution; null if there is none.</summary>
    public static string? FindRoot()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "samples")) && File.Exists(Path.Combine(folder.FullName, "NewsSearch.sln")))
                return folder.FullName;
        }

        return null;
    }

    public static string Quoted(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
