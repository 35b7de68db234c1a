namespace NewsSearch.Tests.Archives;

/// <summary>JSON: the formats of agencies, answers of interfaces, and what other programs export.</summary>
public sealed partial class FormatTests
{
    public static TheoryData<string, string, string, string, string?> Json => new()
    {
        { "json feed",
            """{"version":"https://jsonfeed.org/version/1","title":"Elster """
            + """Post","home_page_url":"https://e.example","items":[{"id":"1","title":"Fog closes port","content_text":"A ship ran """
            + """aground.","date_published":"2019-11-18T08:05:00Z"}]}""",
            "json-feed", "A ship ran aground.", "2019-11-18T08:05:00Z" },
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
    };
}
