using Lucene.Net.Analysis.Standard;

namespace NewsIndex.Analysis;

/// <summary>A word of a normalised text.</summary>
/// <param name="Type">See <see cref="StandardTokenizer"/>.</param>
internal readonly record struct CutWord(int Start, int End, int Type)
{
    public int Length => End - Start;

    /// <summary>True if its script writes no spaces between words.</summary>
    public bool IsSpaceless => IsSoutheastAsian || IsWhole || Type is StandardTokenizer.IDEOGRAPHIC or StandardTokenizer.HIRAGANA;

    public bool IsSoutheastAsian => Type == StandardTokenizer.SOUTHEAST_ASIAN;

    /// <summary>True if spaces or a change of script separate it from the next word.</summary>
    public bool IsWhole => Type is StandardTokenizer.KATAKANA or StandardTokenizer.HANGUL;
}

/// <summary>Cuts a text into words by Unicode Standard Annex #29.</summary>
/// <remarks>Unicode Standard Annex #29, as Lucene has it.</remarks>
internal sealed class WordCutter : IDisposable
{
    /// <summary>Maximum length of a word, in characters word; longer runs are dropped.</summary>
    public const int MaxLength = 255;

    private readonly StandardTokenizerImpl scanner = new(TextReader.Null);
    private readonly ArrayReader reader = new();
    private CutWord? peeked;

    /// <summary>Words dropped since the last one returned.</summary>
    public int Skipped { get; private set; }

    public void Read(NormalisedText text)
    {
        reader.Set(text.Buffer, text.Length);
        scanner.YyReset(reader);
        (peeked, Skipped) = (null, 0);
    }

    /// <summary>The next word, without advancing; null at the end.</summary>
    public CutWord? Peek() => peeked ??= Cut();

    /// <returns>False at the end.</returns>
    public bool Next(out CutWord word)
    {
        if (Peek() is not { } next)
        {
            word = default;
            return false;
        }

        word = next;
        peeked = null;
        return true;
    }

    public int TakeSkipped()
    {
        var skipped = Skipped;
        Skipped = 0;
        return skipped;
    }

    public void Dispose() => reader.Dispose();

    private CutWord? Cut()
    {
        while (scanner.GetNextToken() is var type && type != StandardTokenizerImpl.YYEOF)
        {
            if (scanner.YyLength <= MaxLength)
                return new CutWord(scanner.YyChar, scanner.YyChar + scanner.YyLength, type);
            Skipped++;
        }

        return null;
    }

    private sealed class ArrayReader : TextReader
    {
        private char[] text = [];
        private int length;
        private int place;

        public void Set(char[] text, int length) => (this.text, this.length, place) = (text, length, 0);

        public override int Read() => place < length ? text[place++] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = Math.Min(count, length - place);
            Array.Copy(text, place, buffer, index, read);
            place += read;
            return read;
        }
    }
}
