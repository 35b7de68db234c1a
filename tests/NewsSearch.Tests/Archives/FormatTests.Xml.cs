namespace NewsSearch.Tests.Archives;

/// <summary>XML: feeds, the formats of agencies, and what other programs export.</summary>
public sealed partial class FormatTests
{
    public static TheoryData<string, string, string, string, string?> Xml => new()
    {
        { "rss",
            """<?xml version="1.0"?><rss version="2.0"><channel><title>Elster Post</title><language>en</language><item><title>"""
            + """Fog closes port</title><link>https://e.example/1</link><pubDate>Mon, 18 Nov 19 09:05:00 +0100</pubDate><description>"""
            + """&lt;p&gt;A ship ran aground.&lt;/p&gt;</description></item></channel></rss>""",
            "feed", "A ship ran aground.", "2019-11-18T09:05:00+01:00" },
        { "rss after a comment, never closed",
            """<!-- by us --><?xml version="1.0"?><rss><channel><item><title>Fog closes port</title><description>"""
            + """A ship&nbsp;ran aground.</description></item>""",
            "feed", "A ship ran aground.", null },
        { "atom",
            """<feed xmlns="http://www.w3.org/2005/Atom"><title>Elster Post</title><entry><title>Fog closes port</title>"""
            + """<link href="https://e.example/1"/><published>2019-11-18T08:05:00Z</published><content type="html">"""
            + """A ship &lt;b&gt;ran&lt;/b&gt; aground.</content></entry></feed>""",
            "feed", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "nitf",
            """<nitf><head><docdata><doc-id id-string="e1"/><date.issue norm="20191118T090500+0100"/></docdata></head><body><body.head>"""
            + """<hedline><hl1>Fog closes port</hl1></hedline></body.head><body.content><p>A ship ran aground.</p></body.content></body>"""
            + """</nitf>""",
            "nitf", "A ship ran aground.", "2019-11-18T09:05:00+01:00" },
        { "nitf with names marked in the text",
            """<nitf><head><docdata><date.issue norm="20191118"/></docdata></head><body><body.head><hedline><hl1>Fog closes port</hl1>"""
            + """</hedline></body.head><body.content><p>The <org>Coast Guard<alt-code idsrc="x" value="y"/></org> told <person>Jane """
            + """<name.family>Doe</name.family></person> in <location><city>Elster</city></location> of <num>2</num> ships.</p>"""
            + """</body.content></body></nitf>""",
            "nitf", "The Coast Guard told Jane Doe in Elster of 2 ships.", "2019-11-18" },
        { "nitf with the first paragraph twice",
            """<nitf><head><pubdata date.publication="20191118T000000"/></head><body><body.head><hedline><hl1>Fog closes port</hl1>"""
            + """</hedline></body.head><body.content><block class="lead_paragraph"><p>A ship ran aground.</p></block>"""
            + """<block class="full_text"><p>A ship ran aground.</p><p>Nobody was hurt.</p></block></body.content></body></nitf>""",
            "nitf", "A ship ran aground.\n\nNobody was hurt.", "2019-11-18" },
        { "newsml-g2",
            """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:e:1"><itemMeta><versionCreated>"""
            + """2019-11-18T08:05:00Z</versionCreated></itemMeta><contentMeta><headline>Fog closes port</headline></contentMeta>"""
            + """<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>"""
            + """A ship ran aground.</p></body></html></inlineXML></contentSet></newsItem>""",
            "newsml-g2", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "newsml 1.2",
            """<NewsML><NewsItem><NewsManagement><FirstCreated>20191118T080500Z</FirstCreated></NewsManagement><NewsComponent><NewsLines>"""
            + """<HeadLine>Fog closes port</HeadLine></NewsLines><ContentItem><DataContent><p>A ship ran aground.</p></DataContent>"""
            + """</ContentItem></NewsComponent></NewsItem></NewsML>""",
            "newsml-1", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "xml of mysql",
            """<?xml version="1.0"?><mysqldump><database name="n"><table_data name="articles"><row><field name="id">1</field>"""
            + """<field name="title">Fog closes port</field><field name="content">A ship ran aground.</field><field name="created_at">"""
            + """2019-11-18 08:05:00</field></row></table_data></database></mysqldump>""",
            "xml", "A ship ran aground.", "2019-11-18" },
        { "xml of solr",
            """<?xml version="1.0"?><add><doc><field name="id">1</field><field name="title">Fog closes port</field><field name="text">"""
            + """A ship ran aground.</field><field name="date">2019-11-18T08:05:00Z</field></doc></add>""",
            "xml", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "wordpress",
            """<rss version="2.0" xmlns:content="c" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Elster</title><item>"""
            + """<title>Fog closes port</title><content:encoded><![CDATA[[caption id="1"]A ship ran aground.[/caption]]]>"""
            + """</content:encoded><wp:post_date>2019-11-18 09:05:00</wp:post_date><wp:post_date_gmt>"""
            + """2019-11-18 08:05:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel>"""
            + """</rss>""",
            "wordpress", "A ship ran aground.", "2019-11-18T09:05:00+01:00" },
        { "an agency's own xml",
            """<?xml version="1.0"?><RBNews><NewsID>1</NewsID><PublishDate>2019-11-18</PublishDate><headline>Fog closes port</headline>"""
            + """<content>&lt;p&gt;A ship ran aground.&lt;/p&gt;</content></RBNews>""",
            "xml", "A ship ran aground.", null },
        { "xml with the date in an attribute",
            """<?xml version="1.0"?><newsitem itemid="2286" id="root" date="2019-11-18" xml:lang="en"><headline>"""
            + """Fog closes port</headline><byline>Jane Doe</byline><text><p>A ship ran aground.</p></text></newsitem>""",
            "xml", "A ship ran aground.", "2019-11-18" },
        { "a sitemap of news",
            """<?xml version="1.0"?><urlset xmlns:news="n"><url><loc>https://e.example/1</loc><news:news><news:publication><news:name>"""
            + """Elster Post</news:name><news:language>en</news:language></news:publication><news:publication_date>"""
            + """2019-11-18</news:publication_date><news:title>Fog closes port</news:title></news:news></url></urlset>""",
            "xml", "", "2019-11-18" },
        { "xml with a head",
            """<?xml version="1.0"?><article><meta><date>2019-11-18</date><author>Jane Doe</author></meta><headline>"""
            + """Fog closes port</headline><body>A ship ran aground.</body></article>""",
            "xml", "A ship ran aground.", "2019-11-18" },
        { "rss that is escaped twice",
            """<rss version="2.0"><channel><item><title>Fog closes port</title><description>"""
            + """&amp;lt;p&amp;gt;A ship ran aground.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;It&amp;amp;#39;s """
            + """there.&amp;lt;/p&amp;gt;</description></item></channel></rss>""",
            "feed", "A ship ran aground.\n\nIt's there.", null },
        { "blogger",
            """<feed xmlns="http://www.w3.org/2005/Atom"><title>Elster</title><entry>"""
            + """<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#settings"/>"""
            + """<title>No</title><content>No.</content></entry><entry><published>2019-11-18T08:05:00Z</published>"""
            + """<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/>"""
            + """<title>Fog closes port</title><content type="html">A ship ran aground.</content></entry></feed>""",
            "feed", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "tei",
            """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Fog closes port</title></titleStmt>"""
            + """<publicationStmt><date when="2022-01-01"/></publicationStmt><sourceDesc><bibl><title level="j">Elster Post</title>"""
            + """<date when="1889-11-18"/></bibl></sourceDesc></fileDesc></teiHeader><text><body><div><head>Fog closes port</head><p>"""
            + """A <hi>ship</hi> ran aground.</p></div></body></text></TEI>""",
            "tei", "A ship ran aground.", "1889-11-18" },
    };
}
