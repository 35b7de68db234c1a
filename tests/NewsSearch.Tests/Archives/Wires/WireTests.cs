using Indexer.Archives.Wires;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Archives.Wires;

/// <summary>Messages of agency wires and documents in the SGML of collections.</summary>
public sealed class WireTests
{
    [Theory]
    [InlineData("\u0001h\u0002t\u0003e\u0004", "0|h|t|e\u0004")]
    [InlineData("xx\u0001h\u0002t\u0003e\u0001i\u0002u\u0003f", "2|h|t|e 8|i|u|f")]
    [InlineData("é\u0001h\u0002t", "2|h|t|")]
    [InlineData("\u0001h", "0|h||")]
    [InlineData("\u0001h\u0003e", "0|h\u0003e||")]
    [InlineData("text", "")]
    public void Messages_are_cut_at_their_control_characters(string file, string expected) =>
        Assert.Equal(expected, string.Join(' ', WireMessage.Of(file)
            .Select(message => $"{message.Offset}|{message.Header}|{message.Text}|{message.Trailer}")));

    [Theory]
    [InlineData("\u0016\u0016\u0001eca0624 4 pl 211\r\n", true, true)]
    [InlineData("\u0001dpa062 4 i 211 ", true, false)]
    [InlineData("\u0016\u0016\u0001W2870\u001F_asian", false, true)]
    [InlineData("\u0001 text", false, false)]
    [InlineData("dpa062 4 i 211 ", false, false)]
    public void Wires_are_known_by_their_headers(string content, bool iptc, bool anpa) =>
        Assert.Equal((iptc, anpa),
            (new Iptc7901Reader().Recognises(SampleFile.Head(content)), new AnpaReader().Recognises(SampleFile.Head(content))));

    [Fact]
    public void IPTC_7901_has_its_agency_category_and_keywords_in_the_header()
    {
        var article = Iptc("dpa062 4 i 211 ccccb   dpa 061\r\n\nGermany-fog/ships/\r\n",
            "URGENT\r\nFog closes\r\nport\r\nBy Jane Doe =\r\n\n   Elster (dpa) - A ship\r\nran.\r\n\r\n   Two.\r\n");
        Assert.Equal(("Fog closes port", "Elster (dpa) - A ship ran.\n\nTwo.", "dpa", "i"),
            (article.Headline, article.Body, article.Source, article.Section));
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(["Germany", "fog", "ships"], article.Tags);
    }

    [Theory]
    [InlineData("180805 GMT Nov 19", "2019-11-18T08:05:00Z")]
    [InlineData("180805 Nov 79", "1979-11-18T08:05:00Z")]
    [InlineData("180805 Nov 78", "2078-11-18T08:05:00Z")]
    [InlineData("310805 Nov 19", null)]
    [InlineData("180805 Xyz 19", null)]
    [InlineData("", null)]
    public void The_moment_of_IPTC_7901_is_in_UTC(string trailer, string? expected) =>
        Assert.Equal(expected, Iptc("dpa062 4 i 211 \r\n", "Fog =\r\nA ship.", trailer).Published.Date?.ToString());

    [Theory]
    [InlineData("Fog\r\n\r\nA ship ran.", "Fog", "A ship ran.")]
    [InlineData("Fog =\r\nA ship.\r\n\r\n# Notebook\r\n\r\n## Contacts", "Fog", "A ship.")]
    [InlineData("Fog =\r\nA ship.\r\n* * * *\r\nFor clients.", "Fog", "A ship.")]
    public void IPTC_7901_ends_where_notes_to_clients_begin(string text, string headline, string body)
    {
        var article = Iptc("dpa062 4 i 211 \r\n", text);
        Assert.Equal((headline, body), (article.Headline, article.Body));
    }

    [Fact]
    public void A_message_without_text_is_rejected_and_the_next_is_read() =>
        Assert.Equal(["!the message has no text; expected it after STX", "+Fog"],
            SampleFile.Read(new Iptc7901Reader(), "\u0001dpa062 4 i 211 \r\n\u0001dpa063 4 i 211 \r\n\u0002Fog =\r\nA ship.\u0003")
                .Select(SampleFile.Short));

