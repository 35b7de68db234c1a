using System.Text;
using Indexer.Archives;
using Indexer.Records;

namespace NewsSearch.Tests.Archives;

/// <summary>One small file of each format, and what has to be read of it: a table for each family.</summary>
public sealed partial class FormatTests
{
    [Theory]
    [MemberData(nameof(Xml))]
    [MemberData(nameof(Json))]
    [MemberData(nameof(Texts))]
    [MemberData(nameof(Pages))]
    public void Is_read_with_headline_body_and_date(string name, string content, string reader, string body, string? published)
    {
        var bytes = name.Contains("windows-1252", StringComparison.Ordinal)
            ? Encoding.Latin1.GetBytes(content)
            : Encoding.UTF8.GetBytes(content);
        var read = Read(bytes).OfType<Reading.Read>().First();
        Assert.Equal((reader, "Fog closes port", body), (read.Reader, read.Article.Headline, read.Article.Body));
        if (published is not null)
            Assert.Equal(published, read.Article.Published.Date?.ToString());
    }

    [Theory]
    [InlineData(
        """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item>"""
        + """<title>&b;</title></item></channel></rss>""",
        "defines entities")]
    [InlineData("""<?xml version="1.0"?><nitf><body><body.content>""", "read as far as it goes")]
    [InlineData("title,text,date\none,two\n", "the row has 2 fields; expected 3")]
    [InlineData("title,text,date\none,\"two,three\nfour,five,six\n", "the row has 2 fields")]
    [InlineData("---\ntitle: [\n---\ntext\n", "not valid YAML")]
    [InlineData("+++\ntitle = [\n+++\ntext\n", "not valid TOML")]
    [InlineData("{\"articles\":[{\"title\":\"a\",\"text\":\"b\"},{\"title\":\"c\",\"te", "the file ends inside a record")]
    [InlineData("{\"articles\":[{\"title\":\"a\",\"text\":\"b\"},{\"title\":\"c\n{\"articles\":[]}\n", "the line ends inside a record")]
    [InlineData(
        "HD\n\nFog closes port\n\nWC\n\n3 words\n\nLP\n\nA ship.\n\nDocument ELPO000020191118efbi00012\n\nHD\n\nCut off\n\nLP\n\nA sh",
        "the document does not end")]
    [InlineData("{\"title\":{\"0\":\"Fog\",\"1\":null},\"text\":{\"0\":\"A ship.\",\"1\":\" \"}}", "neither headline nor text")]
    [InlineData("{\"title\":{\"0\":\"Fog\"},\"\\ud83d\":{\"0\":\"A ship.\"}}", "not valid Unicode")]
    [InlineData("{\"title\":{\"0\":\"Fog\",\"1\":\"\\ud83d\"}}", "not valid Unicode")]
    [InlineData("{\"title\":{\"0\":\"Fog\",\"1\":\"", "the table is not valid JSON")]
    [InlineData("{\"a\":1,\"b\":\"c\"}\n", "JSON without a headline or a text by a known name (it has \"a\", \"b\"); say with --mapping")]
    [InlineData("N1\tsport\tFog closes port\nN2\tnews\tKeeper retires\n",
        "a table without a known name on its first line (\"N1\", \"sport\", \"Fog closes port\"); say with --mapping")]
    [InlineData("Nothing.\nOf note.\n", "a text of no known format; expected one of warc")]
    [InlineData("%PDF-1.4\n", "a PDF, which is not read; save it as")]
    [InlineData("PK\u0003\u0004\u0014\0\u0006\0\b\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0\u0013\0\0\0[Content_Types].xml",
        "a document of an Office program, which is not read")]
    [InlineData("{\"title\":\"a\",\"text\":\"b\"}\n{\"title\":\"\\ud83d\",\"text\":\"b\"}\n", "not valid Unicode")]
    [InlineData("{\"title\":\"a\",\"text\":\"b\"}\n{\"title\":\"c\"\n", "not valid JSON at byte 37")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n", "no Content-Length")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5000\r\nContent-Type: text/html\r\n\r\n<html><body><h1>Cut</h1>",
        "ends inside the record")]
    [InlineData("filedesc://a 127.0.0.1 20140301000000 text/plain 0\nhttp://a.example/ 127.0.0.1 20140102000000 text/html abc\n",
        "the length \"abc\"")]
    public void Says_what_is_wrong(string content, string reason) =>
        Assert.Contains(Read(Encoding.UTF8.GetBytes(content)).OfType<Reading.Rejected>(),
            rejected => rejected.Reason.Contains(reason, StringComparison.Ordinal));

    [Theory]
    [InlineData("<conceptItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='a'/>", "conceptItem")]
    [InlineData("<rss><channel><title>a</title></channel></rss>", "a feed without items")]
    [InlineData("{\"uri\":\"a\",\"type\":\"picture\",\"renditions\":{}}", "picture")]
    [InlineData("{\"title\":\"Fog\",\"html\":\"<p>A ship.</p>\",\"status\":\"draft\"}", "a post that is not published (draft)")]
    [InlineData("title,text,date\n", "a file without records")]
    [InlineData("example,e)/fog 20191118080500 {\"url\": \"https://e.example/fog\"}\n", "a list of what a crawl has captured")]
    [InlineData(
        "{\"profile\":\"data-package\",\"wacz_version\":\"1.1.1\",\"title\":\"Fog\","
        + "\"created\":\"2019-11-18T08:05:00Z\",\"resources\":[]}",
        "a list of what a crawl has captured")]
    [InlineData("{\"format\":\"json-pages-1.0\",\"title\":\"All Pages\"}\n{\"url\":\"u\",\"title\":\"Fog\",\"text\":\"A ship.\"}\n",
        "a list of what a crawl has captured")]
    public void Says_what_is_no_article(string content, string what) =>
        Assert.Contains(what, Assert.IsType<Reading.PassedOver>(Assert.Single(Read(Encoding.UTF8.GetBytes(content)))).Reason,
            StringComparison.Ordinal);

    [Fact]
    public void Passes_over_what_a_crawl_has_besides_pages()
    {
        var readings = Read(Encoding.UTF8.GetBytes(
            Warc("warcinfo", "application/warc-fields", "software: x")
                + Warc("revisit", "application/http", "HTTP/1.1 200 OK\r\n\r\n")
                + Warc("conversion", "text/plain",
                    "Fog closes port - Elster\nHome\nMenu\nA ship ran aground in the fog near the pier today, the port authority said.")
            + Warc("response", "application/http", "HTTP/1.1 404 Not Found\r\n\r\ngone")
                + Warc("response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG")));
        Assert.Equal(5, readings.OfType<Reading.PassedOver>().Count());
        Assert.Equal(5, readings.Count);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n{0}<newsItem", "\n")]
    [InlineData("A headline\n\n{0}", "x")]
    [InlineData("---\ntitle: a\n---\n{0}", "> ")]
    [InlineData("{0}", "{{{{< ")]
    [InlineData("{0}", "<a><b>")]
    [InlineData("From: a\nTo: b\n{0}", "c: d\n")]
    [InlineData("[{0}", "[")]
    [InlineData("<html>{0}", "<div class='a'>")]
    [InlineData("1 of 2 DOCUMENTS\n\nLENGTH: 3 words\n\n{0}", "A ship ran aground.\n")]
    [InlineData("Home\nMenu\n{0}", "a  |  b  |  c  | dddddddddddddddddddddddddddddddddddddddd\n")]
    [InlineData("title\ttext\nFog\tA ship ran aground{0}", "<div></p>")]
    [InlineData("<html><body><h1>Fog</h1>{0}", "A ship ran aground.<br>")]
    public async Task Nothing_keeps_a_reader_busy(string frame, string token)
    {
        var content = string.Format(System.Globalization.CultureInfo.InvariantCulture, frame,
            string.Concat(Enumerable.Repeat(token, 60_000 / token.Length)));
        var reading = Task.Run(() => Read(Encoding.UTF8.GetBytes(content)));
        Assert.Same(reading, await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(30))));
        Assert.DoesNotContain(await reading, each => each is Reading.Rejected rejected
            && rejected.Reason.Contains("Exception:", StringComparison.Ordinal));
    }

    private static List<Reading> Read(byte[] content) => [.. new ArchiveFile(new ArchiveReaders()).Read("file", new MemoryStream(content))];

    private static string Warc(string type, string contentType, string block) =>
        $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: https://e.example/1\r\nContent-Type: {contentType}\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n";
}
