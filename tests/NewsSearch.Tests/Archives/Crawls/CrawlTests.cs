using System.IO.Compression;
using System.Text;
using Indexer.Archives.Crawls;
using Indexer.Archives.Documents;
using Indexer.Records;

namespace NewsSearch.Tests.Archives.Crawls;

/// <summary>Records of crawls, and the answers in them.</summary>
public sealed class CrawlTests
{
    private const string Page =
        "<html><body><h1>Fog closes port</h1><p>A ship ran aground in the fog near the pier today.</p></body></html>";

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/HTML; charset=\"utf-8\"\r\n\r\nbody", 200, "text/html", "utf-8", "body")]
    [InlineData("HTTP/1.1 404 Not Found\n\nbody", 404, "", null, "body")]
    [InlineData("HTTP/1.1 nope\r\n\r\n", 0, "", null, "")]
    [InlineData("no header", 0, "", null, "")]
    [InlineData("", 0, "", null, "")]
    public void An_answer_is_its_status_type_and_body(string answer, int status, string type, string? charset, string body)
    {
        var parsed = HttpAnswer.Parse(Encoding.UTF8.GetBytes(answer));
        Assert.Equal((status, type, charset, body),
            (parsed.Status, parsed.ContentType, parsed.Charset, Encoding.UTF8.GetString(parsed.Body)));
    }

    [Theory]
    [InlineData("3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n", "abcde")]
    [InlineData("a\r\n0123456789\r\n0\r\n", "0123456789")]
    [InlineData("5\r\nabc", "abc")]
    [InlineData("3\r\nabc\r\nzz\r\n", "abc")]
    [InlineData("joined already", "joined already")]
    public void Chunks_are_joined_as_far_as_they_go(string body, string expected) =>
        Assert.Equal(expected,
            Encoding.UTF8.GetString(
                HttpAnswer.Parse(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{body}")).Body));

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("br, gzip")]
    [InlineData("raw deflate")]
    public void Content_codings_are_undone_in_reverse_order(string codings)
    {
        var body = codings.Replace("raw deflate", "raw", StringComparison.Ordinal)
            .Split(", ")
            .Aggregate(Encoding.UTF8.GetBytes("Fog"), Encode);
        var answer = Answer(codings.Replace("raw ", "", StringComparison.Ordinal), body);
        Assert.Equal(("Fog", null), (Encoding.UTF8.GetString(answer.Body), answer.UnreadCoding));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("exi", "exi")]
    public void A_coding_that_cannot_be_undone_leaves_the_body(string coding, string expected)
    {
        var answer = Answer(coding, Encoding.UTF8.GetBytes("Fog"));
        Assert.Equal(("Fog", expected), (Encoding.UTF8.GetString(answer.Body), answer.UnreadCoding));
    }

    [Fact]
    public void A_record_stream_counts_what_it_gives()
    {
        var records = new RecordStream(new MemoryStream("one\r\n\ntwo\nabcdef"u8.ToArray()));
        Assert.Equal(("one", 5L), (records.ReadLine(), records.Offset));
        Assert.Equal(("", 6L), (records.ReadLine(), records.Offset));
        Assert.Equal(("two", 10L), (records.ReadLine(), records.Offset));
        Assert.Equal(("ab", 12L), (Encoding.ASCII.GetString(records.ReadBytes(2)), records.Offset));
        Assert.True(records.Skip(1));
        Assert.Equal("def", Encoding.ASCII.GetString(records.ReadBytes(100)));
        Assert.False(records.Skip(1));
        Assert.Null(records.ReadLine());
    }

    [Fact]
    public void A_line_beyond_64_KiB_is_cut_and_counted_whole()
    {
        var records = new RecordStream(new MemoryStream(Encoding.ASCII.GetBytes(new string('a', 500_000) + "\nb\n")));
        Assert.True(records.ReadLine()!.Length < 500_000);
        Assert.Equal((500_001L, "b"), (records.Offset, records.ReadLine()));
    }

    [Theory]
    [
        InlineData("response", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
            + Page, "+Fog closes port")]
    [InlineData("resource", "text/html", Page, "+Fog closes port")]
    [InlineData("response", "application/http", "HTTP/1.1 301 Moved\r\n\r\n", "-an answer with the status 301")]
    [InlineData("response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx", "-no text but image/png")]
    [InlineData("response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", "-an empty answer")]
    [InlineData("response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nx", "-text/html in no known format")]
    [InlineData("request", "application/http", "GET / HTTP/1.1\r\n\r\n", "-a record of the type request")]
    [InlineData("", "text/html", Page, "-a record of no type")]
    public void A_WARC_record_is_what_it_captured(string type, string contentType, string block, string expected) =>
        Assert.Equal(expected, SampleFile.Short(Assert.Single(SampleFile.Read(Warc(), Record(type, contentType, block)))));

    [Fact]
    public void A_WARC_whose_length_is_too_small_is_read_from_the_next_record()
    {
        var wrong = Record("resource", "text/html", Page)
            .Replace($"Content-Length: {Page.Length}", "Content-Length: 10", StringComparison.Ordinal);
        var readings = SampleFile.Read(Warc(), wrong + Record("resource", "text/html", Page));
        Assert.Equal(
            [
                "!the page has neither a headline nor running text",
                "!bytes between records, up to the next WARC/; expected a record",
                "+Fog closes port",
            ],
            readings.Select(SampleFile.Short));
        Assert.Equal(wrong.Length, readings[^1].Offset);
    }

    [Theory]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\n\r\n", "!the record has no Content-Length that is a number")]
    [
        InlineData("WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 9\r\n\r\nx",
            "!the file ends inside the record: expected 9 bytes of content")]
    public void A_WARC_record_that_is_broken_says_why(string warc, string expected) =>
        Assert.Equal(expected, string.Join('|', SampleFile.Read(Warc(), warc).Select(SampleFile.Short)));

    [Fact]
    public void An_article_without_an_address_has_the_captured_one()
    {
        var read = Assert.IsType<Reading.Read>(Assert.Single(SampleFile.Read(Warc(), Record("resource", "text/html", Page))));
        Assert.Equal(("https://e.example/1", "warc", 0L), (read.Article.Url, read.Reader, read.Offset));
    }

    [Theory]
    [InlineData("http://e.example/1 1.2.3.4 20191118000000 text/html {0}\n{1}\n", "+Fog closes port")]
    [InlineData("http://e.example/robots.txt 1.2.3.4 20191118000000 text/plain 3\nabc\n", "-a robots.txt")]
    [InlineData("nonsense\n", "!a line that is not a record; expected an address, an IP address, a date, a type and a length")]
    [InlineData("http://e.example/1 1.2.3.4 20191118000000 text/html x\n", "!the record has the length \"x\"; expected a number of bytes")]
    public void An_ARC_record_is_what_it_captured(string record, string expected)
    {
        var text = "filedesc://a 1.2.3.4 20191118000000 text/plain 6\n1 0 A\n\n"
            + record.Replace("{0}", $"{Page.Length}", StringComparison.Ordinal).Replace("{1}", Page, StringComparison.Ordinal);
        Assert.Equal(["-the description of the file", expected], SampleFile.Read(new ArcReader(_ => new HtmlPageReader()), text)
            .Select(SampleFile.Short));
    }

    [Fact]
    public void A_crawl_inside_a_crawl_is_not_read()
    {
        var inner = new ArcReader(_ => null);
        var readings = SampleFile.Read(new WarcReader(_ => inner), Record("resource", "text/html", "filedesc://a"));
        Assert.Equal("-text/html in no known format", SampleFile.Short(Assert.Single(readings)));
    }

    [Theory]
    [InlineData("!meta 0 {}", true)]
    [InlineData(" CDX N b a m s k r M S V g", true)]
    [InlineData("example,e)/fog 20191118080500 {\"url\": \"u\"}", true)]
    [InlineData("example,e)/fog 20191118080500 https://e.example/fog text/html", true)]
    [InlineData("{\"path\":\"datapackage.json\",\"hash\":\"x\"}", true)]
    [InlineData("{\"path\":\"other.json\",\"hash\":\"x\"}", false)]
    [InlineData("e.example 20191118", false)]
    public void Lists_of_captures_are_passed_over(string content, bool expected) =>
        Assert.Equal(expected, new CrawlIndexReader().Recognises(SampleFile.Head(content)));

    private static WarcReader Warc() => new(head => head.Content.StartsWith('<') ? new HtmlPageReader() : null);

    private static string Record(string type, string contentType, string block) =>
        $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: https://e.example/1\r\nContent-Type: {contentType}\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n";

    private static HttpAnswer Answer(string coding, byte[] body) =>
        HttpAnswer.Parse([.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n\r\n"), .. body]);

    private static byte[] Encode(byte[] content, string coding)
    {
        if (coding == "identity")
            return content;
        using var encoded = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" or "x-gzip" => new GZipStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
            "raw" => new DeflateStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BrotliStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            stream.Write(content);
        }

        return encoded.ToArray();
    }
}
