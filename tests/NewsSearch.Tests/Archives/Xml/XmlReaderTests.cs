using Indexer.Archives.Xml;
using Indexer.Fields;
using Indexer.Records;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Archives.Xml;

/// <summary>What the elements of each XML format become.</summary>
public sealed class XmlReaderTests
{
    private static readonly IArchiveReader[] Readers =
    [
        new NitfReader(), new NewsMlG2Reader(), new NewsMl1Reader(), new TeiReader(), new AltoReader(), new WordPressReader(),
            new FeedReader(),
        new AgencyXmlReader(FieldMapping.ByName),
    ];

    [Theory]
    [InlineData("<nitf>", "nitf")]
    [InlineData("<newsItem>", "newsml-g2")]
    [InlineData("<groupSet>", "newsml-g2")]
    [InlineData("<NewsML>", "newsml-1")]
    [InlineData("<TEI>", "tei")]
    [InlineData("<teiCorpus.2>", "tei")]
    [InlineData("<alto>", "alto")]
    [InlineData("<rss xmlns:wp='http://wordpress.org/export/1.2/'>", "wordpress")]
    [InlineData("<rss>", "feed")]
    [InlineData("<feed>", "feed")]
    [InlineData("<rdf:RDF>", "feed")]
    [InlineData("<xml><rss>", "feed")]
    [InlineData("<?xml version='1.0'?><news>", "xml")]
    [InlineData("<news>", null)]
    [InlineData("<?xml version='1.0'?><html>", null)]
    public void A_document_is_known_by_its_root(string xml, string? expected) =>
        Assert.Equal(expected, Array.Find(Readers, reader => reader.Recognises(SampleFile.Head(xml)))?.Name);

    [Fact]
    public void NITF_has_all_that_an_article_has()
    {
        var article = SampleFile.Article(new NitfReader(), """
            <nitf xml:lang="en"><head><tobject><tobject.subject tobject.subject.type="News"/></tobject><docdata><doc-id id-string="e1"/>
            <date.issue norm="20191118T090500+0100"/><doc.copyright holder="Elster Post"/><key-list><keyword key="fog"/></key-list>
            </docdata>
            </head><body><body.head><hedline><hl1>Fog closes port</hl1></hedline><byline>By Jane Doe<byttl>Staff</byttl></byline>
            </body.head>
            <body.content><media><p>A picture.</p></media><p>A ship.</p><p><org>Port</org></p><p><location>Elster</location></p>
            </body.content></body></nitf>
            """);
        Assert.Equal(("e1", "Fog closes port", "A ship.\n\nPort\n\nElster", "2019-11-18T09:05:00+01:00"),
            (article.Id, article.Headline, article.Body, article.Published.Date?.ToString()));
        Assert.Equal(("Elster Post", "en", "News"), (article.Source, article.Language, article.Section));
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(["fog"], article.Tags);
        Assert.Equal([("Port", EntityType.Organization), ("Elster", EntityType.Place)],
            article.Entities.Select(entity => (entity.Name, entity.Type)));
    }

    [Theory]
    [InlineData("<body><body.head><abstract><p>Short.</p></abstract></body.head><body.content/></body>", "Short.")]
    [InlineData("<body><body.content><pre>One\nmore\n\nTwo</pre></body.content></body>", "One more\n\nTwo")]
    [InlineData("<body><body.content><block>One</block><block>One Two</block></body.content></body>", "One Two")]
    public void The_body_of_NITF_is_its_content_once(string body, string expected) =>
        Assert.Equal(expected, SampleFile.Article(new NitfReader(), $"<nitf><head><title>Fog</title></head>{body}</nitf>").Body);

    [Theory]
    [
        InlineData("<newsItem><itemMeta><pubStatus qcode='stat:canceled'/></itemMeta></newsItem>",
            "-a newsItem that may not be used (stat:canceled)")]
    [
        InlineData(
            "<newsItem><itemMeta><pubStatus qcode='stat:usable'/></itemMeta><contentMeta><headline>Fog</headline></contentMeta></newsItem>",
            "+Fog")]
    [
        InlineData("<newsItem><itemMeta><itemClass qcode='ninat:picture'/></itemMeta></newsItem>",
            "-a newsItem without headline and text (ninat:picture)")]
    [
        InlineData(
            "<newsMessage><itemSet><packageItem/><newsItem><contentMeta><headline>Fog</headline></contentMeta></newsItem>"
        + "</itemSet></newsMessage>",
        "+Fog|-a packageItem, which carries no news")]
    [InlineData("<contentSet><inlineXML><html><body><h1>Fog</h1><p>A ship.</p></body></html></inlineXML></contentSet>", "+Fog")]
    [InlineData("<groupSet/>", "-a groupSet, which carries no news")]
    public void NewsML_G2_items_are_articles_unless_they_say_otherwise(string xml, string expected) =>
        Assert.Equal(expected, string.Join('|', SampleFile.Read(new NewsMlG2Reader(), xml).Select(SampleFile.Short)));

