using System.Buffers;
using System.Text;

namespace NewsIndex.Analysis;

/// <summary>
/// Normalises text for comparison and maps offsets back to the source: NFKC, one apostrophe, one hyphen, no invisible characters. Indexed
/// text and queries both go through it.
/// </summary>
/// <remarks>
/// Unicode Standard Annex #15. <see cref="CharacterForms"/> excludes characters that NFKC would turn into another word: ½, ², ™. An
/// instance is reusable; ASCII is only copied. A run of combining marks is normalised in pieces of <see cref="MaxMarks"/>, as in the
/// Stream-Safe Text Format of the annex: sorting a run takes quadratic time.
/// </remarks>
internal sealed class NormalisedText
{
    private const int StackLength = 64;

    /// <summary>Maximum number of combining marks on one character. The annex allows 30.</summary>
    private const int MaxMarks = 32;

    private static readonly SearchValues<char> Ascii =
        SearchValues.Create([.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => c != '`')]);

    private char[] chars = new char[256];
    private int[] starts = [];
    private int[] ends = [];
    private bool hasOffsets;

    /// <summary>Start of the last character that can compose, in the result and in the source; -1 if there is none.</summary>
    private (int Result, int Source) segment;

    public int Length { get; private set; }

    /// <summary>The length of the source text in UTF-16 code units.</summary>
    public int SourceLength { get; private set; }

    public ReadOnlySpan<char> Chars => chars.AsSpan(0, Length);

    /// <summary>The characters, for those that copy from an array; only <see cref="Length"/> of it count.</summary>
    public char[] Buffer => chars;

    /// <summary>Normalises a text; returns the same instance when nothing changes.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(Ascii) < 0)
            return text;
        var normalised = new NormalisedText();
        normalised.Read(text);
        return normalised.Chars.SequenceEqual(text) ? text : normalised.Chars.ToString();
    }

    /// <summary>The offset in the source at which a character begins.</summary>
    public int StartOf(int index) => hasOffsets ? starts[index] : index;

    /// <summary>The offset in the source at which the last character before a position ends.</summary>
    public int EndBefore(int index) => hasOffsets ? ends[index - 1] : index;

    public void Read(ReadOnlySpan<char> source)
    {
        (Length, SourceLength, hasOffsets, segment) = (0, source.Length, false, (-1, -1));
        for (var i = 0; i < source.Length;)
        {
            var ascii = source[i..].IndexOfAnyExcept(Ascii);
            ascii = ascii < 0 ? source.Length - i : ascii;
            Copy(source.Slice(i, ascii), i);
            i += ascii;
            if (i < source.Length)
                i = ReadOther(source, i);
        }
    }

    /// <returns>Offset of the next character.</returns>
    private int ReadOther(ReadOnlySpan<char> source, int i)
    {
        var length = char.IsHighSurrogate(source[i]) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]) ? 2 : 1;
        var end = i + length;
        switch (length == 2 ? CharacterForms.Of(new Rune(source[i], source[i + 1])) : CharacterForms.Of(source[i]))
        {
            case CharacterForm.Invisible:
                KeepOffsets();
                return end;
            case CharacterForm.Joiner:
                return ReadJoiner(i);
            case CharacterForm.Apostrophe:
                Append('\'', i, end);
                return end;
            case CharacterForm.PerhapsApostrophe:
                Append(IsBetweenLetters(source, end) ? '\'' : source[i], i, end);
                return end;
            case CharacterForm.Hyphen:
                Append('-', i, end);
                return end;
            case CharacterForm.Composing when segment.Result >= 0 && Length - segment.Result <= MaxMarks:
                return ReadSegment(source, segment.Result, segment.Source, i, end);
            case CharacterForm.Changing:
                return ReadSegment(source, Length, i, i, end);
            default:
                Copy(source.Slice(i, length), i);
                // An unpaired surrogate is not a character and cannot be normalised.
                if (length == 1 && char.IsSurrogate(source[i]))
                    segment = (-1, -1);
                return end;
        }
    }

    /// <summary>
    /// Between Arabic letters a non-joiner separates parts of a word like a hyphen; scripts that need joiners keep them; elsewhere they are
    /// removed as invisible.
    /// </summary>
    private int ReadJoiner(int i)
    {
        var before = Length > 0 ? chars[Length - 1] : '\0';
        switch (CharacterForms.JoinerAfter(before))
        {
            case JoinerMeaning.Parts:
                Append('-', i, i + 1);
                break;
            case JoinerMeaning.Shapes:
                Append('\u200D', i, i + 1);
                break;
            default:
                KeepOffsets();
                break;
        }

        return i + 1;
    }

    /// <summary>Composes a character with the marks that follow it.</summary>
    /// <param name="at">Offset in the result at which the form is written.</param>
    /// <param name="start">Start of the character in the source.</param>
    /// <param name="i">Start of the rest in the source.</param>
    /// <param name="end">End of the part known to belong to it.</param>
    private int ReadSegment(ReadOnlySpan<char> source, int at, int start, int i, int end)
    {
        end = EndOfSegment(source, end);
        var most = Length - at + end - i;
        var seen = most <= StackLength ? stackalloc char[StackLength] : new char[most];
        chars.AsSpan(at, Length - at).CopyTo(seen);
        var length = Length - at;
        foreach (var c in source[i..end])
        {
            if (CharacterForms.Of(c) != CharacterForm.Invisible)
                seen[length++] = c;
        }

        KeepOffsets();
        Length = at;
        seen = seen[..length];
        ReadOnlySpan<char> form = seen.IsNormalized(NormalizationForm.FormKC) ? seen : seen.ToString().Normalize(NormalizationForm.FormKC);
        foreach (var c in form)
            Append(c, start, end);
        segment = (at, start);
        return end;
    }

    /// <summary>The offset after the last combining mark that follows, invisible characters between them included.</summary>
    private static int EndOfSegment(ReadOnlySpan<char> source, int end)
    {
        var marks = 0;
        for (var i = end; i < source.Length && marks < MaxMarks; i++)
        {
            var form = CharacterForms.Of(source[i]);
            if (form == CharacterForm.Composing)
                (end, marks) = (i + 1, marks + 1);
            else if (form != CharacterForm.Invisible)
                break;
        }

        return end;
    }

    private bool IsBetweenLetters(ReadOnlySpan<char> source, int end) =>
        Length > 0 && IsOfWord(chars[Length - 1]) && NextVisible(source, end) is { } next && char.IsLetter(next);

    private static char? NextVisible(ReadOnlySpan<char> source, int i)
    {
        while (i < source.Length && CharacterForms.Of(source[i]) == CharacterForm.Invisible)
            i++;
        return i < source.Length ? source[i] : null;
    }

    private static bool IsOfWord(char c) => char.IsLetter(c) || CharacterForms.Of(c) == CharacterForm.Composing;

    private void Copy(ReadOnlySpan<char> run, int start)
    {
        if (run.IsEmpty)
            return;
        Require(run.Length);
        run.CopyTo(chars.AsSpan(Length));
        for (var i = 0; hasOffsets && i < run.Length; i++)
            (starts[Length + i], ends[Length + i]) = (start + i, start + i + 1);
        Length += run.Length;
        var last = run.Length > 1 && char.IsLowSurrogate(run[^1]) ? 2 : 1;
        segment = (Length - last, start + run.Length - last);
    }

    private void Append(char c, int start, int end)
    {
        Require(1);
        chars[Length] = c;
        if (hasOffsets)
            (starts[Length], ends[Length]) = (start, end);
        segment = (Length, start);
        Length++;
    }

    /// <summary>Offsets in the result differ from those in the source from here on.</summary>
    private void KeepOffsets()
    {
        if (hasOffsets)
            return;
        hasOffsets = true;
        Require(0);
        for (var i = 0; i < Length; i++)
            (starts[i], ends[i]) = (i, i + 1);
    }

    private void Require(int more)
    {
        if (Length + more > chars.Length)
            Array.Resize(ref chars, Math.Max(Length + more, chars.Length * 2));
        if (!hasOffsets || starts.Length >= chars.Length)
            return;
        Array.Resize(ref starts, chars.Length);
        Array.Resize(ref ends, chars.Length);
    }
}
