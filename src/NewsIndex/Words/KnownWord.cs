using System.Text;
using NewsIndex.Analysis;
using NewsIndex.Embeddings;
using NewsIndex.NearDuplicates;
using NewsIndex.Positions;

namespace NewsIndex.Words;

/// <summary>
/// What an English word comes to wherever it stands: all that indexing derives from its characters alone. Words that hyphens join are one,
/// since their joined spellings belong to all of them.
/// </summary>
/// <remarks>Made by the analysis of any text, applied to the word alone; nothing here cuts or stems by itself.</remarks>
internal sealed class KnownWord
{
    private readonly WordKey key;
    private readonly byte[] tail;

    private KnownWord(WordKey key, ReadOnlySpan<byte> written)
    {
        this.key = key;
        tail = written.Length > WordKey.Width ? written[WordKey.Width..].ToArray() : [];
        var text = Encoding.ASCII.GetString(written);
        Parts = [.. NewsAnalyzer.Instance.Analyse(TextFields.Exact, English, text, WordUse.Index).Select(WordPart.Of)];
        Stems = [.. NewsAnalyzer.Instance.Analyse(TextFields.Stems, English, text, WordUse.Index).Select(WordStem.Of)];
        ComparedWords = [.. TextShingles.Words(text)];
        Pieces = [.. WordVectors.PiecesOfWords(text)];
    }

    /// <summary>The language whose analysis is meant.</summary>
    public const string English = "en";

    /// <summary>The words that hyphens join, mostly one; a position each.</summary>
    public WordPart[] Parts { get; }

    /// <summary>Stems with all spellings, in their order; none for a stop word.</summary>
    public WordStem[] Stems { get; }

    /// <summary>See <see cref="TextShingles.Words"/>.</summary>
    public ulong[] ComparedWords { get; }

    /// <summary>See <see cref="WordVectors.PiecesOfWords"/>.</summary>
    public int[][] Pieces { get; }

    /// <param name="written">ASCII, with hyphens for all hyphens and apostrophes for all apostrophes.</param>
    public static KnownWord Of(WordKey key, ReadOnlySpan<byte> written) => new(key, written);

    public bool Is(WordKey other, ReadOnlySpan<byte> written) =>
        key == other && (written.Length <= WordKey.Width || written[WordKey.Width..].SequenceEqual(tail));
}

/// <summary>A word as written, without what hyphens join to it.</summary>
/// <param name="Term">In lower case, ASCII.</param>
/// <param name="Start">Characters from the start of the <see cref="KnownWord"/>.</param>
/// <param name="Capitals">See <see cref="LetterCase"/>; null for small letters.</param>
internal readonly record struct WordPart(byte[] Term, int Start, int End, byte[]? Capitals)
{
    public static WordPart Of(AnalysedWord word) => new(Encoding.UTF8.GetBytes(word.Term), word.Start, word.End, word.Casing);
}

/// <summary>A term of the stemmed field.</summary>
/// <param name="Term">UTF-8.</param>
/// <param name="Position">Positions from the start of the <see cref="KnownWord"/>.</param>
/// <param name="Start">Characters likewise.</param>
internal readonly record struct WordStem(byte[] Term, int Position, int Start, int End)
{
    public static WordStem Of(AnalysedWord word) => new(Encoding.UTF8.GetBytes(word.Term), word.Position, word.Start, word.End);
}
