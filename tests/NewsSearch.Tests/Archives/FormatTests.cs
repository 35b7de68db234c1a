using System.Text;
using Indexer.Archives;
using Indexer.Records;

namespace NewsSearch.Tests.Archives;

/// <summary>One small file of each format, and what has to be read of it.</summary>
public sealed class FormatTests
{
    public static TheoryData<string, string, string, string, string?> Formats => new()
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
        { "json feed",
            """{"version":"https://jsonfeed.org/version/1","title":"Elster """
            + """Post","home_page_url":"https://e.example","items":[{"id":"1","title":"Fog closes port","content_text":"A ship ran """
            + """aground.","date_published":"2019-11-18T08:05:00Z"}]}""",
            "json-feed", "A ship ran aground.", "2019-11-18T08:05:00Z" },
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
        { "ninjs",
            """{"uri":"urn:e:1","type":"text","versioncreated":"2019-11-18T08:05:00Z","headline":"Fog closes port","body_html":"<p>"""
            + """A ship ran aground.</p>"}""",
            "ninjs", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "ninjs 3",
            """{"standard":{"name":"ninjs"},"uri":"urn:e:1","type":"text","versionCreated":"2019-11-18T08:05:"""
            + """00Z","headlines":[{"role":"main","value":"Fog closes port"}],"bodies":[{"contentType":"text/plain","value":"A ship ran """
            + """aground."}]}""",
            "ninjs", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "news-please",
            """{"title":"Fog closes port","maintext":"A ship ran aground.","date_publish":"2019-11-18 """
            + """00:00:00","source_domain":"e.example","url":"https://e.example/1"}""",
            "news-please", "A ship ran aground.", "2019-11-18" },
        { "other json", """{"Titel":"Fog closes port","text":"A ship ran aground.","Datum":"18.11.2019"}""", "json", "A ship ran aground.",
            "2019-11-18" },
        { "json over many lines",
            "[\n {\n  \"title\": \"Fog closes port\",\n  \"content\": \"A ship ran aground.\",\n  \"date\": 1574064300\n }\n]\n", "json",
            "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "the answer of an interface",
            """{"status":"ok","totalResults":1,"articles":[{"source":{"id":"e","name":"Elster Post"},"author":"Jane Doe","title":"Fog """
            + """closes port","url":"https://e.example/1","publishedAt":"2019-11-18T08:05:00Z","content":"A ship ran aground."}]}""",
            "json", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "answers within answers",
            """{"response":{"status":"ok","facets":[{"title":"no"}],"docs":[{"web_url":"https://e.example/1","headline":{"main":"Fog """
            + """closes port","kicker":null},"pub_date":"2019-11-18T08:05:00+0000","lead_paragraph":"A ship ran """
            + """aground.","byline":{"original":"By Jane Doe"}}]}}""",
            "json", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "what holds the fields",
            """{"response":{"results":[{"id":"world/1","type":"article","webTitle":"Fog","webPublicationDate":"2019-11-18T08:"""
            + """05:00Z","fields":{"headline":"Fog closes port","bodyText":"A ship ran aground."}}]}}""",
            "json", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "hits of elasticsearch",
            """{"hits":{"total":{"value":1},"hits":[{"_index":"n","_id":"1","_source":{"title":"Fog closes port","body":"A ship ran """
            + """aground.","date":1574064300000}}]}}""",
            "json", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "a dump of elasticsearch, a line each",
            "{\"_id\":\"1\",\"_source\":{\"title\":\"Fog closes port\",\"body\":\"A ship ran aground.\",\"date\":\"2019-11-18\"}}\n",
            "json", "A ship ran aground.", "2019-11-18" },
        { "a bulk file of elasticsearch", "{\"index\":{\"_id\":\"1\"}}\n{\"title\":\"Fog closes port\",\"body\":\"A ship ran aground.\"}\n",
            "json", "A ship ran aground.", null },
        { "the interface of wordpress",
            """[{"id":7,"date":"2019-11-18T09:05:00","link":"https://e.example/fog/","title":{"rendered":"Fog closes """
            + """port"},"content":{"rendered":"<p>A ship ran aground.</p>","protected":false},"author":12,"categories":[3]}]""",
            "json", "A ship ran aground.", "2019-11-18" },
        { "json:api",
            """{"data":[{"type":"node--article","attributes":{"title":"Fog closes """
            + """port","created":"2019-11-18T08:05:00Z","body":{"value":"<p>A ship ran aground.</p>"}}}]}""",
            "json", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "an article with others beside it",
            """{"title":"Fog closes port","body":"A ship ran aground.","items":[{"title":"Another","text":"No.","url":"u"}]}""", "json",
            "A ship ran aground.", null },
        { "csv", "url,date,title,text\nhttps://e.example/1,2019-11-18,Fog closes port,\"A ship\nran aground.\"\n", "csv",
            "A ship\n\nran aground.", "2019-11-18" },
        { "csv of excel", "sep=;\r\ntitle;text;date\r\nFog closes port;A ship, aground.;2019-11-18\r\n", "csv", "A ship, aground.",
            "2019-11-18" },
        { "tsv of a database", "title\ttext\tauthor\tdate\nFog closes port\tA ship ran aground.\t\\N\t2019-11-18\n", "csv",
            "A ship ran aground.", "2019-11-18" },
        { "tsv in windows-1252", "title\tbody\tdate\nFog closes port\tA ship ran aground at caf\u00E9.\t18.11.2019\n", "csv",
            "A ship ran aground at caf\u00E9.", "2019-11-18" },
        { "markdown",
            "---\ntitle: Fog closes port\ndate: 2019-11-18 09:05:00 +0100\nauthors:\n  - jane-doe\n---\n{{< asset-static >}}\n"
            + "A **ship** ran [aground](https://e.example).\n",
            "markdown", "A ship ran aground.", "2019-11-18T09:05:00+01:00" },
        { "markdown under toml",
            "+++\ntitle = \"Fog closes port\"\ndate = 2019-11-18T09:05:00+01:00\nauthors = [\"Jane Doe\"]\n+++\nA **ship** ran aground.\n",
            "markdown", "A ship ran aground.", "2019-11-18T09:05:00+01:00" },
        { "plain text", "Fog closes port\n\nA ship ran aground in the fog today.\n", "plain-text", "A ship ran aground in the fog today.",
            null },
        { "plain text without an empty line",
            "Fog closes port\nA ship ran aground in the fog near the pier today, the port authority said.\n", "plain-text",
            "A ship ran aground in the fog near the pier today, the port authority said.", null },
        { "labelled text", "Title: Fog closes port\nDate: 18 November 2019\nURL: https://e.example/1\n\nA ship ran aground.\n",
            "labelled-text", "A ship ran aground.", "2019-11-18" },
        { "labelled text with a label for the text", "HEADLINE: Fog closes port\nDATE: 2019-11-18\nTEXT:\nA ship ran aground.\n",
            "labelled-text", "A ship ran aground.", "2019-11-18" },
        { "iptc 7901",
            "\u0001eca062 4 i 211 ccccb   dpa 061\r\n\nGermany-fog/\r\n\u0002Fog closes port =\r\n\n   Elster (dpa) - A ship\r\n"
            + "ran aground.\r\n\r\n\u0003180805 GMT Nov 19\r\n\u0004",
            "iptc-7901", "Elster (dpa) - A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "iptc 7901 of a category of two letters",
            "\u0016\u0016\u0001eca0624 4 pl 211\r\n\u0002Fog closes port =\r\n\n   A ship ran aground.\r\n\u0003180805 GMT Nov 19\r\n"
            + "\u0004",
            "iptc-7901", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "anpa",
            "\u0016\u0016\u0001W2870\u001F_asian\nf l\u0013\u0011 BC-Fog     11-18 0049\n\u0002^BC-Fog,46<\n^Fog closes port<\n"
            + "^By JANE DOE=\n\t   ELSTER (AP) _ A ship ran aground.\n\n\t   \u0003AP-WF-11-18-19 0805GMT<\n\u0004",
            "anpa", "ELSTER (AP) \u2014 A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "trec", "<DOC>\n<DOCNO> AP880212-0001 </DOCNO>\n<HEAD>Fog closes port</HEAD>\n<TEXT>\nA ship ran aground.\n</TEXT>\n</DOC>\n",
            "trec-sgml", "A ship ran aground.", "1988-02-12" },
        { "trec with six digits",
            "<DOC>\n<DOCNO> FT911-1 </DOCNO>\n<DATE>910514\n</DATE>\n<HEADLINE>\nFog closes port\n</HEADLINE>\n"
            + "<TEXT>\nA ship ran aground.\n"
            + "</TEXT>\n</DOC>\n",
            "trec-sgml", "A ship ran aground.", "1991-05-14" },
        { "gigaword",
            "<DOC id=\"APW_ENG_20191118.0001\" type=\"story\" >\n<HEADLINE>\nFog closes port\n</HEADLINE>\n<TEXT>\n<P>\n"
            + "A ship ran aground.\n</P>\n</TEXT>\n</DOC>\n",
            "trec-sgml", "A ship ran aground.", "2019-11-18" },
        { "email",
            "Message-ID: <1@e.example>\r\nDate: Mon, 18 Nov 2019 09:05:00 +0100\r\nFrom: Desk <desk@e.example>\r\n"
            + "Subject: =?utf-8?q?Fog_closes_port?=\r\n\r\nA ship ran aground.\r\n",
            "email", "A ship ran aground.", "2019-11-18T09:05:00+01:00" },
        { "email that states a date",
            "Message-ID: <1@e.example>\r\nDate: Mon, 18 Nov 2019 09:05:00 +0100\r\nFrom: Desk <desk@e.example>\r\n"
            + "Subject: Fog closes port\r\n\r\nPublished: 17 November 2019\r\n\r\nA ship ran aground.\r\n",
            "email", "Published: 17 November 2019\n\nA ship ran aground.", "2019-11-17" },
        { "a letter that is forwarded",
            "Message-ID: <1@e.example>\r\nDate: Mon, 18 Nov 2019 09:05:00 +0100\r\nSubject: Fwd: Fog closes port\r\n\r\n"
            + "---------- Forwarded message ---------\r\nFrom: Desk <desk@e.example>\r\nDate: Sun, Nov 17, 2019 at 8:00 AM\r\n"
            + "Subject: Fog closes port\r\n\r\nA ship ran aground.\r\n",
            "email", "A ship ran aground.", "2019-11-17" },
        { "a press release by mail",
            "Message-ID: <1@e.example>\r\nDate: Mon, 18 Nov 2019 09:05:00 +0100\r\nSubject: Fog closes port\r\n\r\n"
            + "FOR IMMEDIATE RELEASE\r\n"
            + "\r\nELSTER, November 16, 2019 -- A ship ran aground.\r\n",
            "email", "FOR IMMEDIATE RELEASE\n\nELSTER, November 16, 2019 -- A ship ran aground.", "2019-11-16" },
        { "xml of mysql",
            """<?xml version="1.0"?><mysqldump><database name="n"><table_data name="articles"><row><field name="id">1</field>"""
            + """<field name="title">Fog closes port</field><field name="content">A ship ran aground.</field><field name="created_at">"""
            + """2019-11-18 08:05:00</field></row></table_data></database></mysqldump>""",
            "xml", "A ship ran aground.", "2019-11-18" },
        { "xml of solr",
            """<?xml version="1.0"?><add><doc><field name="id">1</field><field name="title">Fog closes port</field><field name="text">"""
            + """A ship ran aground.</field><field name="date">2019-11-18T08:05:00Z</field></doc></add>""",
            "xml", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "email with a signature",
            "Message-ID: <1@e.example>\r\nDate: Mon, 18 Nov 2019 09:05:00 +0100\r\nSubject: Fog closes port\r\n\r\nA ship ran aground.\r\n"
            + "-- \r\nThe desk\r\n",
            "email", "A ship ran aground.", "2019-11-18T09:05:00+01:00" },
        { "a page that a browser saved",
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.example/1\r\nSubject: Fog\r\n"
            + "Date: Wed, 1 Jan 2020 05:06:07 -0000\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/related; type=\"text/html\"; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/html\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://e.example/1\r\n\r\n"
            + "<html><head><meta property=3D\"article:published_time\" content=3D\"2019-11-18\"></head><body><h1>Fog closes port</h1><p>A "
            + "ship ran aground in the fog near the pier today, the port said.</p></body></html>\r\n--B--\r\n",
            "mhtml", "A ship ran aground in the fog near the pier today, the port said.", "2019-11-18" },
        { "mbox",
            "From desk@e.example Mon Nov 18 09:05:00 2019\nDate: Mon, 18 Nov 2019 09:05:00 +0100\nSubject: Fog closes port\n\n"
            + "A ship ran aground.\n\nFrom desk@e.example Mon Nov 18 09:06:00 2019\nSubject: Another\n\nText.\n",
            "mbox", "A ship ran aground.", "2019-11-18T09:05:00+01:00" },
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
        { "json beside names of others",
            """{"link":"https://e.example/1","headline":"Fog closes port","category":"NEWS","short_description":"A ship ran """
            + """aground.","authors":"Jane Doe, AP","date":"2019-11-18"}""",
            "json", "A ship ran aground.", "2019-11-18" },
        { "json under ids",
            """{"a1":{"title":"Fog closes port","text":"A ship ran """
            + """aground.","date":"2019-11-18"},"a2":{"title":"Another","text":"No.","date":"2019-11-19"}}""",
            "json", "A ship ran aground.", "2019-11-18" },
        { "the columns of pandas",
            """{"title":{"0":"Fog closes port","1":"Another"},"text":{"0":"A ship ran """
            + """aground.","1":"No."},"date":{"0":1574064300000,"1":null}}""",
            "json", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "the split table of pandas",
            """{"columns":["title","text","date"],"index":[0],"data":[["Fog closes port","A ship ran aground.","2019-11-18"]]}""", "json",
            "A ship ran aground.", "2019-11-18" },
        { "a table whose rows have names",
            """{"columns":["title"],"data":[{"title":"Fog closes port","text":"A ship ran aground.","date":"2019-11-18"}]}""", "json",
            "A ship ran aground.", "2019-11-18" },
        { "the blocks of the washington post",
            """{"id":"1","title":"Fog closes port","author":"Jane """
            + """Doe","published_date":1574064300000,"contents":[{"type":"kicker","content":"Ships"},{"type":"title","content":"Fog """
            + """closes port"},{"type":"byline","content":"By Jane """
            + """Doe"},{"type":"image","blurb":"No."},null,{"type":"sanitized_html","subtype":"paragraph","content":"A <i>ship</i>"""
            + """ ran aground."},{"type":"sanitized_html","content":"Nobody was hurt."},{"type":"author_info","name":"Jane """
            + """Doe","bio":"No."}]}""",
            "json", "A ship ran aground.\n\nNobody was hurt.", "2019-11-18T08:05:00Z" },
        { "the elements of arc xp",
            """{"_id":"X","type":"story","headlines":{"basic":"Fog closes """
            + """port"},"display_date":"2019-11-18T08:05:00Z","credits":{"by":[{"name":"Jane """
            + """Doe"}]},"content_elements":[{"type":"text","content":"A ship ran """
            + """aground."},{"type":"image","caption":"No."},{"type":"list","items":[{"type":"text","content":"Nobody was hurt."}]}]}""",
            "json", "A ship ran aground.\n\nNobody was hurt.", "2019-11-18T08:05:00Z" },
        { "the blocks of an editor",
            """[{"title":"Fog closes port","date":"2019-11-18","content":{"blocks":[{"type":"paragraph","data":{"text":"A ship ran """
            + """aground."}},{"type":"list","data":{"items":["Nobody was hurt."]}}]}}]""",
            "json", "A ship ran aground.\n\nNobody was hurt.", "2019-11-18" },
        { "spans of portable text",
            """[{"_type":"post","title":"Fog closes """
            + """port","publishedAt":"2019-11-18T08:05:00Z","body":[{"_type":"block","children":[{"_type":"span","text":"A """
            + """ship "},{"_type":"span","text":"ran aground."}]},{"_type":"image","alt":"No."}]}]""",
            "json", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "pages in json, with the day of the crawl",
            """{"url":"https://e.example/1","date":"2020-01-01","html":"<!DOCTYPE html><html><head><title>Fog closes port</title>"""
            + """<meta property='article:published_time' content='2019-11-18'></head><body><nav>Home</nav><h1>Fog closes port</h1><p>"""
            + """A ship ran aground in the fog near the pier today, the port said.</p></body></html>"}""",
            "json", "A ship ran aground in the fog near the pier today, the port said.", "2019-11-18" },
        { "the text of a reader of feeds",
            """{"id":"stream","items":[{"id":"a","title":"Fog closes port","published":1574064300000,"content":{"content":"<p>"""
            + """A ship ran aground.</p>","direction":"ltr"},"alternate":[{"href":"https://e.example/1"}],"origin":{"title":"Elster """
            + """Post"}}]}""",
            "json", "A ship ran aground.", "2019-11-18T08:05:00Z" },
        { "texts by their locale",
            """{"entries":[{"sys":{"id":"1"},"fields":{"title":{"en-US":"Fog closes """
            + """port"},"body":{"en-US":{"nodeType":"document","content":[{"nodeType":"paragraph","content":[{"nodeType":"te"""
            + """xt","value":"A ship "},{"nodeType":"hyperlink","content":[{"nodeType":"text","value":"ran """
            + """aground."}]}]}]}},"date":{"en-US":"2019-11-18"}}}]}""",
            "json", "A ship ran aground.", "2019-11-18" },
        { "a text that an interface cut off",
            """{"articles":[{"title":"Fog closes port","url":"https://e.example/1","publishedAt":"2019-11-18T08:05:00Z","content":"A """
            + """ship ran\u2026 [+1234 chars]"}]}""",
            "json", "A ship ran", "2019-11-18T08:05:00Z" },
        { "csv with the numbers of its rows", ",title,text,date\n0,Fog closes port,\"A ship ran aground, they said.\",2019-11-18\n", "csv",
            "A ship ran aground, they said.", "2019-11-18" },
        { "csv whose columns have commas", "\"title, short\",headline_text,\"publish_date\"\nNo,Fog closes port,20191118\n", "csv", "",
            "2019-11-18" },
        { "markdown under a heading",
            "# Fog closes port\n\n*By Jane Doe, 18 November 2019*\n\n"
            + "A **ship** ran aground in the fog near the pier today, the port authority said.\n\n"
            + "Nobody was hurt, but the ferries to the islands will not go before the weekend.\n",
            "markdown",
            "A ship ran aground in the fog near the pier today, the port authority said.\n\n"
            + "Nobody was hurt, but the ferries to the islands will not go before the weekend.",
            "2019-11-18" },
        { "plain text under a byline and a day",
            "Fog closes port\nBy JANE DOE\nMonday, November 18, 2019\n\nA ship ran aground in the fog today.\n", "plain-text",
            "A ship ran aground in the fog today.", "2019-11-18" },
        { "markdown with html that is indented", "---\ntitle: Fog closes port\n---\nA ship\n\n    <p style=\"x\">ran <b>aground</b>.</p>\n",
            "markdown", "A ship\n\nran aground.", null },
        { "rss that is escaped twice",
            """<rss version="2.0"><channel><item><title>Fog closes port</title><description>"""
            + """&amp;lt;p&amp;gt;A ship ran aground.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;It&amp;amp;#39;s """
            + """there.&amp;lt;/p&amp;gt;</description></item></channel></rss>""",
            "feed", "A ship ran aground.\n\nIt's there.", null },
        { "plain text with characters as numbers", "Fog closes port\n\nA ship ran aground at the caf&#233; &amp; the pier.\n", "plain-text",
            "A ship ran aground at the caf\u00E9 & the pier.", null },
        { "plain text under a masthead",
            "ELSTER POST\nMonday, 18 November 2019\n\nFog closes port\n\nA ship ran aground in the fog today.\n", "plain-text",
            "A ship ran aground in the fog today.", "2019-11-18" },
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
        { "nexis",
            "\n   1 of 2 DOCUMENTS\n\n\n     Elster Post (London)\n\n   November 18, 2019 Monday\n   Final Edition\n\nFog closes port\n\n"
            + "BYLINE: Jane Doe\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 345 words\n\nA ship ran\naground.\n\nNobody: was hurt.\n\n"
            + "LOAD-DATE: December 1, 2019\n\nLANGUAGE: ENGLISH\n\n   Copyright 2019\n\n   2 of 2 DOCUMENTS\n",
            "nexis", "A ship ran aground.\n\nNobody: was hurt.", "2019-11-18" },
        { "factiva with codes",
            "HD\n\nFog closes port\n\nBY\n\nBy Jane Doe\n\nWC\n\n345 words\n\nPD\n\n18 November 2019\n\nSN\n\nElster Post\n\nLP\n\n"
            + "A ship ran aground.\n\nTD\n\nNobody was hurt.\n\nAN\n\nDocument ELPO000020191118efbi00012\n",
            "factiva", "A ship ran aground.\n\nNobody was hurt.", "2019-11-18" },
        { "factiva with codes beside",
            "HD          Fog closes port\nWC          345 words\nPD          18 November 2019\nSN          Elster Post\n"
            + "LP          A ship ran aground.\nAN          Document ELPO000020191118efbi00012\n",
            "factiva", "A ship ran aground.", "2019-11-18" },
        { "factiva without codes",
            "Business\nFog closes port\nBy Jane Doe\n345 words\n18 November 2019\n09:05\nElster Post\nELPO\nEnglish\nCopyright 2019\n\n"
            + "A ship ran aground.\n\nNobody was hurt.\n\nDocument ELPO000020191118efbi00012\n",
            "factiva", "A ship ran aground.\n\nNobody was hurt.", "2019-11-18" },
        { "proquest",
            "____________________________________________________________\n\nDocument 1 of 1\n\nFog closes port\n\nAuthor: Doe, Jane\n\n"
            + "ProQuest document link\n\nFull text: A ship ran aground.\n\nNobody: was hurt.\n\nTitle: Fog closes port\n\n"
            + "Publication title: Elster Post; London\n\nPublication date: Nov 18, 2019\n\nLast updated: 2020-01-01\n\n"
            + "____________________________________________________________\n",
            "proquest", "A ship ran aground.\n\nNobody: was hurt.", "2019-11-18" },
        { "html",
            "<!DOCTYPE html><html><head><title>Fog closes port</title></head><body><h1>Fog closes port</h1><p>A ship ran aground in the "
            + "fog near the pier today, the port said.</p></body></html>",
            "html", "A ship ran aground in the fog near the pier today, the port said.", null },
        { "warc",
            Warc("response", "application/http; msgtype=response",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n"
                + "<html><head><title>Fog closes port</title></head><body><h1>Fog closes port</h1><\r\n54\r\n"
                + "p>A ship ran aground in the fog near the pier today, the port said.</p></body></html>\r\n0\r\n\r\n"),
            "warc", "A ship ran aground in the fog near the pier today, the port said.", null },
    };

    [Theory]
    [MemberData(nameof(Formats))]
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
