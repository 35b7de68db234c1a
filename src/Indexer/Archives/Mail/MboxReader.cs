using System.Text.RegularExpressions;
using Indexer.Archives.Tables;
using MimeKit;
using NewsIndex.Articles;

namespace Indexer.Archives.Mail;

/// <summary>Many messages a file, each after a line that begins with From (mbox).</summary>
internal sealed partial class MboxReader : IArchiveReader
{
    private const int MessageLimit = 64 * 1024 * 1024;

    public string Name => "mbox";

    public bool Recognises(ArchiveHead head) => Separator().IsMatch(head.Text);

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        var lines = new LineScanner(source.Bytes);
        var message = new MemoryStream();
        long beganAt = 0;
        var afterEmpty = true;
        while (lines.TryRead(out var line))
        {
            if (afterEmpty && line.Bytes.Span.StartsWith("From "u8))
            {
                if (message.Length > 0)
                    yield return Finish(source, beganAt, message);
                message.SetLength(0);
                beganAt = line.Offset;
            }
            else if (message.Length + line.Length <= MessageLimit)
            {
                // Writers of mbox put a > before a line of the text that begins with From.
                message.Write(line.Bytes.Span.StartsWith(">From "u8) ? line.Bytes.Span[1..] : line.Bytes.Span);
                message.Write("\n"u8);
            }

            afterEmpty = line.Bytes.IsEmpty;
        }

        if (message.Length > 0)
            yield return Finish(source, beganAt, message);
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
            return new Reading.Rejected(source.Path, offset, Name, $"the message cannot be read: {e.Message}", Reading.SnippetOf(bytes.ToArray()));
        }
    }

    [GeneratedRegex(@"\AFrom \S+\s+\w{3} \w{3}\s+\d{1,2} \d{2}:\d{2}")]
    private static partial Regex Separator();
}
