using System.Text;
using Indexer.Archives;
using Indexer.Records;

namespace NewsSearch.Tests.Archives;

/// <summary>A mail came when its header says, as precisely as that: no offset and no midnight that nobody wrote.</summary>
public sealed class MailDateTests
{
    [Theory]
    [InlineData("Tue, 30 Apr 2019 08:00:00 +0200", "2019-04-30T08:00:00+02:00")]
    [InlineData("Tue, 30 Apr 2019 08:00:00 GMT+2", "2019-04-30T08:00:00+02:00")]
    [InlineData("Tue, 30 Apr 2019 08:00:00 UTC+02:00", "2019-04-30T08:00:00+02:00")]
    [InlineData("Mon, 18 Nov 2013 09:26:24 GMT +0100", "2013-11-18T09:26:24+01:00")]
    [InlineData("Tue, 22 Apr 2008 12.31.30 +0200", "2008-04-22T12:31:30+02:00")]
    [InlineData("Thu, 14 Aug 2008 02:07:59 +0200 CEST", "2008-08-14T02:07:59+02:00")]
    [InlineData("Tue, 27 May 2003 07:53:35 +0200 (Paris, Madrid (heure d'été))", "2003-05-27T07:53:35+02:00")]
    [InlineData("Sun, 30 Sep 2001 22:19:06 0100", "2001-09-30T22:19:06+01:00")]
    [InlineData("30 Apr 19 08:00 EST", "2019-04-30T08:00:00-05:00")]
    [InlineData("30 Apr 97 08:00 EST", "1997-04-30T08:00:00-05:00")]
    [InlineData("2019-04-30T08:00:00+02", "2019-04-30T08:00:00+02:00")]
    [InlineData("Tue, 30 Apr 2019 8:00 PM +0200", "2019-04-30T20:00:00+02:00")]
    [InlineData("Tue, 30 Apr 2019 08:00:00 Europe/Berlin", "2019-04-30 08:00")]
    [InlineData("Tue, 30 Apr 2019 08:00:00", "2019-04-30 08:00")]
    [InlineData("Tue, 30 Apr 2019 08:00:00 IST", "2019-04-30 08:00")]
    [InlineData("Tue, 30 Apr 2019 24:00:00 +0200", "2019-04-30")]
    [InlineData("Tue, 30 Apr 2019", "2019-04-30")]
    [InlineData("Tue, 30 Apr 102 08:00:00 +0200", "")]
    [InlineData("yesterday", "")]
    public void Is_read_as_it_was_written(string header, string expected)
    {
        var mail =
            $"From: Ostmere Courier <news@courier.example>\r\nDate: {header}\r\nSubject: Pier\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n\r\nThe harbour council voted to rebuild the pier.\r\n";
        var reading = Assert.Single(new ArchiveFile(new ArchiveReaders()).Read("mail.eml", new MemoryStream(Encoding.UTF8.GetBytes(mail))));
        var published = Assert.IsType<Reading.Read>(reading).Article.Published;
        Assert.Equal(expected, $"{published.Date} {published.TimeOfDayText}".Trim());
    }
}
