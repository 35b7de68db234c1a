using System.IO.Compression;
using System.Text;
using Indexer.Archives;
using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Archives;

public sealed class ReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_scraped_page_is_its_article_and_a_headline_for_each_line_of_its_ticker()
    {
        var articles = ReadAll(
            "- 12:20Fog closes port\r\n- 08:05 Ferry back\nFollow us on Facebook\n\nKeeper retires\nFirst paragraph.\nSecond paragraph.\n");

        Assert.Equal(["Fog closes port", "Ferry back", "Keeper retires"], articles.Select(article => article.Headline));
        Assert.Equal([DatePrecision.MinuteOfDay, DatePrecision.MinuteOfDay, DatePrecision.Unknown],
            articles.Select(article => article.Published.Precision));
        Assert.Equal("12:20", articles[0].Published.TimeOfDayText);
        Assert.Null(articles[0].Published.Date);
        Assert.Equal("First paragraph.\n\nSecond paragraph.", articles[2].Body);
    }

    [Fact]
    public void Lines_of_the_site_are_no_part_of_a_scraped_article()
    {
        var articles = ReadAll(
            "Skip to content\nMenu\n- 12:20Fog closes port\nWe use cookies to make this site better.\nKeeper retires\nFirst paragraph.\n"
            + "Read more: Ferries late\nShare\nSecond paragraph.\nAdvertisement\nRelated stories\n");
        Assert.Equal(["Fog closes port", "Keeper retires"], articles.Select(article => article.Headline));
        Assert.Equal("First paragraph.\n\nSecond paragraph.", articles[1].Body);
    }

    [Fact]
    public void A_Reuters_document_has_its_date_names_and_paragraphs()
    {
        var article = Assert.Single(ReadAll("""
            <!DOCTYPE lewis SYSTEM "lewis.dtd">
            <REUTERS TOPICS="YES" OLDID="1" NEWID="7">
            <DATE> 2-MAR-1987 09:15:05.40&#5;&#5;RM</DATE>
            <TOPICS><D>cocoa</D></TOPICS>
            <PLACES><D>west-germany</D></PLACES><PEOPLE><D>james-baker</D></PEOPLE><ORGS><D>imf</D></ORGS>
            <TEXT>&#2;
            <TITLE>SALE OF &lt;AT&amp;T> UNIT</TITLE>
            <AUTHOR>    By Cal Mankowski, Reuters</AUTHOR><DATELINE>    BASLE, March 2 - </DATELINE><BODY>Sandoz said
            it planned.
                A second paragraph.
             REUTER
            &#3;</BODY></TEXT>
            </REUTERS>
            """));

        Assert.Equal("reuters21578-7", article.Id);
        Assert.Equal("SALE OF <AT&T> UNIT", article.Headline);
        Assert.Equal("BASLE, March 2 - Sandoz said it planned.\n\nA second paragraph.", article.Body);
        Assert.Equal(("1987-03-02", "09:15:05", DatePrecision.Day),
            (article.Published.Date!.ToString(), article.Published.TimeOfDayText, article.Published.Precision));
        Assert.Equal(["Cal Mankowski"], article.Authors);
        Assert.Equal(["james-baker", "imf", "west-germany"], article.Entities.Select(entity => entity.Name));
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\ufeff")]
    [InlineData("\r\n", "\ufeff")]
    public void The_offset_of_a_row_is_where_its_bytes_begin(string lineEnd, string mark)
    {
        var table = mark
            + string.Join(lineEnd, "title,text,date", "A,Été,1987-01-01", "B,b,1987-01-02", "C,\"two\nlines\",1987-01-03", "")
            + lineEnd;
        var offsets = Read(table).OfType<Reading.Read>().Select(read => (int)read.Offset);
        Assert.Equal("ABC", string.Concat(offsets.Select(offset => (char)Encoding.UTF8.GetBytes(table)[offset])));
    }

    [Fact]
    public void The_offset_of_a_row_knows_the_line_of_Excel()
    {
        const string Table = "sep=;\r\ntitle;text\r\nA;Been\r\n";
        Assert.Equal(Table.IndexOf("A;", StringComparison.Ordinal), Assert.Single(Read(Table)).Offset);
    }

    [Theory]
    [InlineData("\\N")]
    [InlineData("NULL")]
    [InlineData("nan")]
    [InlineData("None")]
    public void What_databases_write_for_no_value_is_none(string value)
    {
        var article = Assert.Single(ReadAll($"title,text,author,source\nFog,A ship,{value},{value}\n"));
        Assert.Empty(article.Authors);
        Assert.Null(article.Source);
    }

    [Theory]
    [InlineData("""{"headline":"Fog","published":"2019-11-18"}""", "article-records")]
    [InlineData("""{"headline":"Fog","published":"2019-11-18","words":3,"entities":[{"name":"Elster","type":"place"}]}""",
        "article-records")]
    [InlineData("""{"headline":"Fog","published_from":"none","published":null,"date":"2019-11-18"}""", "article-records")]
    [InlineData("""{"headline":"Fog","date":"2019-11-18"}""", "json")]
    [InlineData("""{"headline":"Fog","link":"https://e.example/1","published":"2019-11-18"}""", "json")]
    [InlineData("""{"body":"A ship.","_id":1}""", "json")]
    public void An_article_record_is_one_that_calls_no_field_by_another_name(string record, string reader) =>
        Assert.Equal(reader, Assert.Single(Read(record + "\n")).Reader);

    [Fact]
    public void One_broken_record_costs_its_neighbours_nothing()
    {
        var readings = Read("{\"headline\":\"one\"}\n{\"headline\":\"tw\n{\"headline\":\"three\"}\n");
        Assert.Equal(["one", "three"], readings.OfType<Reading.Read>().Select(read => read.Article.Headline));
        var rejected = Assert.Single(readings.OfType<Reading.Rejected>());
        Assert.Equal((19, "article-records", "{\"headline\":\"tw"), (rejected.Offset, rejected.Reader, rejected.Snippet));
    }

    [Fact]
    public void A_Reuters_document_that_is_cut_off_is_rejected_and_the_next_one_read()
    {
        var readings = Read(
            "<REUTERS NEWID=\"1\">\n<TEXT><TITLE>ONE</TITLE>\n<REUTERS NEWID=\"2\">\n<TEXT><TITLE>TWO</TITLE></TEXT>\n</REUTERS>\n"
            + "<REUTERS NEWID=\"3\">\n");
        Assert.Equal("TWO", Assert.Single(readings.OfType<Reading.Read>()).Article.Headline);
        Assert.Equal(2, readings.OfType<Reading.Rejected>().Count());
    }

    [Theory]
    [InlineData("utf-16", "{0}", true)]
    [InlineData("utf-16", "{0}", false)]
    [InlineData("utf-16BE", "{0}", true)]
    [InlineData("utf-16BE", "{0}", false)]
    [InlineData("utf-32", "{0}", true)]
    [InlineData("utf-32", "{0}", false)]
    [InlineData("utf-32BE", "{0}", true)]
    [InlineData("utf-16", "title,text\r\nÉté à Elster,b\r\n", true)]
    [InlineData("utf-16", "title,text\r\nÉté à Elster,b\r\n", false)]
    [InlineData("utf-16", "Été à Elster\n\nThe harbour was closed on Friday morning after a ship ran aground in thick fog.\n", true)]
    [InlineData("utf-16", "<html><body><h1>Été à Elster</h1><p>The harbour was closed on Friday.</p></body></html>", false)]
    [InlineData("utf-16",
        "<?xml version='1.0' encoding='UTF-16'?><rss version='2.0'><channel><item><title>Été à Elster</title></item></channel></rss>",
        true)]
    public void Texts_of_wide_characters_are_read_by_every_reader(string encoding, string text, bool marked)
    {
        var wide = Encoding.GetEncoding(encoding);
        var bytes = wide.GetBytes(text.Replace("{0}", "{\"headline\":\"Été à Elster\"}\n", StringComparison.Ordinal));
        using var stream = new MemoryStream(marked ? [.. wide.GetPreamble(), .. bytes] : bytes);
        Assert.Equal("Été à Elster",
            Assert.IsType<Reading.Read>(Assert.Single(new ArchiveFile(new ArchiveReaders()).Read("file", stream))).Article.Headline);
    }

    [Theory]
    [InlineData("<br />\n<b>Warning</b>: no connection<br />\n<!DOCTYPE html>\n<html><body>{0}</body></html>")]
    [InlineData("<style>\n.a { color: red }\n</style>\n<!DOCTYPE html>\n<html><body>{0}</body></html>")]
    [InlineData("\n\n<!-- THEME DEBUG -->\n<!DOCTYPE html>\n<html><body>\0\0{0}</body></html>")]
    public void Pages_are_read_after_what_servers_put_before_them(string page) =>
        Assert.Equal("Fog closes port",
            Assert.IsType<Reading.Read>(
                Assert.Single(
                    Read(
                        page.Replace("{0}",
                            "<h1>Fog closes port</h1><p>The harbour was closed on Friday morning, after a ship ran aground in thick fog "
                            + "near the pier.</p>",
                            StringComparison.Ordinal)))).Article.Headline);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\u0000\u0001\u0002 binary", "binary")]
    [InlineData("just a sentence", "no known format")]
    public void Says_why_a_file_is_not_read(string content, string reason) =>
        Assert.Contains(reason, Assert.IsType<Reading.Rejected>(Assert.Single(Read(content))).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_line_of_fifty_megabytes_is_rejected_and_the_line_after_it_read()
    {
        File.WriteAllText(folder.File("a"), "{\"headline\":\"" + new string('x', 50_000_000) + "\"}\n{\"headline\":\"short\"}\n");
        var readings = new ArchiveFile(new ArchiveReaders()).Read(folder.File("a")).ToList();
        Assert.Contains("50,000,015 bytes", Assert.IsType<Reading.Rejected>(readings[0]).Reason, StringComparison.Ordinal);
        Assert.Equal("short", Assert.IsType<Reading.Read>(readings[1]).Article.Headline);
    }

    [Fact]
    public void Compressed_files_are_read_through_and_damaged_ones_as_far_as_they_go()
    {
        var lines = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"headline\":\"story {i} {Guid.NewGuid()}\"}}\n"));
        using (var gzip = new GZipStream(File.Create(folder.File("a.gz")), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(lines));
        Assert.Equal(20_000, new ArchiveFile(new ArchiveReaders()).Read(folder.File("a.gz")).OfType<Reading.Read>().Count());

        var bytes = File.ReadAllBytes(folder.File("a.gz"));
        bytes.AsSpan(bytes.Length / 2, 5000).Fill(0xFF);
        File.WriteAllBytes(folder.File("a.gz"), bytes);
        var readings = new ArchiveFile(new ArchiveReaders()).Read(folder.File("a.gz")).ToList();
        Assert.NotEmpty(readings.OfType<Reading.Read>());
        Assert.Contains(readings, reading => reading is Reading.Rejected);
    }

    [Theory]
    [InlineData("caf\u00E9", true)]
    [InlineData("caf\u00E9", false)]
    public void Latin_letters_survive_in_either_encoding(string word, bool utf8) =>
        Assert.Equal(word, TextDecoding.Decode((utf8 ? Encoding.UTF8 : Encoding.Latin1).GetBytes(word)));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(70_000)]
    public void Lines_have_their_offsets_whatever_pieces_the_stream_comes_in(int piece)
    {
        var text = string.Join('\n', Enumerable.Range(0, 3000).Select(i => new string('a', i % 97))) + "\r\nlast";
        var scanner = new LineScanner(new PiecewiseStream(Encoding.ASCII.GetBytes(text), piece));
        while (scanner.TryRead(out var line))
            Assert.Equal(Encoding.ASCII.GetString(line.Bytes.Span), text.Substring((int)line.Offset, line.Bytes.Length));
    }

    private List<Reading> Read(string content)
    {
        File.WriteAllText(folder.File("archive"), content);
        return [.. new ArchiveFile(new ArchiveReaders()).Read(folder.File("archive"))];
    }

    private List<Article> ReadAll(string content) => [.. Read(content).Select(reading => Assert.IsType<Reading.Read>(reading).Article)];

    private sealed class PiecewiseStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
