using NewsIndex.Queries;

namespace NewsSearch.Tests.Queries;

/// <summary>docs/query-language.md is what users read: each of its rows does what it says.</summary>
public sealed class QueryLanguagePageTests
{
    public static TheoryData<string, string> Rows { get; } = ReadRows();

    /// <summary>The page says that it was written on this day.</summary>
    private static readonly QueryOptions Now = new() { Now = new DateTimeOffset(2026, 6, 17, 12, 0, 0, TimeSpan.Zero) };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_reads_as_the_page_says(string typed, string canonical) =>
        Assert.Equal(
            canonical,
            QueryReader.Read(typed, Now) is { Query: { } query } ? query.ToString() : QueryReader.Read(typed, Now).Error!.ToString());

    /// <summary>Rows of three cells, the second and third in backticks.</summary>
    private static TheoryData<string, string> ReadRows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var cells in File.ReadLines(Path.Combine(Repository.Root, "docs", "query-language.md")).Select(line => line.Split(" | ")))
        {
            if (cells.Length >= 3 && cells[1].Trim() is ['`', .., '`'] typed && cells[2].Trim(' ', '|') is ['`', .., '`'] canonical)
                rows.Add(typed.Trim('`'), canonical.Trim('`'));
        }

        return rows;
    }
}
