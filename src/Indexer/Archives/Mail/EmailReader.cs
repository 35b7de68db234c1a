using System.Text.RegularExpressions;
using Indexer.Fields;
using Indexer.Records;
using MimeKit;
using NewsIndex.Articles;

namespace Indexer.Archives.Mail;

/// <summary>E-mail, one message a file (.eml).</summary>
internal sealed partial class EmailReader(FieldMapping mapping) : WholeFileReader
{
    public override string Name => "email";

    public override bool Recognises(ArchiveHead head) =>
        Beginning().Match(head.Content) is { Success: true } headers && Telling().IsMatch(headers.Value);

    protected override IEnumerable<Reading> Read(ArchiveSource source, byte[] bytes)
    {
        var begin = bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8);
        try
        {
            using var message = MimeMessage.Load(new MemoryStream(bytes[Math.Max(begin, 0)..]));
            return [new Reading.Read(source.Path, 0, Name, EmailArticle.Read(message, mapping))];
        }
        catch (Exception e) when (e is FormatException or ArticleRecordException)
        {
            return [Reject(source, bytes, $"the message cannot be read: {e.Message}")];
        }
    }

    /// <summary>Header fields and their folded lines.</summary>
    [GeneratedRegex(@"\A([A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\n([ \t][^\n]*\n)*){2,}", RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();

    [GeneratedRegex(
        @"^(Message-ID|Received|Return-Path|Delivered-To|MIME-Version|X-Mailer|From):",
        RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Telling();
}
