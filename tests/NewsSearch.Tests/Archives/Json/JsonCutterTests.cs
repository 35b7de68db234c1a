using System.Text;
using System.Text.Json;
using CsCheck;
using Indexer.Archives.Json;
using Indexer.Fields;

namespace NewsSearch.Tests.Archives.Json;

/// <summary>How files are cut into JSON records, without parsing them.</summary>
public sealed class JsonCutterTests
{
    private static readonly Gen<string> Text = Gen.Char["{}[]\"\\,: ab\u00E9"].Array[0, 12].Select(chars => new string(chars));

    [Fact]
    public void Nesting_is_closed_at_the_end_of_a_value_and_not_before() => Gen.Select(Text, Text).Sample(
        (name, text) =>
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { [name] = new[] { text, name } });
            var nesting = new JsonNesting();
            for (var i = 0; i < json.Length; i++)
            {
                nesting.Step(json[i]);
                Assert.Equal(i == json.Length - 1, nesting.Depth == 0);
            }

            Assert.False(nesting.InText);
        },
        iter: 1000);

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":2}\n", "0:{\"a\":1} 8:{\"a\":2}")]
    [InlineData("{\"a\":1}\n\n  \n{\"a\":2}", "0:{\"a\":1} 12:{\"a\":2}")]
    [InlineData("[{\"a\":1},{\"a\":2}]", "1:{\"a\":1} 9:{\"a\":2}")]
    [InlineData("[\n{\n\"a\":\"}\"}\n,\n{}\n]", "2:{\n\"a\":\"}\"} 15:{}")]
    [InlineData("{\n\"a\":1}{\"b\":2}", "0:{\n\"a\":1} 8:{\"b\":2}")]
    [InlineData("{\n\"a\":\"\\\"}\"}", "0:{\n\"a\":\"\\\"}\"}")]
    [InlineData("[]", "")]
    public void Values_are_records_with_their_offsets(string json, string expected) =>
        Assert.Equal(expected, string.Join(' ', Records(JsonRecords.Of(Stream(json)))));

    [Theory]
    [InlineData("[{\"a\":1},{\"b\":", "the file ends inside a record: expected }")]
    [InlineData("[{\"a\":\"{", "the file ends inside a record: expected }")]
    public void A_record_that_is_cut_off_says_so(string json, string problem) =>
        Assert.Equal(problem, JsonRecords.Of(Stream(json)).Last().Problem);

    [Theory]
    [InlineData("{0}\n{\"a\":1}\n", "a line of")]
    [InlineData("[{0},{\"a\":1}]", "a record of")]
    public void A_record_beyond_16_MiB_is_not_kept_and_the_next_is_read(string json, string problem)
    {
        var huge = $"{{\"x\":\"{new string('x', JsonRecords.MaxLength)}\"}}";
        var records = JsonRecords.Of(Stream(json.Replace("{0}", huge, StringComparison.Ordinal)))
            .Select(record => (record.Problem, record.Bytes.Length)).ToList();
        Assert.Equal(2, records.Count);
        Assert.StartsWith(problem, records[0].Problem, StringComparison.Ordinal);
        Assert.Equal((null, 7), records[1]);
    }

    [Theory]
    [InlineData("""{"title":"Fog","text":"A."}""", null, 0)]
    [InlineData("""[{"title":"Fog","text":"A."}]""", null, 0)]
    [InlineData("""{"articles":[{"title":"Fog","text":"A."}]}""", "articles", 2)]
    [InlineData("""{"response":{"docs":[{"title":"Fog","text":"A."}]}}""", "docs", 3)]
    [InlineData("""{"hits":{"hits":[{"_source":{"title":"Fog","body":"A."}}]}}""", "hits", 3)]
    [InlineData("""{"1":{"title":"Fog","text":"A."},"2":{"title":"Keeper","text":"B."}}""", null, 1)]
    [InlineData("""{"title":"Fog","text":"A.","items":[{"title":"x","text":"y"}]}""", null, 0)]
    [InlineData("""{"title":"Fog","body":[{"type":"p","text":"A.","url":"u"}]}""", null, 0)]
    public void The_layout_says_where_records_lie(string json, string? list, int depth) =>
        Assert.Equal(new JsonLayout(list, depth), JsonLayout.Of(Encoding.UTF8.GetBytes(json), FieldMapping.ByName));

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"related":[{"title":"Fog","text":"A."}]}""")]
    [InlineData("""["Fog"]""")]
    [InlineData("text")]
    [InlineData("")]
    public void A_file_without_articles_has_no_layout(string json) =>
        Assert.Null(JsonLayout.Of(Encoding.UTF8.GetBytes(json), FieldMapping.ByName));

    [Fact]
    public void The_layout_shows_in_the_beginning_of_a_file() =>
        Assert.Equal(
            new JsonLayout("articles", 2),
            JsonLayout.Of("""{"total":9,"articles":[{"title":"Fog","text":"A.","x"""u8, FieldMapping.ByName));

    [Theory]
    [InlineData("""{"a":[{"x":1}],"docs":[{"x":2},{"x":[{"y":3}]}]}""", "23:{\"x\":2} 31:{\"x\":[{\"y\":3}]}")]
    [InlineData("""{"docs":[]}""", "")]
    [InlineData("""{"docs":["]}",{"x":"]"}]}""", "14:{\"x\":\"]\"}")]
    [InlineData("""{"docs":{"docs":[{"x":1}]}}""", "")]
    public void Records_of_a_list_are_those_at_its_depth(string json, string expected) =>
        Assert.Equal(expected, string.Join(' ', Records(new JsonListRecords(new JsonLayout("docs", 2)).Of(Stream(json)))));

    [Theory]
    [
        InlineData("""{"title":{"0":"Fog","1":"Keeper"},"text":{"0":"A.","1":"B."}}""",
            """{"title":"Fog","text":"A."}|{"title":"Keeper","text":"B."}""")]
    [InlineData("""{"title":{"0":"Fog"},"text":{"1":"B."}}""", """{"title":"Fog"}|{"text":"B."}""")]
    [InlineData("""{"columns":["a","b"],"data":[[1,2],[3]]}""", """{"a":1,"b":2}|{"a":3}""")]
    [InlineData("""{"columns":["a"],"data":[{"x":1},7]}""", """{"x":1}|{}""")]
    [InlineData("""{"columns":7,"data":[[1]]}""", "")]
    [InlineData("""{"a":{"0":1,"0":2}}""", """{"a":1}""")]
    public void Rows_of_a_table_are_objects(string json, string expected) =>
        Assert.Equal(expected,
            string.Join('|', JsonTableRecords.Of(Stream(json)).Select(record => Encoding.UTF8.GetString(record.Bytes.Span))));

    [Theory]
    [InlineData("{\"a\":{\"0\":", "the table is not valid JSON at byte 10 of line 1")]
    [InlineData("{\"a\":{\"0\":1}}}", "the table is not valid JSON at byte 13 of line 1")]
    public void A_table_that_is_broken_says_where(string json, string problem) =>
        Assert.Equal(problem, Assert.Single(JsonTableRecords.Of(Stream(json))).Problem);

    private static IEnumerable<string> Records(IEnumerable<JsonRecord> records) =>
        records.Select(record => $"{record.Offset}:{Encoding.UTF8.GetString(record.Bytes.Span)}");

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));
}
