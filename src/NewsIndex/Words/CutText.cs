using NewsIndex.Analysis;
using NewsIndex.Results;

namespace NewsIndex.Words;

/// <summary>An English text cut into words, of which those are not looked up that can be told by their letters.</summary>
internal sealed class CutText
{
    private readonly byte[] bytes;
    private readonly KnownWords known;
    private readonly List<CutWord> words;

    private CutText(string text, byte[] bytes, KnownWords known)
    {
        (Length, this.bytes, this.known) = (text.Length, bytes, known);
        words = new List<CutWord>(text.Length / 5);
    }

    /// <summary>Of the text, in characters.</summary>
    public int Length { get; }

    /// <summary>All positions, those of stop words included.</summary>
    public int Positions { get; private set; }

    /// <summary>Null for a text without <see cref="TextWords"/>.</summary>
    public static CutText? Of(string text, KnownWords known)
    {
        var bytes = new byte[text.Length + WordKey.Width + 1];
        var cut = new CutText(text, bytes, known);
        return TextLetters.TryRead(text, bytes) && cut.TryCut() ? cut : null;
    }

    /// <summary>Tells of all stems that may be among those that are sought.</summary>
    /// <param name="offset">Where the text begins.</param>
    /// <param name="position">The position of its first word.</param>
    public void Find(StemBeginnings sought, int offset, int position, FoundStem found)
    {
        foreach (var cut in words)
        {
            if (cut.Known is null && !sought.MayHave(bytes.AsSpan(cut.Start, cut.Length)))
            {
                position++;
                continue;
            }

            var word = cut.Known ?? known.Find(bytes, cut.Start, cut.Length);
            foreach (var stem in word.Stems)
            {
                found(
                    word.Bytes.AsSpan(stem.Term, stem.Length), position + stem.Position,
                    new TextRange(offset + cut.Start + stem.Start, offset + cut.Start + stem.End));
            }

            position += word.PartCount;
        }
    }

    private bool TryCut()
    {
        var letters = new TextLetters(bytes, Length);
        while (letters.Next(out var start, out var length, out _))
        {
            if (!letters.IsPlain)
                return false;
            var word = PlainEnglishWord.Is(bytes.AsSpan(start, length)) ? null : known.Find(bytes, start, length);
            words.Add(new CutWord(start, length, word));
            Positions += word?.PartCount ?? 1;
        }

        return letters.IsPlain;
    }

    /// <param name="Known">Null for a plain word, which takes one position.</param>
    private readonly record struct CutWord(int Start, int Length, KnownWord? Known);
}
