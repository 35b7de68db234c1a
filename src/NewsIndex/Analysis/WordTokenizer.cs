using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NewsIndex.Analysis;

/// <summary>
/// Cuts a text into normalised words, with offsets into the stored text. Other spellings of a word follow at the same position:
/// <c>e-mail</c> has <c>email</c>, <c>US</c> has <c>U.S</c>. A run of a script without spaces becomes single characters and overlapping
/// pairs.
/// </summary>
/// <remarks>
/// Attributes of a word: <see cref="IFlagsAttribute"/> is more than 0 for the tail of a joined spelling (see <c>LanguageMark</c>), <see
/// cref="IKeywordAttribute"/> keeps stemmers off, and in queries <see cref="IPositionLengthAttribute"/> is the number of positions of a
/// spelling.
/// </remarks>
internal sealed class WordTokenizer : Tokenizer
{
    private readonly WordUse use;
    private readonly bool isExact;
    private readonly char decimalSign;
    private readonly NormalisedText text = new();
    private readonly WordCutter cutter = new();
    private readonly Queue<Spelling> pending = new();
    private readonly List<CutWord> parts = [];
    private readonly List<CutWord> units = [];
    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute increment;
    private readonly IPositionLengthAttribute length;
    private readonly IFlagsAttribute flags;
    private readonly IKeywordAttribute keyword;
    private char[] source = new char[1024];

    /// <summary>Positions to skip before the next word.</summary>
    private int gap;

    /// <param name="isExact">True to keep words as they are written.</param>
    /// <param name="decimalSign">See <see cref="NumberSpelling"/>.</param>
    public WordTokenizer(TextReader input, WordUse use, bool isExact, char decimalSign)
        : base(input)
    {
        (this.use, this.isExact, this.decimalSign) = (use, isExact, decimalSign);
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        length = AddAttribute<IPositionLengthAttribute>();
        flags = AddAttribute<IFlagsAttribute>();
        keyword = AddAttribute<IKeywordAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        pending.Clear();
        gap = 0;
        var read = 0;
        for (int more; (more = m_input.Read(source, read, source.Length - read)) > 0;)
        {
            read += more;
            if (read == source.Length)
                Array.Resize(ref source, 2 * read);
        }

        text.Read(source.AsSpan(0, read));
        cutter.Read(text);
    }

    public override bool IncrementToken()
    {
        if (pending.TryDequeue(out var spelling))
            return Give(spelling);
        if (!cutter.Next(out var word))
            return false;
        gap += cutter.TakeSkipped();
        if (word.IsSpaceless)
            AddRun(word);
        else if (isExact || !HasSpellings(word))
            return Give(Spelling.Of(word));
        else
            AddSpellings(word);
        return Give(pending.Dequeue());
    }

    public override void End()
    {
        base.End();
        offset.SetOffset(text.SourceLength, text.SourceLength);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            cutter.Dispose();
        base.Dispose(disposing);
    }

    private bool Give(Spelling spelling)
    {
        ClearAttributes();
        if (spelling.Text is { } other)
            term.SetEmpty().Append(other);
        else
            term.CopyBuffer(text.Buffer, spelling.Start, spelling.End - spelling.Start);
        offset.SetOffset(text.StartOf(spelling.Start), text.EndBefore(spelling.End));
        increment.PositionIncrement = spelling.IsBeside ? 0 : 1 + gap;
        if (spelling.Places > 1)
            length.PositionLength = spelling.Places;
        if (spelling.Tail > 0)
            flags.Flags = spelling.Tail;
        if (spelling.IsKeyword)
            keyword.IsKeyword = true;
        if (!spelling.IsBeside)
            gap = spelling.PlacesBehind;
        return true;
    }

    /// <summary>A cheap test first: few words have such a spelling.</summary>
    private bool HasSpellings(CutWord word)
    {
        var chars = text.Chars[word.Start..word.End];
        return chars.IndexOfAny(",.'") > 0
            || (word.Length == 2 && char.IsUpper(chars[0]))
            || (word.End < text.Length && (IsGlue(text.Chars[word.End]) || IsRaised(text.Chars[word.End])));
    }

