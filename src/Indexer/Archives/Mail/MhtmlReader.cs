using System.Text.RegularExpressions;
using Indexer.Extraction;
using Indexer.Html;
using Indexer.Records;
using MimeKit;

namespace Indexer.Archives.Mail;

/// <summary>
/// A page that a browser saved in one file (.mht, .mhtml): an e-mail in form, a web page in content. The date of its header is that of
/// saving and is not used.
/// </summary>
internal sealed partial class MhtmlReader : WholeFileReader
{
    public override string Name => "mhtml";

    public override bool Recognises(ArchiveHead head) =>
        Headers().Match(head.Content) is { Success: true } headers && Saved().IsMatch(headers.Value);

    protected override IEnumerable<Reading> Read(ArchiveSource source, byte[] bytes)
    {
        try
        {
            using var message = MimeMessage.Load(new MemoryStream(bytes));
            if (Page(message) is not { } page)
                return [Reject(source, bytes, "the file holds no page; expected a part of the type text/html")];
            return PageArticle.Read(MailText.Of(page), AddressOf(message, page)) is { } article
                ? [new Reading.Read(source.Path, 0, Name, article)]
                : [Reject(source, bytes, "the page has neither a headline nor running text")];
        }
        catch (Exception e) when (e is FormatException or PageNestingException)
        {
            return [Reject(source, bytes, $"the file cannot be read: {e.Message}")];
        }
    }

    private static TextPart? Page(MimeMessage message) => message.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.IsHtml);

    private static string? AddressOf(MimeMessage message, TextPart page) =>
        ((string?[])[message.Headers["Snapshot-Content-Location"], page.Headers["Content-Location"]])
            .FirstOrDefault(address => address?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The headers of the message and of its first part.</summary>
    [GeneratedRegex(
        @"\A([A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\n([ \t][^\n]*\n)*){2,}\s*(--[^\n]*\n([A-Za-z][^\n]*\n([ \t][^\n]*\n)*)+)?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Headers();

    [GeneratedRegex(
        @"^(Snapshot-Content-Location|From: *""?<Saved by)|\bmultipart/related\b[\s\S]*^Content-Location: *http",
        RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Saved();
}
