using System.IO.Compression;
using System.Text;
using Indexer.Archives;
using Indexer.Fields;

namespace NewsSearch.Tests.Archives;

/// <summary>Files of many records, which several threads parse, against a list of what each record is and where it begins.</summary>
public sealed class LargeFileTests
{
    private const int Records = 3000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Lines_of_JSON_keep_their_order_offsets_and_reasons(int seed)
    {
        var (content, expected) = Lines(new Random(seed));
        Assert.Equal(expected, Shorts(Encoding.UTF8.GetBytes(content)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Items_of_a_list_keep_their_order_and_offsets(int seed)
    {
        var random = new Random(seed);
        var (content, expected) = (new StringBuilder("[\n"), new List<string>());
        for (var i = 0; i < Records; i++)
        {
            expected.Add($"{content.Length} +Fog {i}");
            content.Append(Article(random, i)).Append(i < Records - 1 ? ",\n" : "\n]");
        }

        Assert.Equal(expected, Shorts(Encoding.UTF8.GetBytes(content.ToString())));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Rows_of_a_table_keep_their_order_offsets_and_reasons(int seed)
    {
        var random = new Random(seed);
        var (content, expected) = (new StringBuilder("title,text,date\n"), new List<string>());
        for (var i = 0; i < Records; i++)
        {
            var at = content.Length;
            switch (random.Next(12))
            {
                case 0:
                    content.Append("Fog ").Append(i).Append(",too few\n");
                    expected.Add($"{at} !the row has 2 fields; expected 3, as in the first line");
                    break;
                case 1:
                    content.Append("\"\",,2021-04-05\n");
                    expected.Add($"{at} !the record has neither headline nor text");
                    break;
                default:
                    content.Append("\"Fog ").Append(i).Append("\",\"<p>").Append(Text(random))
                        .Append(",</p>\n<p>said the \"\"harbour\"\".</p>\",2021-04-05\n");
                    expected.Add($"{at} +Fog {i}");
                    break;
            }
        }

        Assert.Equal(expected, Shorts(Encoding.UTF8.GetBytes(content.ToString())));
    }

    /// <summary>The first line may be cut off, too, so that the packed bytes end within the second half.</summary>
    [Fact]
    public void Of_a_damaged_file_every_record_before_the_damage_is_read()
    {
        var (content, expected) = Lines(new Random(3));
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(content));
        var bytes = packed.ToArray();
        bytes.AsSpan(bytes.Length / 2).Fill(0xFF);
        var shorts = Shorts(bytes);
        Assert.InRange(shorts.Count, Records / 4, Records * 3 / 4);
        Assert.Equal(expected.Take(shorts.Count - 1), shorts[..^1]);
        Assert.StartsWith(
            $"{shorts[^2].Split(' ')[0]} !the file cannot be read beyond the record that begins at ", shorts[^1], StringComparison.Ordinal);
    }

    /// <summary>The mapping of the members is kept from record to record; records of two shapes replace it in turn.</summary>
    [Fact]
    public void Records_with_other_members_than_their_neighbours_are_read_by_their_own()
    {
        var content = string.Concat(Enumerable.Range(0, Records).Select(i => i % 2 == 0
            ? $$"""{"title":"Fog {{i}}","text":"A ship."}""" + "\n"
            : $$"""{"text":"A boat.","author":"Jane Doe","title":"Fog {{i}}"}""" + "\n"));
        var articles = SampleFile.Articles(new ArchiveReaders(FieldMapping.ByName).For(SampleFile.Head(content))!, content);
        Assert.Equal(
            Enumerable.Range(0, Records).Select(i => ($"Fog {i}", i % 2 == 0 ? "A ship." : "A boat.", i % 2)),
            articles.Select(article => (article.Headline, article.Body, article.Authors.Count)));
    }

    private static (string Content, List<string> Expected) Lines(Random random)
    {
        var (content, expected) = (new StringBuilder(), new List<string>());
        for (var i = 0; i < Records; i++)
        {
            var at = content.Length;
            switch (i == 0 ? -1 : random.Next(12))
            {
                case 0:
                    content.Append("[1, 2]\n");
                    expected.Add($"{at} !the record is not a JSON object; expected {{ and }}");
                    break;
                case 1:
                    content.Append("{\"date\":\"2021\"}\n");
                    expected.Add($"{at} !the record has neither headline nor text");
                    break;
                case 2:
                    content.Append('\n');
                    break;
                case 3:
                    content.Append("{\"title\":\"x\",\"status\":\"draft\"}\n");
                    expected.Add($"{at} -a post that is not published (draft)");
                    break;
                default:
                    content.Append(Article(random, i)).Append('\n');
                    expected.Add($"{at} +Fog {i}");
                    break;
            }
        }

        return (content.ToString(), expected);
    }

    private static string Article(Random random, int number) =>
        $$"""{"title":"Fog {{number}}","text":"<p>{{Text(random)}}</p><p>A ship ran aground.</p>"}""";

    /// <summary>A few words, or thousands.</summary>
    private static string Text(Random random) => string.Concat(Enumerable.Repeat("harbour ", 1 << random.Next(9)));

    private static List<string> Shorts(byte[] file) =>
        [.. new ArchiveFile(new ArchiveReaders(FieldMapping.ByName)).Read("file", new MemoryStream(file))
            .Select(reading => $"{reading.Offset} {SampleFile.Short(reading)}")];
}
