using System.Text.Json;
using System.Text.RegularExpressions;
using Indexer.Dates;
using Indexer.Extraction;
using Indexer.Fields;
using Indexer.Html;
using MimeKit;
using NewsIndex.Articles;

namespace Indexer.Archives.Mail;

/// <summary>Reads an e-mail in which an agency or a reporter sends a story.</summary>
internal static partial class EmailArticle
{
    /// <exception cref="ArticleRecordException">The message has neither a subject nor a text.</exception>
    public static Article Read(MimeMessage message, FieldMapping mapping)
    {
        MailText.Decode(message);
        var text = Text(message);
        if (text.TrimStart().StartsWith('{') && FromForm(text, mapping) is { } form)
            return form.Published.Date is null ? form with { Published = Sent(message) } : form;

        var headline = Prefix().Replace(Texts.PageText.Clean(MailText.Of(message, HeaderId.Subject)), "");
        var forwarded = ForwardedHead().Match(text);
        var body = WithoutFrame(HtmlText.Paragraphs(forwarded.Success ? text[(forwarded.Index + forwarded.Length)..] : text), headline);
        if (headline.Length == 0 && body.Length == 0)
            throw new ArticleRecordException("the message has neither a subject nor a text");
        return new Article
        {
            Id = message.MessageId is { Length: > 0 and <= ArticleId.MaximumLength } id ? id : "",
            Headline = headline,
            Body = body,
            Published = StatedDate.OrSent(SentFirst(forwarded) ?? Sent(message), body, default),
            Source = Sender(message),
        };
    }

    /// <summary>Name of the first sender, or else the domain of the address.</summary>
    private static string? Sender(MimeMessage message) =>
        (InternetAddressList.TryParse(MailText.Of(message, HeaderId.From), out var senders) ? senders : message.From).Mailboxes
            .Select(sender => sender.Name is { Length: > 0 } name ? name : sender.Domain).FirstOrDefault();

    private static string Text(MimeMessage message)
    {
        try
        {
            return message.TextBody ?? message.HtmlBody ?? "";
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException or FormatException)
        {
            return "";
        }
    }

    /// <summary>Removes the repeated subject above the text and the footer of a newsletter below it.</summary>
    private static string WithoutFrame(string body, string headline)
    {
        var paragraphs = body.Split("\n\n").SkipWhile(paragraph => headline.Length > 0 && paragraph == headline).ToList();
        var end = paragraphs.FindLastIndex(paragraph => !OfNewsletter().IsMatch(paragraph)) + 1;
        return string.Join("\n\n", paragraphs.Take(end));
    }

    private const string Leave = @"(click here to |to )?unsubscribe( here| from (this|these|our) \S+( list| e-?mails?)?)?"
        + @"|manage (your )?(subscriptions?|preferences)"
        + @"|update (your )?(profile|preferences)|newsletter abbestellen|abmelden|abbestellen|se désabonner|se désinscrire"
        + @"|uitschrijven|afmelden|darse de baja|cancelar (la )?suscripción|annulla iscrizione|disiscriviti";

    private const string Show = @"view (this (e-?mail|newsletter) )?(in|online in) (your|a) browser|view (it )?online"
        + @"|im browser (ansehen|anzeigen)|voir dans le navigateur";

    /// <summary>Matches whole short lines: an article may mention a subscription.</summary>
    [GeneratedRegex(
        @"\A\W*(" + Leave + @"|" + Show + @")(\W+(" + Leave + @"|" + Show + @"|privacy policy))*\W*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OfNewsletter();

    /// <summary>Web forms send their values as JSON, each field a list. Line breaks in it come from the mail program.</summary>
    private static Article? FromForm(string text, FieldMapping mapping)
    {
        try
        {
            using var form = JsonDocument.Parse(text.ReplaceLineEndings(" "));
            var members = form.RootElement.EnumerateObject().ToList();
            return new MappedArticle(members.ConvertAll(member => member.Name), mapping, PageArticle.Read)
                .Read(column => JsonText.All(members[column].Value)).Article;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArticleRecordException)
        {
            return null;
        }
    }

    /// <summary>Date of a forwarded message, as quoted in the text; null if there is none or it cannot be read.</summary>
    private static PublishedDate? SentFirst(Match forwarded) =>
        forwarded.Success
            && DateText.TryRead(HeadDate().Match(forwarded.Groups["head"].Value).Groups["date"].Value, default, out var reading)
            && reading.Date.Precision >= DatePrecision.Day
            ? reading.From(DateProvenance.Text)
            : null;

    /// <summary>Reply and forward prefixes of a subject.</summary>
    [GeneratedRegex(@"\A((re|fwd?|aw|wg|tr|rv|vs|vl)\s*:\s*)+(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    /// <summary>Separators between a message and the one that it forwards.</summary>
    [GeneratedRegex(
        @"\A\s*-{3,}[^\n]{3,40}-{3,}[ \t]*\r?\n(?<head>((from|sent|date|subject|to|cc|reply-to|von|gesendet|datum|betreff|an)\s*:[^\n]*\n"
        + @"|[ \t][^\n]*\n){2,})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ForwardedHead();

    [GeneratedRegex(
        @"^(sent|date|gesendet|datum)\s*:(?<date>[^\n]*)$",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex HeadDate();

    /// <summary>
    /// The date of the header, read as all other dates: a time without an offset, or in a zone with an ambiguous name, stays a time of day,
    /// and invalid dates are unknown.
    /// </summary>
    private static PublishedDate Sent(MimeMessage message) =>
        message.Headers[HeaderId.Date] is { } header && DateText.TryRead(UnsignedOffset().Replace(header, " +$1"), OfMail, out var reading)
            && reading.Date.Precision >= DatePrecision.Day
            ? reading.From(DateProvenance.Metadata)
            : PublishedDate.Unknown;

    /// <summary>Two-digit years are 1950 to 2049 (RFC 5322, section 4.3).</summary>
    private static readonly DateContext OfMail = new(Since: 1950);

    /// <summary>Programs that omit the sign are east of Greenwich: those in the west have to write the minus.</summary>
    [GeneratedRegex(@"(?<=:\d{2}) ([01]\d[0-5]\d)(?= *(\(|\z))")]
    private static partial Regex UnsignedOffset();
}