    [Theory]
    [
        InlineData("^BC-Fog,46<\n^Fog closes port<\n^By JANE DOE=\n\tA ``ship'' _ aground.\n", "Fog closes port", "A “ship” — aground.",
            "JANE DOE")]
    [InlineData("^BC-Fog,46<\n^AP Photo ABC1<\n^Eds: corrects<\n^Fog<\nA ship.\n", "Fog", "A ship.", "")]
    [InlineData("^BC-Fog,46<\nA ship.\n", "Fog", "A ship.", "")]
    public void ANPA_marks_what_is_no_text(string text, string headline, string body, string authors)
    {
        var article = Anpa(text);
        Assert.Equal((headline, body, authors), (article.Headline, article.Body, string.Join('|', article.Authors)));
        Assert.Equal(["Fog"], article.Tags);
    }

    [Theory]
    [InlineData("AP-WF-11-18-19 0805GMT<", "2019-11-18T08:05:00Z", "AP")]
    [InlineData("AP-WF-11-18-85 0805GMT<", "1985-11-18T08:05:00Z", "AP")]
    [InlineData("", null, "AFP")]
    public void The_trailer_of_ANPA_says_agency_and_moment(string trailer, string? published, string source)
    {
        var article = Anpa("^BC-Fog<\n^Fog<\nELSTER (AFP) _ A ship.\n", trailer);
        Assert.Equal((published, source), (article.Published.Date?.ToString(), article.Source));
    }

    [Theory]
    [InlineData("<DATE>19880212</DATE>", "AP880213-1", "1988-02-12")]
    [InlineData("<DATE>910514</DATE>", "FT911-1", "1991-05-14")]
    [InlineData("<DATE>February 12, 1988</DATE>", "x", "1988-02-12")]
    [InlineData("", "WSJ870324-0001", "1987-03-24")]
    [InlineData("", "XIN_ENG_20101231.0001", "2010-12-31")]
    [InlineData("", "AP881345-1", null)]
    [InlineData("", "x", null)]
    public void TREC_documents_are_dated_by_a_field_or_their_number(string date, string number, string? expected) =>
        Assert.Equal(expected, Trec($"<DOCNO> {number} </DOCNO>{date}<HEAD>Fog</HEAD>").Published.Date?.ToString());

    [Fact]
    public void TREC_fields_have_many_names()
    {
        var article = Trec(
            "<DOCID>d1</DOCID><HL>Fog</HL><SO>Elster Post</SO><SECTION>News</SECTION><AUTHOR>By Jane "
            + "Doe</AUTHOR><LP>One</LP><TEXT>Two</TEXT><TEXT>Three</TEXT>");
        Assert.Equal(("d1", "Fog", "One\n\nTwo\n\nThree", "Elster Post", "News"),
            (article.Id, article.Headline, article.Body, article.Source, article.Section));
        Assert.Equal(["Jane Doe"], article.Authors);
    }

    [Theory]
    [
        InlineData("<DOC>\n<HEAD>One</HEAD>\n<DOC>\n<HEAD>Two</HEAD>\n</DOC>\n",
            "!the document has no </DOC> before the next one begins|+Two")]
    [InlineData("<DOC>\n<HEAD>One</HEAD>\n</DOC>\n<DOC>\n<HEAD>Two</HEAD>", "+One|!the file ends inside the document: expected </DOC>")]
    [InlineData("<DOC>\n<DOCNO>1</DOCNO>\n</DOC>\n", "!the document has neither headline nor text")]
    [InlineData("between\n<DOC>\n<HEAD>One</HEAD>\n</DOC>\n", "+One")]
    public void TREC_documents_that_are_broken_cost_the_others_nothing(string sgml, string expected) =>
        Assert.Equal(expected, string.Join('|', SampleFile.Read(new TrecSgmlReader(), sgml).Select(SampleFile.Short)));