    [Fact]
    public void NewsML_G2_takes_the_main_headline_and_text_that_is_not_encoded()
    {
        var article = SampleFile.Article(new NewsMlG2Reader(), """
            <newsItem guid="urn:e:1" xml:lang="en"><contentMeta><headline role="hld:subHeadline">No</headline>
            <headline role="hld:main">Fog</headline><by>By Jane Doe</by><subject type="cpnat:abstract"><name>ships</name></subject>
            <subject type="cpnat:person"><name>Jane Doe</name></subject></contentMeta>
            <contentSet><inlineData contenttype="image/png">AAAA</inlineData><inlineData encoding="base64">QQ==</inlineData>
            <inlineData contenttype="text/plain">A ship.</inlineData></contentSet></newsItem>
            """);
        Assert.Equal(("urn:e:1", "Fog", "A ship.", "en"), (article.Id, article.Headline, article.Body, article.Language));
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(("ships", "Jane Doe"), (Assert.Single(article.Tags), Assert.Single(article.Entities).Name));
    }

    [Fact]
    public void NewsML_1_makes_an_article_of_each_language()
    {
        var articles = SampleFile.Articles(new NewsMl1Reader(), """
            <NewsML><NewsItem><Identification><PublicIdentifier>urn:e:1</PublicIdentifier></Identification><NewsComponent>
            <NewsComponent xml:lang="en"><NewsLines><HeadLine>Fog</HeadLine></NewsLines>
            <ContentItem><DataContent><p>A ship.</p></DataContent></ContentItem><ContentItem><DataContent>A.</DataContent></ContentItem>
            </NewsComponent>
            <NewsComponent xml:lang="de"><NewsLines><HeadLine>Nebel</HeadLine></NewsLines>
            <ContentItem><DataContent><p>Ein Schiff.</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>
            """);
        Assert.Equal(["urn:e:1:en Fog A ship. en", "urn:e:1:de Nebel Ein Schiff. de"],
            articles.Select(article => $"{article.Id} {article.Headline} {article.Body} {article.Language}"));
    }

    [Theory]
    [InlineData("Canceled", "-a NewsItem that may not be used (Canceled)")]
    [InlineData("Usable", "+Fog")]
    public void NewsML_1_items_that_may_not_be_used_are_passed_over(string status, string expected)
    {
        var xml =
            "<NewsML><NewsItem><NewsManagement><Status "
            + $"FormalName='{status}'/></NewsManagement><HeadLine>Fog</HeadLine></NewsItem></NewsML>";
        Assert.Equal(expected, SampleFile.Short(Assert.Single(SampleFile.Read(new NewsMl1Reader(), xml))));
    }

    [Fact]
    public void TEI_divides_a_page_into_its_articles()
    {
        var articles = SampleFile.Articles(new TeiReader(), """
            <TEI><teiHeader><fileDesc><titleStmt><title>Page 1</title></titleStmt><sourceDesc><bibl><title level="j">Elster Post</title>
            <date when="1889-11-18"/></bibl></sourceDesc></fileDesc></teiHeader><text xml:lang="en"><body>
            <div type="article" xml:id="a1"><head>Fog</head><byline>By Jane Doe</byline><p>A <quote><p>x</p></quote> ship.</p></div>
            <div type="story"><head>Keeper</head><l>He</l><l>retires.</l></div><div type="advert"><p>Buy.</p></div></body></text></TEI>
            """);
        Assert.Equal(["a1 Fog 1889-11-18 Elster Post", " Keeper 1889-11-18 Elster Post"],
            articles.Select(article => $"{article.Id} {article.Headline} {article.Published.Date} {article.Source}"));
        Assert.Equal("He\n\nretires.", articles[1].Body);
        Assert.Equal(["Jane Doe"], articles[0].Authors);
    }

