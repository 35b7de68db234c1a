using System.Runtime.InteropServices;

namespace NewsIndex.Embeddings;

/// <summary>Words of a text, each as its pieces: see <see cref="WordVectors.PiecesOfWords"/>.</summary>
internal sealed class PiecedWords
{
    private readonly List<int> pieces;

    /// <summary>Where the pieces of each word end.</summary>
    private readonly List<int> ends;

    /// <param name="capacity">Words that there will be, about.</param>
    public PiecedWords(int capacity) => (pieces, ends) = (new List<int>(capacity), new List<int>(capacity));

    public int Count => ends.Count;

    public ReadOnlySpan<int> this[int word] =>
        CollectionsMarshal.AsSpan(pieces)[(word == 0 ? 0 : ends[word - 1])..ends[word]];

    public static PiecedWords Of(string text)
    {
        var words = new PiecedWords(text.Length / 5);
        words.AddAll(WordVectors.PiecesOfWords(text));
        return words;
    }

    /// <summary>Adds a word of one piece.</summary>
    public void Add(int piece)
    {
        pieces.Add(piece);
        ends.Add(pieces.Count);
    }

    /// <summary>Adds a word of any number of pieces.</summary>
    public void Add(ReadOnlySpan<int> word)
    {
        pieces.AddRange(word);
        ends.Add(pieces.Count);
    }

    /// <param name="words">The pieces of each.</param>
    public void AddAll(IEnumerable<int[]> words)
    {
        foreach (var word in words)
            Add(word);
    }
}
