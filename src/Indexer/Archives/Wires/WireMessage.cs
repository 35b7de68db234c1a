using System.Text;

namespace Indexer.Archives.Wires;

/// <summary>A message of an agency's wire. Control characters delimit its parts: SOH header STX text ETX trailer EOT.</summary>
/// <param name="Header">From SOH to STX.</param>
/// <param name="Text">From STX to ETX.</param>
/// <param name="Trailer">After ETX.</param>
internal sealed record WireMessage(long Offset, string Header, string Text, string Trailer)
{
    private const char StartOfHeader = '\u0001';
    private const char StartOfText = '\u0002';
    private const char EndOfText = '\u0003';

    /// <summary>All messages of a file; the text is empty in a message without one.</summary>
    public static IEnumerable<WireMessage> Of(string file)
    {
        var begin = file.IndexOf(StartOfHeader, StringComparison.Ordinal);
        while (begin >= 0)
        {
            var next = file.IndexOf(StartOfHeader, begin + 1);
            var message = next < 0 ? file[begin..] : file[begin..next];
            var text = message.IndexOf(StartOfText, StringComparison.Ordinal);
            var end = text < 0 ? -1 : message.IndexOf(EndOfText, text);
            yield return new WireMessage(
                Encoding.UTF8.GetByteCount(file.AsSpan(0, begin)),
                (text < 0 ? message : message[..text])[1..],
                text < 0 ? "" : end < 0 ? message[(text + 1)..] : message[(text + 1)..end],
                end < 0 ? "" : message[(end + 1)..]);
            begin = next;
        }
    }
}
