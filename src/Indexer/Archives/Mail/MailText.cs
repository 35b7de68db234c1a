using System.Text;
using System.Text.RegularExpressions;
using Indexer.Texts;
using MimeKit;
using MimeKit.Encodings;

namespace Indexer.Archives.Mail;

/// <summary>
/// Decodes the texts of a message by their bytes: the declared charset is as often wrong as that of a web page, and a wrong decoder loses
/// characters.
/// </summary>
internal static partial class MailText
{
    /// <summary>
    /// Replaces the bytes of each part by its text. Removes signatures here, because format=flowed would join their delimiter to the
    /// previous line.
    /// </summary>
    public static void Decode(MimeMessage message)
    {
        foreach (var part in message.BodyParts.OfType<TextPart>().Where(part => !part.IsAttachment && part.Content is not null))
        {
            var text = Of(part);
            part.SetText(Encoding.UTF8, part.IsHtml ? text : WithoutSignature(text));
        }
    }

    public static string Of(TextPart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return EncodedText.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), part.ContentType.Charset);
    }

    /// <summary>The value of a header field; empty if it is missing.</summary>
    public static string Of(MimeMessage message, HeaderId field) =>
        message.Headers.FirstOrDefault(header => header.Id == field) is { RawValue: { } raw }
            ? HeaderText(Encoding.Latin1.GetString(raw).ReplaceLineEndings("").Trim())
            : "";

    /// <summary>The signature follows a line of two hyphens and a space (RFC 3676, 4.3).</summary>
    private static string WithoutSignature(string text) =>
        SignatureBegin().Match(text) is { Success: true } begin ? text[..begin.Index] : text;

    /// <param name="raw">The bytes of a header as Latin-1, unfolded.</param>
    private static string HeaderText(string raw)
    {
        var text = new StringBuilder();
        var begin = 0;
        foreach (Match run in EncodedWords().Matches(raw))
        {
            text.Append(Plain(raw[begin..run.Index])).Append(Words(run));
            begin = run.Index + run.Length;
        }

        return text.Append(Plain(raw[begin..])).ToString();
    }

    private static string Plain(string raw) => EncodedText.Decode(Encoding.Latin1.GetBytes(raw));

    /// <summary>Adjacent encoded words of one charset are decoded together: some programs cut them inside a character.</summary>
    private static string Words(Match run)
    {
        var text = new StringBuilder();
        var bytes = new List<byte>();
        string? charset = null;
        for (var i = 0; i < run.Groups["charset"].Captures.Count; i++)
        {
            var next = run.Groups["charset"].Captures[i].Value;
            if (charset is not null && !next.Equals(charset, StringComparison.OrdinalIgnoreCase))
            {
                text.Append(EncodedText.Decode([.. bytes], charset));
                bytes.Clear();
            }

            charset = next;
            bytes.AddRange(BytesOf(run.Groups["form"].Captures[i].Value, run.Groups["text"].Captures[i].Value));
        }

        return text.Append(EncodedText.Decode([.. bytes], charset)).ToString();
    }

    private static byte[] BytesOf(string form, string text)
    {
        var input = Encoding.Latin1.GetBytes(text);
        IMimeDecoder decoder = form is "B" or "b" ? new Base64Decoder() : new QuotedPrintableDecoder(rfc2047: true);
        var output = new byte[decoder.EstimateOutputLength(input.Length)];
        return output[..decoder.Decode(input, 0, input.Length, output)];
    }

    private const string EncodedWord = @"=\?(?<charset>[^?*\s]+)(\*[^?\s]*)?\?(?<form>[BbQq])\?(?<text>[^?]*)\?=";

    [GeneratedRegex(@"^-- \r?$", RegexOptions.Multiline)]
    private static partial Regex SignatureBegin();

    /// <summary>
    /// RFC 2047, with the language of RFC 2231 after the charset, and with spaces inside encoded words, which some programs write.
    /// </summary>
    [GeneratedRegex(EncodedWord + @"(\s*" + EncodedWord + ")*", RegexOptions.ExplicitCapture)]
    private static partial Regex EncodedWords();
}
