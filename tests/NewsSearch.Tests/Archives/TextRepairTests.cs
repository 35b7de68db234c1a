using System.Text;
using Enrichment;
using Indexer.Archives;
using Indexer.Archives.Xml;
using Indexer.Records;
using Indexer.Texts;

namespace NewsSearch.Tests.Archives;

public sealed class TextRepairTests
{
    [Theory]
    [InlineData("on Tues-\nday", "on Tuesday")]
    [InlineData("on TUES-\nDAY", "on TUESDAY")]
    [InlineData("the well-\nknown builder", "the well-known builder")]
    [InlineData("the inter-\nnational harbour of a national port", "the international harbour of a national port")]
    [InlineData("at Ost-\nmere, and Ostmere alone", "at Ostmere, and Ostmere alone")]
    [InlineData("a Lund-\nborg pier, or Lund-borg as they write", "a Lund-borg pier, or Lund-borg as they write")]
    [InlineData("Ein-\nund Ausfahrt", "Ein- und Ausfahrt")]
    [InlineData("up-to-\ndate", "up-to-date")]
    [InlineData("il est peut-\nêtre vice-\nprésident", "il est peut-être vice-président")]
    [InlineData("the Nord-\nSüd road", "the Nord-Süd road")]
    [InlineData("1914-\n18", "1914-18")]
    [InlineData("the pier -\nit fell", "the pier - it fell")]
    [InlineData("Unter\u00ad\nnehmer", "Unternehmer")]
    [InlineData("har\u00ac\nbour", "harbour")]
    public void A_word_that_a_line_end_divides_is_joined(string lines, string text) =>
        Assert.Equal($"{text}\n\nEnd.", PlainText.Paragraphs($"{lines}\n\nEnd."));

    [Theory]
    [InlineData(
        "first line here is as long as a page\n\tA paragraph that goes on in another line,\nwhich is this one, down to its end.\n"
        + "\tOne more that goes on in another line,\nwhich is this one, down to its end.",
    3)]
    [InlineData("  A list of two things\n  One thing\n  The other thing", 3)]
    [InlineData("A line that is a paragraph of its own.\nA line that is a paragraph of its own.", 2)]
    public void Indents_part_paragraphs_where_lines_are_broken(string text, int paragraphs) =>
        Assert.Equal(paragraphs, PlainText.Paragraphs(text).Split("\n\n").Length);

