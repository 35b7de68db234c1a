using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Indexer.Archives;
using Indexer.Records;

namespace NewsSearch.Tests.Archives;

/// <summary>
/// Records in the answers of interfaces are the records that they are one by one, whatever stands around them and in them.
/// </summary>
public sealed class JsonListTests
{
    private static readonly string[] Parts = ["{", "}", "[", "]", "\"", "\\", ",", ":", "\n", "articles", "\u00E9", "a b"];

    private static readonly Gen<string> Text = Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 8].Select(parts => "t"
        + string.Concat(parts));

    private static readonly Gen<JsonObject> Record = Gen.Select(Text, Text, Text, (title, body, more) => new JsonObject
    {
        ["title"] = title,
        ["text"] = body,
        ["url"] = "https://e.example/1",
        ["meta"] = new JsonObject { ["articles"] = new JsonArray { more, new JsonObject { ["title"] = more } } },
    });

    /// <summary>What interfaces put around their lists.</summary>
    private static readonly Func<JsonArray, string, JsonObject>[] Answers =
    [
        (records, _) => new JsonObject { ["articles"] = records },
        (records, text) => new JsonObject { ["status"] = text, ["articles"] = records, ["note"] = text },
        (records, text) =>
            new JsonObject { ["response"] = new JsonObject { ["facets"] = new JsonArray { new JsonObject { ["title"] = text } },
                ["docs"] = records, ["next"] = null } },
        (records, text) => new JsonObject { ["meta"] = new JsonObject { ["n"] = 1, ["title"] = text }, ["data"] = records },
    ];

    [Fact]
    public void Are_cut_out_of_every_answer() =>
        Gen.Select(Record.Array[1, 5].Array[1, 3], Text, Gen.Int[0, Answers.Length - 1], Gen.Bool,
            (answers, text, form, indented) => (answers, text, form, indented))
            .Sample(
        generated =>
        {
            var (answers, text, form, indented) = generated;
            var options = new JsonSerializerOptions { WriteIndented = indented };
            var archive = string.Join('\n',
                answers.Select(records => Answers[form](new JsonArray([.. records.Select(record => record.DeepClone())]), text)
                    .ToJsonString(options)));
            var oneByOne = string.Join('\n', answers.SelectMany(records => records).Select(record => record.ToJsonString()));

            var read = Read(archive);
            Assert.Equal(Read(oneByOne).Select(reading => (reading.Article.Headline, reading.Article.Body)),
                read.Select(reading => (reading.Article.Headline, reading.Article.Body)));
            Assert.All(read,
                reading =>
                    Assert.StartsWith("{", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(archive).AsSpan((int)reading.Offset)),
                        StringComparison.Ordinal));
        },
        iter: 2000);

    [Fact]
    public void Are_cut_out_of_an_answer_longer_than_any_record_may_be()
    {
        var record = $$"""{"title":"Fog closes port","text":"{{new string('a', 100_000)}}"}""";
        var answer = $$"""{"total":200,"results":[{{string.Join(',', Enumerable.Repeat(record, 200))}}]}""";
        Assert.Equal(200, Read(answer).Count);
    }

    private static List<Reading.Read> Read(string content) =>
        [.. new ArchiveFile(new ArchiveReaders())
            .Read("file", new MemoryStream(Encoding.UTF8.GetBytes(content)))
            .Select(Assert.IsType<Reading.Read>)];
}