    [Theory]
    [InlineData("<TITLE>FOG</TITLE><BODY>One\n    Two\n REUTER\n</BODY>", "FOG", "One\n\nTwo")]
    [InlineData("<TITLE>FOG</TITLE><DATELINE> ELSTER, March 2 - </DATELINE><BODY>One</BODY>", "FOG", "ELSTER, March 2 - One")]
    [InlineData("<TITLE>FOG</TITLE>\nA  1\nB  2\n", "FOG", "A  1\nB  2")]
    [InlineData("Fog report\nA  1\nB  2\n", "Fog report", "A  1\nB  2")]
    [InlineData("<TITLE>A &lt;B&amp;C> D&#5;</TITLE><BODY>x</BODY>", "A <B&C> D", "x")]
    [InlineData("<TITLE>FOG CLOSES\nPORT\n<DATELINE> ELSTER - </DATELINE><BODY>One</BODY>", "FOG CLOSES PORT", "ELSTER - One")]
    [InlineData("<TITLE>FOG\n<BODY>One</BODY>", "FOG", "One")]
    [InlineData("<TITLE>FOG</TITLE><DATELINE> ELSTER - <BODY>One</BODY>", "FOG", "ELSTER - One")]
    [InlineData("<TITLE>FOG\nA  1\nB  2\n", "FOG", "A  1\nB  2")]
    [InlineData("<TITLE>\nFOG\nA  1\n", "FOG", "A  1")]
    [InlineData("<TITLE>FOG", "FOG", "")]
    public void Reuters_texts_keep_the_lines_of_tables(string text, string headline, string body)
    {
        var article = ReutersDocument.Read($"<REUTERS NEWID=\"7\"><TEXT>{text}</TEXT></REUTERS>")!;
        Assert.Equal(("reuters21578-7", headline, body), (article.Id, article.Headline, article.Body));
    }

    [Theory]
    [InlineData(" 2-MAR-1987 09:15:05.40", "1987-03-02", "09:15:05")]
    [InlineData("26-FEB-1987", "1987-02-26", null)]
    [InlineData("31-FEB-1987", null, null)]
    [InlineData("", null, null)]
    public void Reuters_dates_have_a_time_of_no_zone(string date, string? day, string? time)
    {
        var published = ReutersDocument.Read($"<REUTERS><DATE>{date}</DATE><TEXT><TITLE>FOG</TITLE></TEXT></REUTERS>")!.Published;
        Assert.Equal((day, time), (published.Date?.ToString(), published.TimeOfDayText));
    }

    [Theory]
    [InlineData("<TOPICS><D>grain</D></TOPICS><PLACES><D>usa</D></PLACES>")]
    [InlineData("<TOPICS><D>grain</D>\n<PLACES><D>usa</D></PLACES>")]
    public void A_Reuters_list_ends_before_the_next(string lists) =>
        Assert.Equal(["grain"], ReutersDocument.Read($"<REUTERS>{lists}<TEXT><TITLE>FOG</TITLE></TEXT></REUTERS>")!.Tags);

    [Fact]
    public void A_Reuters_brief_has_a_headline_alone() =>
        Assert.Equal("",
            ReutersDocument.Read("<REUTERS><TEXT TYPE=\"BRIEF\"><TITLE>FOG</TITLE><BODY>Blah blah blah.</BODY></TEXT></REUTERS>")!.Body);

    [Fact]
    public void A_Reuters_document_without_text_is_none() =>
        Assert.Null(ReutersDocument.Read("<REUTERS><DATE>26-FEB-1987</DATE></REUTERS>"));

    private static Article Iptc(string header, string text, string trailer = "") =>
        SampleFile.Article(new Iptc7901Reader(), $"\u0001{header}\u0002{text}\u0003{trailer}\r\n\u0004");

    private static Article Anpa(string text, string trailer = "") =>
        SampleFile.Article(new AnpaReader(), $"\u0016\u0016\u0001W2870\n\u0002{text}\u0003{trailer}\n\u0004");

    private static Article Trec(string document) => SampleFile.Article(new TrecSgmlReader(), $"<DOC>\n{document}\n</DOC>\n");
}
