using System.Text;
using System.Text.RegularExpressions;
using Indexer.Fields;
using Indexer.Records;
using MimeKit;
using NewsIndex.Articles;

namespace Indexer.Archives.Mail;

/// <summary>mbox: many messages a file, each after a line that starts with From.</summary>
internal sealed partial class MboxReader : IArchiveReader
{
    private const int MaxMessageBytes = 64 * 1024 * 1024;

    /// <summary>Number of bytes of a line that are inspected.</summary>
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

    /// <param name="Begins">True for a separator line, which is not part of the message.</param>
    private readonly record struct MailLine(ReadOnlyMemory<byte> Bytes, long Offset, bool Begins);

    /// <summary>
    /// Lines, each valid until the next is read. A line that may start a message is held back until the one after it is known.
    /// </summary>
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

    /// <summary>mbox escapes a line of the text that starts with From by a >.</summary>
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
    /// From, the sender (or nothing, or a hyphen), weekday, day and month in either order, and the time. Any other line that starts with
    /// From starts a message only if a header follows; otherwise it is text.
    /// </summary>
    [GeneratedRegex(
        @"\AFrom +(\S+ +(at +\S+ +)?)?(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? +([A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2})"
        + @"( +\d{4})?,? +\d{1,2}:\d{2}",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();

    /// <summary>Fields that messages start with; any line of a text may have a word and a colon.</summary>
    [GeneratedRegex(
        @"\A(>From |(Return-Path|Received|Delivered-To|Envelope-To|X-[A-Za-z-]+|DKIM-Signature|ARC-[A-Za-z-]+|Authentication-Results"
        + @"|Message-ID|MIME-Version|Content-Type|Date|From|Subject|List-[A-Za-z-]+):)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HeaderField();
}