    private void AddSpellings(CutWord word)
    {
        parts.Clear();
        parts.Add(word);
        while (cutter.Peek() is { IsSpaceless: false } next && IsGlued(parts, next))
        {
            parts.Add(next);
            cutter.Next(out _);
        }

        for (var i = 0; i < parts.Count; i++)
        {
            AddSpelling(parts[i]);
            AddJoined(i);
        }
    }

    /// <summary>Adds a word and its alternative spellings.</summary>
    private void AddSpelling(CutWord word)
    {
        var chars = text.Chars[word.Start..word.End];
        if (AcronymSpelling.Undotted(chars) is { } letters)
        {
            var (keepsDots, losesDots) = (letters.Length == 2, letters.Length > 2 || use == WordUse.Index);
            if (keepsDots)
                pending.Enqueue(Spelling.Of(word) with { IsKeyword = true });
            if (losesDots)
                pending.Enqueue(Spelling.Of(word) with { Text = letters, IsBeside = keepsDots });
            return;
        }

        pending.Enqueue(Spelling.Of(word) with { Text = NumberSpelling.Ungrouped(chars, decimalSign) });
        if (use == WordUse.Index && AcronymSpelling.Dotted(chars) is { } dotted)
            pending.Enqueue(Spelling.Of(word) with { Text = dotted, IsBeside = true, IsKeyword = true });
        if (use is WordUse.Index or WordUse.Query && char.IsLetter(chars[^1]) && RaisedAfter(word) is { Length: > 0 } raised)
            pending.Enqueue(Spelling.Of(word) with { Text = $"{chars}{raised}", End = word.End + raised.Length, IsBeside = true });
    }

    /// <summary>The joined spellings that begin with a part, and the tails of those that end with it.</summary>
    private void AddJoined(int i)
    {
        if (use is not (WordUse.Index or WordUse.Query))
            return;
        for (var last = i + 1; last < parts.Count; last++)
        {
            if (Joined(i, last) is { } joined)
            {
                var places = use == WordUse.Query ? last - i + 1 : 1;
                pending.Enqueue(new Spelling(joined, parts[i].Start, parts[last].End, IsBeside: true, Places: places));
            }
        }

        for (var first = i - 1; use == WordUse.Index && first >= 0; first--)
        {
            if (Joined(first, i) is { } joined)
                pending.Enqueue(new Spelling(joined, parts[i].Start, parts[i].End, IsBeside: true, Tail: i - first));
        }
    }

    /// <summary>Joins two adjacent parts, or all. Null if they are not one word: 2-1 is not 21.</summary>
    private string? Joined(int first, int last)
    {
        if (last - first + 1 > JoinedSpelling.MaxParts || (last - first > 1 && last - first + 1 < parts.Count))
            return null;
        var isNumber = !IsHyphen(text.Chars[parts[first].End]);
        if (isNumber && (first > 0 || last < parts.Count - 1))
            return null;
        for (var i = first; i < last && !isNumber; i++)
        {
            if (!JoinedSpelling.MayJoin(Chars(parts[i]), Chars(parts[i + 1])))
                return null;
        }

        return string.Concat(parts.GetRange(first, last - first + 1).Select(part => Chars(part).ToString()));
    }

    private ReadOnlySpan<char> Chars(CutWord word) => text.Chars[word.Start..word.End];

    /// <summary>Returns true if only a hyphen, or the space within a number, separates the words so far from the next.</summary>
    private bool IsGlued(List<CutWord> before, CutWord next)
    {
        var last = before[^1];
        if (next.Start != last.End + 1 || next.Start - before[0].Start > JoinedSpelling.MaxLength)
            return false;
        var glue = text.Chars[last.End];
        if (before.Count > 1 && IsHyphen(glue) != IsHyphen(text.Chars[before[0].End]))
            return false;
        return IsHyphen(glue) || (IsGlue(glue) && NumberSpelling.Continues(before.Count == 1 ? Chars(last) : "0", Chars(next)));
    }

