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
/// <remarks>
/// Most words are in three places of memory: finding them there takes longer than all that is done with them.
/// </remarks>
internal sealed class KnownWord
{
    /// <summary>The language whose analysis is meant.</summary>
    public const string English = "en";

    private static long made;

    private readonly WordKey key;
    private readonly WordToken[] tokens;

    /// <summary>Of the one word that is compared, and the one piece; the lists are null then.</summary>
    private readonly ulong compared;
    private readonly int piece;
    private readonly ulong[]? allCompared;
    private readonly int[][]? allPieces;

    private KnownWord(WordKey key, ReadOnlySpan<byte> written)
    {
        this.key = key;
        var text = Encoding.ASCII.GetString(written);
        var (parts, stems) = PlainEnglishWord.Is(text) || PlainEnglishWord.IsNumber(text) ? Plain(text) : Analysed(text);
        var bytes = new List<byte>(64);
        bytes.AddRange(written);
        tokens = new WordToken[parts.Count + stems.Count];
        for (var i = 0; i < tokens.Length; i++)
            tokens[i] = WordToken.Of(i < parts.Count ? parts[i] : stems[i - parts.Count], bytes);
        Bytes = [.. bytes];
        Number = Interlocked.Increment(ref made);
        PartCount = parts.Count;

        ulong[] words = [.. TextShingles.Words(text)];
        (compared, allCompared) = words is [var only] ? (only, null) : (0UL, words);
        int[][] pieces = [.. WordVectors.PiecesOfWords(text)];
        (piece, allPieces) = pieces is [[var whole]] ? (whole, null) : (0, pieces);
    }

    /// <summary>The terms of all tokens, and before them the word as written.</summary>
    public byte[] Bytes { get; }

    /// <summary>From 1; no other word that the process makes has it, nor this one when it is made again.</summary>
    public long Number { get; }

    /// <summary>The number of <see cref="Parts"/>.</summary>
    public int PartCount { get; }

    /// <summary>The words that hyphens join, mostly one, as written; a position each.</summary>
    public ReadOnlySpan<WordToken> Parts => tokens.AsSpan(0, PartCount);

    /// <summary>Stems with all spellings, in their order; none for a stop word.</summary>
    public ReadOnlySpan<WordToken> Stems => tokens.AsSpan(PartCount);

    /// <param name="written">ASCII, with hyphens for all hyphens and apostrophes for all apostrophes.</param>
    public static KnownWord Of(WordKey key, ReadOnlySpan<byte> written) => new(key, written);

    public bool Is(WordKey other, ReadOnlySpan<byte> written) =>
        key == other && (written.Length <= WordKey.Width || written.SequenceEqual(Bytes.AsSpan(0, written.Length)));

    /// <summary>Adds what <see cref="TextShingles.Words"/> has of the word.</summary>
    public void AddComparedTo(List<ulong> words)
    {
        if (allCompared is null)
            words.Add(compared);
        else
            words.AddRange(allCompared);
    }

    /// <summary>Adds what <see cref="WordVectors.PiecesOfWords"/> has of the word.</summary>
    public void AddPiecesTo(PiecedWords words)
    {
        if (allPieces is null)
        {
            words.Add(piece);
            return;
        }

        foreach (var pieces in allPieces)
            words.Add(pieces);
    }

    private static (List<AnalysedWord> Parts, List<AnalysedWord> Stems) Plain(string text) =>
        ([PlainEnglishWord.Exact(text)], PlainEnglishWord.Stem(text) is { } stem ? [stem] : []);

    private static (List<AnalysedWord> Parts, List<AnalysedWord> Stems) Analysed(string text) => (
        NewsAnalyzer.Instance.Analyse(TextFields.Exact, English, text, WordUse.Index),
        NewsAnalyzer.Instance.Analyse(TextFields.Stems, English, text, WordUse.Index));
}

/// <summary>A token of a <see cref="KnownWord"/>.</summary>
/// <param name="Term">Where its term begins in <see cref="KnownWord.Bytes"/>, in UTF-8.</param>
/// <param name="Capitals">Bytes of <see cref="LetterCase"/> behind the term; 0 for small letters.</param>
/// <param name="Position">Positions from the first of the word.</param>
/// <param name="Start">Characters from the start of the word.</param>
internal readonly record struct WordToken(ushort Term, ushort Length, ushort Capitals, ushort Position, ushort Start, ushort End)
{
    /// <param name="bytes">The term and the capitals are added to it.</param>
    public static WordToken Of(AnalysedWord word, List<byte> bytes)
    {
        var term = bytes.Count;
        bytes.AddRange(Encoding.UTF8.GetBytes(word.Term));
        var length = bytes.Count - term;
        bytes.AddRange(word.Casing ?? []);
        return checked(new WordToken(
            (ushort)term, (ushort)length, (ushort)(bytes.Count - term - length), (ushort)word.Position, (ushort)word.Start,
            (ushort)word.End));
    }
}
