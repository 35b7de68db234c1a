using System.Text.RegularExpressions;

namespace NewsSearch.Tests.Service;

/// <summary>The table in README.md beside this file.</summary>
public sealed partial class AttackTableTests
{
    [Fact]
    public void Every_test_that_the_table_names_is_there()
    {
        var table = File.ReadAllText(Path.Combine(Repository.Root, "tests", "NewsSearch.Tests", "Service", "README.md"));
        var named = NamedTest().Matches(table);
        Assert.True(named.Count > 40, $"{named.Count} tests are named");
        var there = typeof(AttackTableTests).Assembly.GetTypes().Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}")).ToHashSet();
        Assert.All(named, each => Assert.Contains(each.Groups[1].Value, there));
    }

    [GeneratedRegex("`([A-Za-z]+Tests\\.[A-Za-z0-9_]+)`")]
    private static partial Regex NamedTest();
}
