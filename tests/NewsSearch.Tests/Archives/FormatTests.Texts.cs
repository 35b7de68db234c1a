namespace NewsSearch.Tests.Archives;

/// <summary>Tables, plain and labelled text, wires, and the downloads of news databases.</summary>
public sealed partial class FormatTests
{
    public static TheoryData<string, string, string, string, string?> Texts => new()
    {
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
        { "plain text with characters as numbers", "Fog closes port\n\nA ship ran aground at the caf&#233; &amp; the pier.\n", "plain-text",
            "A ship ran aground at the caf\u00E9 & the pier.", null },
        { "plain text under a masthead",
            "ELSTER POST\nMonday, 18 November 2019\n\nFog closes port\n\nA ship ran aground in the fog today.\n", "plain-text",
            "A ship ran aground in the fog today.", "2019-11-18" },
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
    };
}
