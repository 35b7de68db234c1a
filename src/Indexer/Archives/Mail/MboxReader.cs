using System.Text;
using System.Text.RegularExpressions;
using Indexer.Fields;
using Indexer.Records;
using MimeKit;
using NewsIndex.Articles;

namespace Indexer.Archives.Mail;

/// <summary>Many messages a file, each after a line that begins with From (mbox).</summary>
internal sealed partial class MboxReader : IArchiveReader
{
    private const int MaxMessageBytes = 64 * 1024 * 1024;

    /// <summary>Bytes of a line that are looked at.</summary>
    private const int MaxHeaderLength = 1000;

    public string Name => "mbox";

    public bool Recognises(ArchiveHead head) => Separator().IsMatch(head.Text);

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        var message = new MemoryStream();
        long beganAt = 0;
        foreach (var line in LinesOf(source.Bytes))
        {
            if (!line.Begins)
            {
                Append(message, line.Bytes.Span);
                continue;
            }

            if (message.Length > 0)
                yield return Finish(source, beganAt, message);
            message.SetLength(0);
            beganAt = line.Offset;
        }

        if (message.Length > 0)
            yield return Finish(source, beganAt, message);
    }

    /// <param name="Begins">The line stands before a message and is no part of it.</param>
    private readonly record struct MailLine(ReadOnlyMemory<byte> Bytes, long Offset, bool Begins);

    /// <summary>Each is valid until the next; a line that may begin a message waits for the one behind it.</summary>
    private static IEnumerable<MailLine> LinesOf(Stream bytes)
    {
        var lines = new LineScanner(bytes);
        var afterEmpty = true;
        MailLine? undecided = null;
        while (lines.TryRead(out var line))
        {
            if (undecided is { } before)
                yield return before with { Begins = Fits(HeaderField(), line) };
            undecided = null;
            if (!afterEmpty || !line.Bytes.Span.StartsWith("From "u8))
                yield return new MailLine(line.Bytes, line.Offset, false);
            else if (Fits(Separator(), line))
                yield return new MailLine(line.Bytes, line.Offset, true);
            else
                undecided = new MailLine(line.Bytes.ToArray(), line.Offset, false);
            afterEmpty = line.Bytes.IsEmpty;
        }

        if (undecided is { } last)
            yield return last;
    }

    private static bool Fits(Regex form, Line line) =>
        form.IsMatch(Encoding.Latin1.GetString(line.Bytes.Span[..Math.Min(line.Bytes.Length, MaxHeaderLength)]));

    /// <summary>Writers of mbox put a > before a line of the text that begins with From.</summary>
    private static void Append(MemoryStream message, ReadOnlySpan<byte> line)
    {
        if (message.Length + line.Length > MaxMessageBytes)
            return;
        message.Write(line.StartsWith(">From "u8) ? line[1..] : line);
        message.Write("\n"u8);
    }

    private Reading Finish(ArchiveSource source, long offset, MemoryStream bytes)
    {
        bytes.Position = 0;
        try
        {
            using var message = MimeMessage.Load(bytes);
            return new Reading.Read(source.Path, offset, Name, EmailArticle.Read(message, FieldMapping.ByName));
        }
        catch (Exception e) when (e is FormatException or ArticleRecordException)
        {
            return new Reading.Rejected(source.Path, offset, Name, $"the message cannot be read: {e.Message}",
                Reading.SnippetOf(bytes.ToArray()));
        }
    }

    /// <summary>
    /// From, who sent it (or nothing, or a hyphen), the day of the week, day and month in either order, and the time. Another line that
    /// begins with From begins a message only where a header follows it; otherwise it is a paragraph.
    /// </summary>
    [GeneratedRegex(
        @"\AFrom +(\S+ +(at +\S+ +)?)?(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? +([A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2})"
        + @"( +\d{4})?,? +\d{1,2}:\d{2}",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();

    /// <summary>Fields that messages begin with; any line of a text may have a word and a colon.</summary>
    [GeneratedRegex(
        @"\A(>From |(Return-Path|Received|Delivered-To|Envelope-To|X-[A-Za-z-]+|DKIM-Signature|ARC-[A-Za-z-]+|Authentication-Results"
        + @"|Message-ID|MIME-Version|Content-Type|Date|From|Subject|List-[A-Za-z-]+):)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HeaderField();
}
