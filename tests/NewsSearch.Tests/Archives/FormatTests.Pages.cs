namespace NewsSearch.Tests.Archives;

/// <summary>Pages, mail, and what a crawl or a browser has captured.</summary>
public sealed partial class FormatTests
{
    public static TheoryData<string, string, string, string, string?> Pages => new()
    {
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
}
