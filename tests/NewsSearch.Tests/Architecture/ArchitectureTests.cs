using System.Text.RegularExpressions;

namespace NewsSearch.Tests.Architecture;

/// <summary>The invariants of ARCHITECTURE.md that a test can hold.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Sources =
        [.. Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains($"{Path.DirectorySeparatorChar}artifacts{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

    [Fact]
    public void What_is_not_in_a_Lucene_folder_knows_nothing_of_Lucene() =>
        AssertNone(path => !InFolder(path, "Lucene") && !InFolder(path, "LuceneSyntax") && !InFolder(path, "Analysis"), LuceneUse());

    [Fact]
    public void Text_analysis_uses_the_analysers_of_Lucene_and_knows_nothing_of_its_indexes() =>
        AssertNone(path => InFolder(path, "src") && InFolder(path, "Analysis"), IndexUse());

    [Fact]
    public void What_is_neither_the_service_nor_its_client_knows_nothing_of_gRPC() =>
        AssertNone(path => InFolder(path, "src") && !InFolder(path, "SearchService") && !InFolder(path, "SearchCli") && !InFolder(path, "QuickStart"), GrpcUse());

    [Fact]
    public void Queries_and_hits_know_no_backend_and_no_JSON() =>
        AssertNone(path => InFolder(path, "NewsIndex") && (InFolder(path, "Queries") || InFolder(path, "Hits")), BackendUse());

    [Fact]
    public void Only_programs_ask_for_the_clock() =>
        AssertNone(path => InFolder(path, "src") && Path.GetFileName(path) != "Program.cs", ClockUse());

    [Fact]
    public void The_indexer_does_not_search_and_the_service_does_not_write()
    {
        AssertNone(path => InFolder(path, "SearchService"), new Regex(@"\bIArticleWriter\b|\bOpenWriter\b"));
        AssertNone(path => InFolder(path, "Indexer") && !path.EndsWith("StatsCommand.cs", StringComparison.Ordinal), new Regex(@"\bIArticleSearcher|\bOpenSearcher\b"));
    }

    [Fact]
    public void No_file_is_named_after_a_concept_that_was_not_found() =>
        Assert.DoesNotContain(Sources, path => Regex.IsMatch(Path.GetFileNameWithoutExtension(path), "(Utils?|Helpers?|Manager|Common|Misc)$"));

    [Fact]
    public void Every_namespace_is_its_folder()
    {
        foreach (var path in Sources.Where(path => InFolder(path, "src")))
        {
            if (NamespaceLine().Match(File.ReadAllText(path)) is not { Success: true } declared)
                continue;
            var folder = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.Equal(folder, declared.Groups[1].Value);
        }
    }

    [Fact]
    public void ARCHITECTURE_names_every_folder_and_only_folders_that_exist()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        var named = FolderName().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.All(named, folder => Assert.True(Path.Exists(Path.Combine(Repository.Root, folder)), $"{folder} is not there"));
        var there = Sources.Where(path => InFolder(path, "src")).Select(path => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '/') + "/").Distinct();
        Assert.All(there, folder => Assert.Contains(folder, named));
    }

    private static void AssertNone(Func<string, bool> which, Regex forbidden) =>
        Assert.Empty(Sources.Where(path => which(path) && Path.GetFileName(path) != "ArchitectureTests.cs").Where(path => forbidden.IsMatch(File.ReadAllText(path))).Select(path => Path.GetRelativePath(Repository.Root, path)));

    private static bool InFolder(string path, string folder) =>
        Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar)[..^1].Contains(folder);

    [GeneratedRegex(@"using Lucene\.Net|global::Lucene")]
    private static partial Regex LuceneUse();

    [GeneratedRegex(@"using (Lucene\.Net\.(?!Analysis|Util|Tartarus)|NewsIndex\.Lucene)|global::Lucene")]
    private static partial Regex IndexUse();

    [GeneratedRegex(@"using (Grpc|Google\.Protobuf|Google\.Rpc|NewsSearch\.V1)")]
    private static partial Regex GrpcUse();

    [GeneratedRegex(@"using (Lucene|System\.Text\.Json|Grpc|NewsIndex\.Lucene)")]
    private static partial Regex BackendUse();

    [GeneratedRegex(@"TimeProvider\.System|\bnew Random\(|Guid\.NewGuid|Environment\.GetEnvironmentVariable")]
    private static partial Regex ClockUse();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"`((src|protos|tests|docs|samples|index)/[\w./]*/?)`")]
    private static partial Regex FolderName();
}
