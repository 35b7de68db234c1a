using System.Text;

namespace NewsIndex.Analysis;

/// <summary>The form of a word in a text: its capitals and the characters right beside it.</summary>
/// <remarks>
/// Its payload is <see cref="LetterCase"/> when there are no signs; the last byte of that is never 0. With signs follow those before the
/// word in UTF-8, those behind it, a byte each for their lengths, and a 0. Most words have no payload.
/// </remarks>
/// <param name="Casing">The capitals; null for any.</param>
/// <param name="Before">Signs, see <see cref="WordSigns"/>; empty for any or none.</param>
/// <param name="Behind">Signs likewise.</param>
internal sealed record WrittenForm(byte[]? Casing, string Before = "", string Behind = "")
{
    private const int Lengths = 3;

    private readonly byte[] before = Encoding.UTF8.GetBytes(Before);
    private readonly byte[] behind = Encoding.UTF8.GetBytes(Behind);

    /// <summary>The payload of a word.</summary>
    /// <param name="casing">Empty for a word in small letters.</param>
    /// <returns>Empty for a word in small letters without signs.</returns>
    public static byte[] ToPayload(ReadOnlySpan<byte> casing, string before, string behind)
    {
        if (before.Length == 0 && behind.Length == 0)
            return casing.ToArray();
        var (first, last) = (Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(behind));
        return [.. casing, .. first, .. last, (byte)first.Length, (byte)last.Length, 0];
    }

    /// <summary>True when a word with a payload has this form.</summary>
    /// <param name="payload">Empty when the word has none.</param>
    public bool Accepts(ReadOnlySpan<byte> payload)
    {
        ReadOnlySpan<byte> first = [], last = [];
        if (payload.Length >= Lengths && payload[^1] == 0)
        {
            last = payload.Slice(payload.Length - Lengths - payload[^2], payload[^2]);
            first = payload.Slice(payload.Length - Lengths - payload[^2] - payload[^3], payload[^3]);
            payload = payload[..^(Lengths + last.Length + first.Length)];
        }

        return (before.Length == 0 || first.SequenceEqual(before))
            && (behind.Length == 0 || last.SequenceEqual(behind))
            && (Casing is null || payload.SequenceEqual(Casing));
    }
}