    [Theory]
    [InlineData("utf-8", "Élu à l’été – d\u00e9cid\u00e9", 0, "Élu à l’été – décidé")]
    [InlineData("utf-8", "Élu à l’été – d", 1, "Élu à l’été – d\uFFFD")]
    [InlineData("iso-8859-1", "Élu à l’été – d", 1, "Élu à l’été – d\uFFFD")]
    [InlineData(null, "Élu à l’été – d", 1, "Élu à l’été – d\uFFFD")]
    [InlineData("utf-8", "Tres bien d", 3, "Tres bien d\u00e9.\u00e9.\u00e9.")]
    [InlineData("us-ascii", "Tres bien d", 1, "Tres bien d\u00e9.")]
    public void One_bad_byte_does_not_make_another_encoding(string? declared, string text, int bad, string expected)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text), .. Enumerable.Repeat<byte[]>([0xE9, (byte)'.'], bad).SelectMany(each => each)];
        Assert.Equal(expected.TrimEnd('.'), EncodedText.Decode(bytes, declared).TrimEnd('.'));
        if (declared is not null)
            Assert.Equal(expected.TrimEnd('.'), EncodedText.Decode(bytes, $"\"{declared.ToUpperInvariant()}\"").TrimEnd('.'));
    }

    [Fact]
    public void Text_with_escapes_is_read_by_the_encoding_that_it_names()
    {
        var japanese = CodePagesEncodingProvider.Instance.GetEncoding("iso-2022-jp")!;
        Assert.Equal("港の評議会", EncodedText.Decode(japanese.GetBytes("港の評議会"), "ISO-2022-JP"));
    }

    [Theory]
    [InlineData("<a>Fish & chips</a>", "<a>Fish &amp; chips</a>")]
    [InlineData("<a>R&D, &c.</a>", "<a>R&amp;D, &amp;c.</a>")]
    [InlineData("<a b='?x=1&y=2'/>", "<a b='?x=1&amp;y=2'/>")]
    [InlineData("<a>&nbsp;&amp;&#8217;&foo;</a>", "<a>\u00A0&amp;&#8217;&amp;foo;</a>")]
    [InlineData("<a>1 < 2, <3</a>", "<a>1 &lt; 2, &lt;3</a>")]
    [InlineData("<a><![CDATA[Fish & chips < 5]]></a>", "<a><![CDATA[Fish & chips < 5]]></a>")]
    [InlineData("<a>&#xD83D;&#xDE00; &#55357;&#56832;</a>", "<a>\U0001F600 \U0001F600</a>")]
    [InlineData("<a>&#0;&#xD83D;&#9999999;</a>", "<a> \uFFFD\uFFFD</a>")]
    public void Signs_that_are_not_escaped_mean_themselves(string xml, string expected) => Assert.Equal(expected, LooseMarkup.Repair(xml));

    [Theory]
    [InlineData("<a><t>Fog<br>here</t></a>", "<a><t>Fog<br>here</br></t></a>")]
    [InlineData("<a><t>Fog</a>", "<a><t>Fog</t></a>")]
    [InlineData("<a>Fog</b></a>", "<a>Fog</a>")]
    [InlineData("<a><!-- <b> --><![CDATA[<c>]]><d/>", "<a><!-- <b> --><![CDATA[<c>]]><d/></a>")]
    public void What_is_open_ends_with_the_element_around_it(string xml, string expected) =>
        Assert.Equal(expected, TagBalance.Repair(xml, 10));

    [Fact]
    public void A_table_that_begins_with_ASCII_may_go_on_in_Windows_1252()
    {
        var rows = string.Concat(Enumerable.Range(0, 2000).Select(row => $"Title {row},The council of the port voted for a new pier.\n"));
        var table = Encoding.Latin1.GetBytes($"title,text\n{rows}Caf\u00e9,It\u0092s open at the caf\u00e9.\n");
        var last = Assert.IsType<Reading.Read>(Read(table).Last()).Article;
        Assert.Equal(("Caf\u00e9", "It’s open at the caf\u00e9."), (last.Headline, last.Body));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1500)]
    public void Rows_that_share_an_address_stay_apart_however_far(int between)
    {
        var rows = string.Concat(Enumerable.Range(0, between).Select(row => $"https://e.example/{row},Title {row},Text {row}.\n"));
        var ids = IdsOf(
            "url,title,text\nhttps://e.example/t,Fog closes port,A ship ran aground.\n"
            + $"{rows}https://e.example/t,Keeper retires,He was the last.\n");
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void A_later_version_in_one_file_keeps_the_id()
    {
        var ids = IdsOf(
            "url,title,text\nhttps://e.example/t,Fog closes port,A ship ran aground.\n"
            + "https://e.example/t,Fog closes port,A ship ran aground. Nobody was hurt.\n");
        Assert.Equal(ids[0], ids[1]);
    }

    [Fact]
    public void An_item_keeps_its_id_when_others_of_its_feed_have_gone()
    {
        static string Item(string name) =>
            $"<item><title>{name}</title><link>https://e.example/t</link><guid isPermaLink=\"false\">{name}</guid>"
            + $"<description>About {name}.</description></item>";
        static string Feed(params string[] names) =>
            $"<rss version=\"2.0\"><channel><title>E</title>{string.Concat(names.Select(Item))}</channel></rss>";
        Assert.Equal(IdsOf(Feed("Fog", "Keeper", "Ferry")).Skip(1), IdsOf(Feed("Keeper", "Ferry")));
    }

    private static List<string> IdsOf(string text) =>
        [.. Read(Encoding.UTF8.GetBytes(text)).OfType<Reading.Read>()
            .Select(read => new ArticleDefaults(null, null).Complete(read.Article).Id)];

    private static List<Reading> Read(byte[] bytes) => [.. new ArchiveFile(new ArchiveReaders()).Read("file", new MemoryStream(bytes))];
}
