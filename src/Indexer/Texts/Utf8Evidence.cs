using System.Buffers;
using System.Text;

namespace Indexer.Texts;

/// <summary>Counts the UTF-8 sequences in bytes, so that one damaged byte does not change the encoding of a whole text.</summary>
/// <param name="Valid">Characters beyond ASCII that are encoded as UTF-8.</param>
/// <param name="Invalid">Sequences that are no UTF-8.</param>
internal readonly record struct Utf8Evidence(int Valid, int Invalid)
{
    /// <summary>Text of another encoding has a valid sequence by chance; few have three for each that is not.</summary>
    private const int Undeclared = 3;

    public static Utf8Evidence Of(ReadOnlySpan<byte> bytes)
    {
        int valid = 0, invalid = 0, cutOff = 0;
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var next)
        {
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.Done)
                valid++;
            else if (status == OperationStatus.InvalidData)
                invalid++;
            else
                cutOff++;
            bytes = bytes[Math.Max(length, 1)..];
        }

        // The beginning of a character at the end is a text that was cut there, or the last letter of one in Latin-1.
        return new Utf8Evidence(valid, valid > 0 ? invalid : invalid + cutOff);
    }

    /// <summary>True for UTF-8, damaged or not.</summary>
    /// <param name="isDeclared">The text says that it is UTF-8; then as many valid sequences as invalid ones suffice.</param>
    public bool IsUtf8(bool isDeclared) => Invalid == 0 || (Valid > 0 && Valid >= Invalid * (isDeclared ? 1 : Undeclared));
}
