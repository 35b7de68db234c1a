using System.Text.RegularExpressions;

namespace NewsSearch.Tests.Architecture;

/// <summary>The invariants of ARCHITECTURE.md that a test can hold.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Names of fields, which need no type of Lucene, and rows that classes of the engine hand to one another.</summary>
    private static readonly string[] FormatOfTheIndex =
    [
        "NewsIndex.Lucene.Schema.IndexFields",
        "NewsIndex.Lucene.Schema.EntityFields",
        "NewsIndex.Lucene.Schema.LabelFields",
        "NewsIndex.Lucene.Schema.IndexFormat",
        "NewsIndex.Lucene.Documents.StoredRecord",
        "NewsIndex.Lucene.Codec.FieldParts",
        "NewsIndex.Lucene.Codec.TermEntry",
    ];

    private static readonly IReadOnlyList<CompiledType> Types = CompiledTypes.All;

    private static readonly string[] Sources =
        [
            .. Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories).Where(
                path => !path.Contains($"{Path.DirectorySeparatorChar}artifacts{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

    /// <summary>Folders of these begin with one of the names; "+" behind a name takes its subfolders too.</summary>
    [Theory]
    [InlineData("Lucene.Net", "NewsIndex.Lucene+ NewsIndex.LuceneSyntax NewsIndex.Analysis")]
    [InlineData("Lucene.Net.Index", "NewsIndex.Lucene+")]
    [InlineData("Lucene.Net.Search", "NewsIndex.Lucene+ NewsIndex.LuceneSyntax")]
    [InlineData("Lucene.Net.Store", "NewsIndex.Lucene+")]
    [InlineData("Lucene.Net.QueryParsers", "NewsIndex.LuceneSyntax")]
    [InlineData("Grpc", "SearchService+ SearchCli+ NewsSearch.Client+ QuickStart")]
    [InlineData("Google", "SearchService+ SearchCli+ NewsSearch.Client+ QuickStart")]
    [InlineData("AngleSharp", "Indexer+")]
    [InlineData("Microsoft.ML", "Networks")]
    [InlineData("Microsoft.AspNetCore", "SearchService+ QuickStart")]
    public void A_package_is_used_in_these_folders_only(string package, string folders) =>
        Assert.Empty(Types
            .Where(type => !IsIn(type.Folder, folders) && type.Libraries.Any(library => IsIn(library, package + "+")))
            .Select(type => type.Name));

    [Theory]
    [InlineData("NewsIndex.Lucene+", "NewsIndex NewsIndex.Lucene+")]
    [InlineData("NewsIndex.Searching", "NewsIndex")]
    [InlineData("NewsIndex.Searching.Views", "NewsIndex.Searching NewsIndex.Lucene+")]
    [InlineData("NewsIndex.LuceneSyntax", "NewsIndex.QueryText")]
    public void A_folder_is_used_by_these_only(string used, string users)
    {
        var names = Types.Where(type => IsIn(type.Folder, used)).Select(type => type.Name).ToHashSet();
        Assert.Empty(Types
            .Where(type => !IsIn(type.Folder, users) && !IsIn(type.Folder, used) && type.Uses.Any(names.Contains))
            .Select(type => type.Name));
    }

    /// <summary>What would serve any engine stands beside the engine, not in it.</summary>
    [Fact]
    public void Everything_in_the_Lucene_folder_needs_Lucene()
    {
        var inside = Types.Where(type => IsIn(type.Folder, "NewsIndex.Lucene+")).ToList();
        var names = inside.Select(type => type.Name).ToHashSet();
        var foreign = inside
            .Where(type => !type.Libraries.Any(library => IsIn(library, "Lucene.Net+")) && !type.Uses.Any(names.Contains))
            .Select(type => type.Name)
            .Except(FormatOfTheIndex)
            .ToList();
        Assert.True(foreign.Count == 0, string.Join(", ", foreign));
    }

    [Theory]
    [InlineData("NewsIndex+")]
    [InlineData("Recognition+")]
    [InlineData("Enrichment+")]
    [InlineData("Indexer+")]
    [InlineData("SearchService+")]
    [InlineData("NewsSearch.Client+")]
    public void No_folder_uses_one_that_uses_it(string folders)
    {
        var circles = new FolderGraph(Types.Where(type => IsIn(type.Folder, folders))).Circles();
        Assert.True(circles.Count == 0, string.Join("; ", circles));
    }

    /// <summary>Set UPDATE_GOLDEN=1 to write the table anew.</summary>
    [Fact]
    public void The_table_of_folders_says_who_uses_whom()
    {
        var path = Path.Combine(Repository.Root, "docs", "folders.md");
        var table = FolderTable.Of(new FolderGraph(Types));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, table);
        Assert.Equal(table, File.ReadAllText(path));
    }

    [Fact]
    public void Only_programs_ask_for_the_clock() =>
        AssertNone(path => InFolder(path, "src") && Path.GetFileName(path) != "Program.cs", ClockUse());

    [Fact]
    public void The_indexer_does_not_search_and_the_service_writes_in_one_folder_only()
    {
        AssertNone(path => InFolder(path, "SearchService") && !InFolder(path, "Ingest"), new Regex(@"\bIArticleWriter\b|\bOpenWriter\b"));
        AssertNone(
            path => InFolder(path, "Indexer") && !path.EndsWith("StatsCommand.cs", StringComparison.Ordinal),
            new Regex(@"\bIArticleSearcher|\bOpenSearcher\b"));
    }

    [Fact]
    public void No_file_is_named_after_a_concept_that_was_not_found() =>
        Assert.DoesNotContain(
            Sources, path => Regex.IsMatch(Path.GetFileNameWithoutExtension(path), "(Utils?|Helpers?|Manager|Common|Misc)$"));

    /// <summary>Markup in the strings of tests is data, and stays on one line.</summary>
    [Fact]
    public void No_line_of_code_is_wider_than_140_columns()
    {
        var wide = Sources
            .SelectMany(path => File.ReadLines(path).Select((line, i) => (path, line, number: i + 1)))
            .Where(each => each.line.Length > 140 && !(InFolder(each.path, "tests") && MarkupInString().IsMatch(each.line)))
            .Select(each => $"{Path.GetRelativePath(Repository.Root, each.path)}:{each.number}")
            .ToList();
        Assert.True(wide.Count == 0, string.Join(", ", wide));
    }

    [Fact]
    public void Every_namespace_is_its_folder()
    {
        foreach (var path in Sources.Where(path => InFolder(path, "src")))
        {
            if (NamespaceLine().Match(File.ReadAllText(path)) is not { Success: true } declared)
                continue;
            var folder = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), Path.GetDirectoryName(path)!)
                .Replace(Path.DirectorySeparatorChar, '.');
            Assert.Equal(folder, declared.Groups[1].Value);
        }
    }

    [Fact]
    public void ARCHITECTURE_names_every_folder_and_only_folders_that_exist()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        var named = FolderName().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.All(named, folder => Assert.True(Path.Exists(Path.Combine(Repository.Root, folder)), $"{folder} is not there"));
        var there = Sources.Where(path => InFolder(path, "src"))
            .Select(
                path => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '/') + "/")
            .Distinct();
        Assert.All(there, folder => Assert.Contains(folder, named));
    }

    private static void AssertNone(Func<string, bool> which, Regex forbidden) =>
        Assert.Empty(
            Sources.Where(path => which(path) && Path.GetFileName(path) != "ArchitectureTests.cs")
                .Where(path => forbidden.IsMatch(File.ReadAllText(path)))
                .Select(path => Path.GetRelativePath(Repository.Root, path)));

    /// <param name="names">Apart by blanks; one with a "+" stands for all names below it too.</param>
    private static bool IsIn(string name, string names) => names.Split(' ').Any(each => each.EndsWith('+')
        ? name == each[..^1] || name.StartsWith(each[..^1] + ".", StringComparison.Ordinal)
        : name == each);

    private static bool InFolder(string path, string folder) =>
        Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar)[..^1].Contains(folder);

    [GeneratedRegex("<[a-z!/]")]
    private static partial Regex MarkupInString();

    [GeneratedRegex(@"TimeProvider\.System|\bnew Random\(|Guid\.NewGuid|Environment\.GetEnvironmentVariable")]
    private static partial Regex ClockUse();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"`((src|protos|tests|docs|samples|index)/[\w./]*/?)`")]
    private static partial Regex FolderName();
}
