using Indexer.Archives.Tables;
using Indexer.Fields;

namespace NewsSearch.Tests.Archives.Tables;

/// <summary>How tables are told from text, and cut.</summary>
public sealed class TableToolTests
{
    [Theory]
    [InlineData("title,text\na,b\n", ',', "title|text", 1)]
    [InlineData("title;text;a,b\n", ';', "title|text|a,b", 1)]
    [InlineData("title\ttext\n", '\t', "title|text", 1)]
    [InlineData("title|text\r\n", '|', "title|text", 1)]
    [InlineData("sep=;\r\ntitle;text\r\n", ';', "title|text", 2)]
    [InlineData("\"title, short\",headline,text\n", ',', "title, short|headline|text", 1)]
    [InlineData(",title,text\n0,a,b\n", ',', "|title|text", 1)]
    public void The_first_line_names_the_columns(string head, char delimiter, string columns, int above)
    {
        var layout = TableLayout.Of(head, FieldMapping.ByName)!;
        Assert.Equal((delimiter, columns, above), (layout.Delimiter, string.Join('|', layout.Columns), layout.Above));
    }

    [Theory]
    [InlineData("title\n")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("title,x\n")]
    [InlineData("title,,,text\n")]
    [InlineData("The title of a text,  and its text, are here\n")]
    [InlineData("")]
    public void Other_texts_are_no_tables(string head) => Assert.Null(TableLayout.Of(head, FieldMapping.ByName));

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "a|b|c")]
    [InlineData("a;b\n1;2\n3;4\n", "a|b")]
    [InlineData("a,b\n1\n", "")]
    [InlineData("text\nmore\n", "")]
    public void Columns_of_unknown_names_show_in_rows_of_one_length(string head, string expected) =>
        Assert.Equal(expected, string.Join('|', TableLayout.ColumnsOf(head)));

    [Theory]
    [InlineData("a,\"b \\\"c\\\" d\",e\n", true)]
    [InlineData("a,\"b \"\"c\"\" d\",e\n", false)]
    [InlineData("a,\"\",b\n", false)]
    [InlineData("a,b\n", false)]
    public void Backslashes_before_quotation_marks_show_in_the_head(string head, bool expected) =>
        Assert.Equal(expected, BackslashQuotes.AreIn(head));

    [Theory]
    [InlineData("a,\"b \\\"c\\\" d\",e", "a,\"b \"\"c\"\" d\",e")]
    [InlineData("a,\"b\\\\\",c", "a,\"b\\\\\",c")]
    [InlineData("a\\b,\"c\\nd\"", "a\\b,\"c\\nd\"")]
    [InlineData("", "")]
    public void Backslashes_become_doubled_quotation_marks_of_the_same_length(string table, string expected)
    {
        using var reader = new BackslashQuotes(new StringReader(table));
        var text = reader.ReadToEnd();
        Assert.Equal((expected, table.Length), (text, text.Length));
    }

    [Theory]
    [InlineData("a \\\"b\\\"", "a \"b\"")]
    [InlineData("C:\\new", "C:\\new")]
    [InlineData("a\\\\b", "a\\b")]
    [InlineData("plain", "plain")]
    public void A_field_loses_the_backslashes_of_its_writer(string field, string expected) =>
        Assert.Equal(expected, BackslashQuotes.Unescaped(field));

    [Theory]
    [InlineData("title,text\nFog,A.\n\nKeeper,B.\n", "+Fog|+Keeper")]
    [InlineData("title,text\n,\nFog,A.\n", "+Fog")]
    [InlineData("title,text\nFog\nKeeper,B.\n", "!the row has 1 fields; expected 2, as in the first line|+Keeper")]
    [InlineData("title,date,text\nNULL,2019,NaN\n", "!the record has neither headline nor text")]
    [InlineData("title,text\n\"Fog\",\"A \\\"ship\\\".\"\n", "+Fog")]
    public void Rows_are_articles(string table, string expected) =>
        Assert.Equal(expected, string.Join('|', SampleFile.Read(new CsvReader(FieldMapping.ByName), table).Select(SampleFile.Short)));
}
