using System.Buffers;

namespace NewsIndex.Words;

/// <summary>
/// The words of a text, cut in one pass for all that is made of them: stems, exact forms, copies and embeddings. Only for English in ASCII
/// with the quotation marks, dashes and hyphens of print, in which the rules for words are few; whatever is not sure goes another way.
/// </summary>
/// <remarks>
/// Unicode Standard Annex #29 for these characters. Equal in every word and position to <see cref="Analysis.NewsAnalyzer"/>, which takes
/// twenty times as long.
/// </remarks>
internal sealed class TextWords
{
    private TextWords(string text, List<PlacedWord> words, bool mayEndWithSigns, bool hasBareUnderscores)
    {
        (Text, Words, MayEndWithSigns, HasBareUnderscores) = (text, words, mayEndWithSigns, hasBareUnderscores);
        foreach (var word in words)
            Positions += word.Word.PartCount;
    }

    public string Text { get; }

    /// <summary>In the order of the text.</summary>
    public List<PlacedWord> Words { get; }

    /// <summary>All positions, those of stop words included.</summary>
    public int Positions { get; }

    /// <summary>As <see cref="PlacedWord.MayHaveSigns"/>, behind the last word.</summary>
    public bool MayEndWithSigns { get; }

    /// <summary>True for a text with underscores that belong to no word.</summary>
    public bool HasBareUnderscores { get; }

    /// <summary>The words of an English text; null for a text that has to be analysed as those of other languages are.</summary>
    public static TextWords? Of(string text, KnownWords known)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(text.Length + WordKey.Width + 1);
        try
        {
            return TextLetters.TryRead(text, bytes) ? Cut(text, bytes, known) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static TextWords? Cut(string text, byte[] bytes, KnownWords known)
    {
        var letters = new TextLetters(bytes.AsSpan(0, text.Length + WordKey.Width + 1), text.Length);
        // A word takes at least one character and one behind it.
        var cuts = ArrayPool<WordCut>.Shared.Rent((text.Length / 2) + 1);
        var found = ArrayPool<KnownWord?>.Shared.Rent(cuts.Length);
        try
        {
            var count = 0;
            while (letters.Next(out var start, out var length, out var mayHaveSigns))
                cuts[count++] = new WordCut(WordKey.Of(bytes, start, length), start, mayHaveSigns);
            if (!letters.IsPlain)
                return null;
            known.Find(bytes, cuts.AsSpan(0, count), found.AsSpan(0, count));
            var words = new List<PlacedWord>(count);
            for (var i = 0; i < count; i++)
                words.Add(new PlacedWord(found[i]!, cuts[i].Start, cuts[i].MayHaveSigns));
            return new TextWords(text, words, letters.MayHaveSigns, letters.HasBareUnderscores);
        }
        finally
        {
            ArrayPool<WordCut>.Shared.Return(cuts);
            ArrayPool<KnownWord?>.Shared.Return(found);
        }
    }
}
