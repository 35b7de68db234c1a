using System.Reflection;
using Enrichment.Languages;
using Enrichment.WordTables;
using Indexer.Dates;

namespace NewsSearch.Tests.WordTables;

public class WordTableTests
{
    private static readonly Assembly[] Owners = [typeof(FunctionWords).Assembly, typeof(MonthNames).Assembly];

    public static TheoryData<string> ShippedTables =>
        [
            .. Owners.SelectMany(owner => owner.GetManifestResourceNames())
                .Where(name => name.EndsWith(".tsv", StringComparison.Ordinal)),
        ];

    [Fact]
    public void Reads_rows_in_the_order_of_the_file()
    {
        var table = WordTable.Parse("colour\tred\nshape\tround\ncolour\tdark blue\n", "things.tsv");

        Assert.Equal([new("colour", "red"), new("shape", "round"), new("colour", "dark blue")], table.Rows);
    }

    [Fact]
    public void Skips_comments_and_blank_lines_and_ends_of_lines_of_Windows()
    {
        var table = WordTable.Parse("# colours\r\n\r\ncolour\tred\r\n# the end\r\n", "things.tsv");

        Assert.Equal([new("colour", "red")], table.Rows);
    }

    [Fact]
    public void Gives_the_values_of_a_key_whole() =>
        Assert.Equal(["red", "dark blue"], WordTable.Parse("c\tred\nd\tno\nc\tdark blue\n", "things.tsv").ValuesOf("c"));

    [Fact]
    public void Gives_the_words_of_all_rows_of_a_key()
    {
        var words = WordTable.Parse("c\tred dark\nd\tno\nc\tdark blue\n", "things.tsv").WordsOf("c");

        Assert.Equal(["blue", "dark", "red"], words.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Gives_nothing_for_a_key_that_the_table_lacks()
    {
        var table = WordTable.Parse("c\tred\n", "things.tsv");

        Assert.Empty(table.ValuesOf("C"));
        Assert.Empty(table.WordsOf("shape"));
    }

    [Fact]
    public void Keeps_later_tabs_in_the_value() =>
        Assert.Equal([new("c", "red\tblue")], WordTable.Parse("c\tred\tblue", "things.tsv").Rows);

    [Fact]
    public void Refuses_a_row_without_a_tab_and_names_it() =>
        Assert.Equal(
            "row \"red\" of table things.tsv is invalid; expected a key, a tab and a value",
            Assert.Throws<InvalidDataException>(() => WordTable.Parse("c\tblue\nred\n", "things.tsv")).Message);

    [Fact]
    public void Refuses_a_table_that_is_not_embedded() =>
        Assert.Equal(
            "table nowhere.tsv is missing; expected an embedded resource of that name",
            Assert.Throws<InvalidDataException>(() => WordTable.Read(typeof(WordTable), "nowhere.tsv")).Message);

    [Theory]
    [MemberData(nameof(ShippedTables))]
    public void Ships_tables_without_empty_columns(string file)
    {
        var rows = WordTable.Read(OwnerOf(file), file).Rows;

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(row.Key.Trim().Length > 0 && row.Value.Trim().Length > 0, $"{row.Key}\t{row.Value}"));
    }

    [Theory]
    [InlineData("between-paragraphs.tsv")]
    [InlineData("byline-words.tsv")]
    [InlineData("date-labels.tsv")]
    [InlineData("date-line-words.tsv")]
    [InlineData("element-names.tsv")]
    public void Ships_phrases_once(string file)
    {
        var rows = WordTable.Read(OwnerOf(file), file).Rows.Select(row => $"{row.Key}\t{row.Value}").ToList();

        Assert.Equal(rows.Distinct(StringComparer.Ordinal), rows);
    }

    private static Type OwnerOf(string file) => file == "function-words.tsv" ? typeof(FunctionWords) : typeof(MonthNames);
}
