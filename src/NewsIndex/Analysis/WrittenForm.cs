using System.Text;
using Lucene.Net.Util;

namespace NewsIndex.Analysis;

/// <summary>The written form of a word, kept as the payload of its position: capitals and adjacent signs.</summary>
/// <remarks>
/// Without signs it is <see cref="LetterCase"/>, of which the last byte is never 0. With signs it goes on: those before the word in UTF-8,
/// those behind it, a byte each for their lengths, and a 0. Most words have no payload.
/// </remarks>
/// <param name="Casing">The capitals; null for any.</param>
/// <param name="Before">Signs, see <see cref="WordSigns"/>; empty for any or none.</param>
/// <param name="Behind">Signs likewise.</param>
internal sealed record WrittenForm(BytesRef? Casing, string Before = "", string Behind = "")
{
    private const int Lengths = 3;

    private readonly byte[] before = Encoding.UTF8.GetBytes(Before);
    private readonly byte[] behind = Encoding.UTF8.GetBytes(Behind);

    /// <param name="casing">Null for a word in small letters.</param>
    /// <returns>Null for a word in small letters without signs.</returns>
    public static BytesRef? ToPayload(BytesRef? casing, string before, string behind)
    {
        if (before.Length == 0 && behind.Length == 0)
            return casing;
        var (first, last) = (Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(behind));
        var capitals = casing is null ? [] : casing.Bytes.AsSpan(casing.Offset, casing.Length);
        return new BytesRef([.. capitals, .. first, .. last, (byte)first.Length, (byte)last.Length, 0]);
    }

    /// <summary>Whether the payload of a position has this form.</summary>
    /// <param name="payload">Of the place; null when it has none.</param>
    public bool Accepts(BytesRef? payload)
    {
        ReadOnlySpan<byte> all = payload is null ? [] : payload.Bytes.AsSpan(payload.Offset, payload.Length);
        ReadOnlySpan<byte> first = [], last = [];
        if (all.Length >= Lengths && all[^1] == 0)
        {
            last = all.Slice(all.Length - Lengths - all[^2], all[^2]);
            first = all.Slice(all.Length - Lengths - all[^2] - all[^3], all[^3]);
            all = all[..^(Lengths + last.Length + first.Length)];
        }

        return (before.Length == 0 || first.SequenceEqual(before))
            && (behind.Length == 0 || last.SequenceEqual(behind))
            && (Casing is null || all.SequenceEqual(Casing.Bytes.AsSpan(Casing.Offset, Casing.Length)));
    }
}