    private static bool IsHyphen(char c) => c == '-';

    /// <summary>A hyphen, or a space that keeps the groups of a number on one line.</summary>
    private static bool IsGlue(char c) => c is '-' or '\u00A0' or '\u2009' or '\u202F';

    /// <summary>A superscript digit.</summary>
    private static bool IsRaised(char c) => c is '\u00B9' or '\u00B2' or '\u00B3' or '\u2070' or (>= '\u2074' and <= '\u2079');

    /// <summary>The superscript digits right after a word.</summary>
    private string RaisedAfter(CutWord word)
    {
        var end = word.End;
        while (end < text.Length && IsRaised(text.Chars[end]))
            end++;
        return string.Concat(text.Chars[word.End..end].ToArray().Select(c => (int)CharUnicodeInfo.GetNumericValue(c)));
    }

    private void AddRun(CutWord first)
    {
        units.Clear();
        if (isExact && (first.IsWhole || use == WordUse.Runs))
        {
            CutUnits(first);
            pending.Enqueue(Spelling.Of(first) with { PlacesBehind = units.Count - 1 });
            return;
        }

        CutUnits(first);
        for (var last = first; !isExact && cutter.Peek() is { } next && IsOneRun(last, next); last = next)
        {
            CutUnits(next);
            cutter.Next(out _);
        }

        if (isExact)
            AddCharacters(first);
        else
            AddPairs();
    }

    private static bool IsOneRun(CutWord word, CutWord next) =>
        next.IsSpaceless && next.Start == word.End && next.IsSoutheastAsian == word.IsSoutheastAsian;

    /// <summary>Single characters; indexing also emits the whole run at the first one, for patterns.</summary>
    private void AddCharacters(CutWord run)
    {
        for (var i = 0; i < units.Count; i++)
        {
            pending.Enqueue(Spelling.Of(units[i]));
            if (i == 0 && units.Count > 1 && use == WordUse.Index)
                pending.Enqueue(Spelling.Of(run) with { IsBeside = true });
        }
    }

    private void AddPairs()
    {
        for (var i = 0; i < units.Count; i++)
        {
            var hasPair = i + 1 < units.Count;
            var pair = hasPair ? new Spelling(null, units[i].Start, units[i + 1].End) : default;
            if (use == WordUse.Index || units.Count == 1)
            {
                pending.Enqueue(Spelling.Of(units[i]));
                if (hasPair)
                    pending.Enqueue(pair with { IsBeside = true });
            }
            else if (hasPair)
            {
                // The last character has no pair, but a position.
                pending.Enqueue(pair with { PlacesBehind = i + 2 == units.Count ? 1 : 0 });
            }
        }
    }

    /// <summary>The characters of a word, each with the marks that belong to it.</summary>
    private void CutUnits(CutWord word)
    {
        for (var i = word.Start; i < word.End;)
        {
            var start = i;
            i += char.IsHighSurrogate(text.Chars[i]) && i + 1 < word.End ? 2 : 1;
            while (i < word.End && CharacterForms.Of(text.Chars[i]) == CharacterForm.Composing)
                i++;
            units.Add(new CutWord(start, i, word.Type));
        }
    }

    /// <param name="Text">Null for the characters from start to end.</param>
    /// <param name="Start">In the normalised text.</param>
    /// <param name="IsBeside">True if it has the position of the one before it.</param>
    /// <param name="Places">Number of positions.</param>
    /// <param name="Tail">Positions after the start of the joined spelling that ends here; 0 for all others.</param>
    /// <param name="PlacesBehind">Number of positions beyond its own.</param>
    private readonly record struct Spelling(
        string? Text, int Start, int End, bool IsBeside = false, int Places = 1, int Tail = 0, bool IsKeyword = false, int PlacesBehind = 0)
    {
        public static Spelling Of(CutWord word) => new(null, word.Start, word.End);
    }
}
