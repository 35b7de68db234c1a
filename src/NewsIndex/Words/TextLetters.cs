using System.Buffers;
using System.Text;
using NewsIndex.Analysis;

namespace NewsIndex.Words;

/// <summary>Cuts words out of a text with a byte for each character.</summary>
internal ref struct TextLetters(ReadOnlySpan<byte> bytes, int length)
{
    /// <summary>Longer words are dropped by the analysis, which is left to it.</summary>
    private const int MaxLength = WordCutter.MaxLength;

    /// <summary>Stands for quotation marks and the ellipsis of print, which are between words and of no further meaning.</summary>
    private const byte Quote = 0x80;

    /// <summary>Stands for the dashes that <see cref="WordSigns"/> takes for hyphens, though they join no words.</summary>
    private const byte Dash = 0x81;

    private const byte Letter = 1;
    private const byte Digit = 2;
    private const byte Underscore = 3;
    private const byte BetweenLetters = 4;
    private const byte BetweenDigits = 5;
    private const byte BetweenBoth = 6;

    private const byte KindBits = 7;
    private const byte Sign = 8;
    private const byte Unsure = 16;

    private static readonly byte[] Kinds = [.. Enumerable.Range(0, 256).Select(b => KindOf((byte)b))];

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private readonly int length = length;
    private int at;
    private byte seen;

    /// <summary>True when the characters since the last word may be among those of <see cref="WordSigns"/>.</summary>
    public readonly bool MayHaveSigns => (seen & Sign) != 0;

    /// <summary>False when there was a word that is too long, or a character whose meaning depends on more than these rules.</summary>
    public bool IsPlain { get; private set; } = true;

    /// <summary>True when there were underscores that belong to no word.</summary>
    public bool HasBareUnderscores { get; private set; }

    /// <summary>Writes a text as bytes, with zeros behind it.</summary>
    /// <param name="bytes">Longer than the text by at least <see cref="WordKey.Width"/> and 1.</param>
    /// <returns>False for a text with other characters.</returns>
    public static bool TryRead(string text, Span<byte> bytes)
    {
        bytes.Slice(text.Length, WordKey.Width + 1).Clear();
        var status = Ascii.FromUtf16(text, bytes, out var read);
        if (status == OperationStatus.Done)
            return true;
        for (var i = read; i < text.Length; i++)
        {
            if (ByteOf(text[i]) is not { } b)
                return false;
            bytes[i] = b;
        }

        return true;
    }

    /// <summary>The next word with those that hyphens join to it.</summary>
    /// <param name="mayHaveSigns">As <see cref="MayHaveSigns"/>, for the characters before it.</param>
    /// <returns>False at the end.</returns>
    public bool Next(out int start, out int wordLength, out bool mayHaveSigns)
    {
        seen = 0;
        while (at < length)
        {
            var kind = Kinds[bytes[at]];
            if (!IsOfWord(kind))
            {
                seen |= kind;
                at++;
                continue;
            }

            start = at;
            at = EndOf(start, out var isWord);
            if (isWord)
            {
                // A full stop counts only right before a word, as in .NET.
                mayHaveSigns = MayHaveSigns || (start > 0 && bytes[start - 1] == '.');
                at = EndOfJoined(start);
                wordLength = at - start;
                IsPlain &= (seen & Unsure) == 0;
                return true;
            }

            HasBareUnderscores = true;
        }

        IsPlain &= (seen & Unsure) == 0;
        (start, wordLength, mayHaveSigns) = (at, 0, MayHaveSigns);
        return false;
    }

    /// <summary>Words after a hyphen and nothing else, as far as <see cref="WordTokenizer"/> looks for joined spellings.</summary>
    private int EndOfJoined(int start)
    {
        var end = at;
        while (bytes[end] == '-' && end + 1 - start <= JoinedSpelling.MaxLength && IsOfWord(Kinds[bytes[end + 1]]))
        {
            var next = EndOf(end + 1, out var isWord);
            if (!isWord)
                break;
            end = next;
        }

        return end;
    }

    /// <summary>The end of a run of letters, digits and what may stand between two of them.</summary>
    /// <param name="isWord">False for underscores alone.</param>
    private int EndOf(int start, out bool isWord)
    {
        var i = start;
        var last = Kinds[bytes[i++]];
        isWord = last != Underscore;
        while (true)
        {
            var kind = Kinds[bytes[i]];
            if (IsOfWord(kind))
            {
                i++;
            }
            else if (IsBetween(kind, last) && Kinds[bytes[i + 1]] == last)
            {
                kind = last;
                i += 2;
            }
            else
            {
                break;
            }

            isWord |= kind != Underscore;
            last = kind;
        }

        IsPlain &= i - start <= MaxLength;
        return i;
    }

    private static bool IsOfWord(byte kind) => (kind & KindBits) is Letter or Digit or Underscore;

    /// <summary>True for a sign between two of the kind that keeps them one word: the dot of U.S, the comma of 1,000.</summary>
    private static bool IsBetween(byte kind, byte last) => (kind & KindBits) switch
    {
        BetweenLetters => last == Letter,
        BetweenDigits => last == Digit,
        BetweenBoth => last != Underscore,
        _ => false,
    };

    private static byte? ByteOf(char c) => c switch
    {
        < '\u0080' => (byte)c,
        '\u2018' or '\u2019' => (byte)'\'',
        >= '\u2010' and <= '\u2013' => (byte)'-',
        '\u2014' or '\u2015' => Dash,
        '\u201C' or '\u201D' or '\u201E' or '\u2026' => Quote,
        _ => null,
    };

    private static byte KindOf(byte b) => (char)b switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' => Letter,
        >= '0' and <= '9' => Digit,
        '_' => Underscore,
        ':' => BetweenLetters,
        ',' or ';' => BetweenDigits,
        '.' or '\'' => BetweenBoth,
        '-' or (char)Dash => Sign,
        // An apostrophe or not, by what stands beside it.
        '`' => Unsure,
        ' ' or '\t' or '\n' or '\r' or (char)Quote => 0,
        < ' ' or >= '\u007F' => Unsure,
        var c => WordSigns.IsSign(c) ? Sign : (byte)0,
    };
}
