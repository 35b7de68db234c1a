using System.Buffers;
using System.Text;

namespace Indexer.Texts;

/// <summary>Counts the UTF-8 sequences in bytes, so that one damaged byte does not change the encoding of a whole text.</summary>
/// <param name="Valid">Number of valid non-ASCII characters.</param>
/// <param name="Invalid">Number of invalid sequences.</param>
internal readonly record struct Utf8Evidence(int Valid, int Invalid)
{
    /// <summary>Text in another encoding has valid sequences by chance; few texts have three for each invalid one.</summary>
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

        // An incomplete character at the end is truncated text, or the last letter in Latin-1.
        return new Utf8Evidence(valid, valid > 0 ? invalid : invalid + cutOff);
    }

    /// <summary>Returns true for UTF-8, damaged or not.</summary>
    /// <param name="isDeclared">True if the text declares UTF-8; then as many valid sequences as invalid ones suffice.</param>
    public bool IsUtf8(bool isDeclared) => Invalid == 0 || (Valid > 0 && Valid >= Invalid * (isDeclared ? 1 : Undeclared));
}