    [Fact]
    public void ALTO_joins_words_that_are_divided_between_lines()
    {
        var reading = Assert.IsType<Reading.Read>(Assert.Single(SampleFile.Read(new AltoReader(), """
            <alto><TextBlock LANG="en"><TextLine><String CONTENT="Fog"/><SP/><String CONTENT="closes"/></TextLine></TextBlock>
            <TextBlock><TextLine><String CONTENT="A"/><SP/><String CONTENT="har" SUBS_TYPE="HypPart1" SUBS_CONTENT="harbour"/><HYP/>
            </TextLine>
            <TextLine><String CONTENT="bour" SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour"/><SP/><String CONTENT="was"/></TextLine>
            </TextBlock></alto>
            """)));
        Assert.Equal(("Fog closes", "A harbour was", "en"), (reading.Article.Headline, reading.Article.Body, reading.Article.Language));
        Assert.Contains("cannot be told apart", reading.Notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<alto/>", "!the page of ALTO has no words; expected TextBlock elements with TextLine and String elements")]
    [InlineData("<alto><TextBlock><TextLine><String CONTENT='The end.'/></TextLine></TextBlock></alto>", "+")]
    public void The_first_block_of_ALTO_is_a_headline_unless_it_is_a_sentence(string xml, string expected) =>
        Assert.Equal(expected, SampleFile.Short(Assert.Single(SampleFile.Read(new AltoReader(), xml))));

    [Theory]
    [InlineData("<post_type>attachment</post_type>", "-a WordPress attachment")]
    [InlineData("<post_type>page</post_type>", "+Fog")]
    [InlineData("<status>draft</status>", "-a post that is not published (draft)")]
    [InlineData("<post_password>x</post_password>", "-a post that is protected by a password")]
    public void WordPress_items_are_articles_if_they_are_public(string element, string expected) =>
        Assert.Equal(expected, SampleFile.Short(Assert.Single(
            SampleFile.Read(new WordPressReader(), $"<rss><channel><item><title>Fog</title>{element}</item></channel></rss>"))));

    [Fact]
    public void WordPress_names_authors_and_tells_categories_from_tags()
    {
        var article = SampleFile.Article(new WordPressReader(), """
            <rss><channel><title>Elster</title><author><author_login>jd</author_login><author_display_name>Jane Doe</author_display_name>
            </author>
            <item><title>Fog</title><creator>jd</creator><category domain="category">News</category>
            <category domain="post_tag">fog</category>
            <encoded>A ship.</encoded><post_date>2019-11-18 09:05:00</post_date><post_date_gmt>0000-00-00 00:00:00</post_date_gmt></item>
            </channel></rss>
            """);
        Assert.Equal(("News", "Elster", "2019-11-18"), (article.Section, article.Source, article.Published.Date?.ToString()));
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(["fog", "News"], article.Tags);
    }

    [Theory]
    [InlineData("<author>desk@e.example (Jane Doe)</author>", "Jane Doe")]
    [InlineData("<author>desk@e.example</author>", "")]
    [InlineData("<author><name>Jane Doe</name></author>", "Jane Doe")]
    [InlineData("<creator>By Jane Doe and John Roe</creator>", "Jane Doe|John Roe")]
    public void Authors_of_a_feed_are_names(string element, string expected) =>
        Assert.Equal(expected, string.Join('|', Item(element).Authors));

    [Theory]
    [InlineData("<updated>2019-11-19</updated><pubDate>Mon, 18 Nov 2019 09:05:00 GMT</pubDate>", "2019-11-18T09:05:00Z")]
    [InlineData("<updated>2019-11-19</updated>", "2019-11-19")]
    [InlineData("<pubDate>soon</pubDate>", null)]
    [InlineData("", null)]
    public void The_date_of_an_item_is_when_it_was_published(string elements, string? expected) =>
        Assert.Equal(expected, Item(elements).Published.Date?.ToString());

    [Theory]
    [InlineData("<description>Short.</description><encoded>A longer text.</encoded>", "A longer text.")]
    [InlineData("<content medium='image' url='x'>A caption that is quite long.</content><summary>Short.</summary>", "Short.")]
    public void The_body_of_an_item_is_its_longest_text(string elements, string expected) => Assert.Equal(expected, Item(elements).Body);

    [Theory]
    [InlineData("<rss><channel/></rss>", "-a feed without items")]
    [InlineData("<rss><channel><item/><item/></channel></rss>", "-a feed of 2 items that have neither headline nor text")]
    [InlineData("<feed><entry><draft>yes</draft><title>Fog</title></entry></feed>", "-a post that is not published (draft)")]
    public void A_feed_without_articles_says_what_it_has(string xml, string expected) =>
        Assert.Equal(expected, SampleFile.Short(Assert.Single(SampleFile.Read(new FeedReader(), xml))));

    [Theory]
    [InlineData("<n><title>Fog</title><text>A.</text><date>2019-11-18</date></n>", "+Fog")]
    [InlineData("<n><row><field name='title'>Fog</field><field name='body'>A.</field><field name='date'>2019</field></row></n>", "+Fog")]
    [InlineData("<n date='2019'><title>Fog</title><text>A.</text></n>", "+Fog")]
    [InlineData("<n><title>Fog</title><text>A.</text></n>",
        "!no element has children that are named as the fields of an article are, such as headline, text and date")]
    public void Other_XML_is_an_article_by_the_names_of_its_elements(string xml, string expected) =>
        Assert.Equal(expected, string.Join('|', SampleFile.Read(new AgencyXmlReader(FieldMapping.ByName), xml).Select(SampleFile.Short)));

    private static Article Item(string elements) =>
        SampleFile.Article(new FeedReader(), $"<rss><channel><title>E</title><item><title>Fog</title>{elements}</item></channel></rss>");
}
