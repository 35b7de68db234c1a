using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace NewsIndex.Embeddings;

/// <summary>
/// What texts are about, as directions: a text's is the sum of its word pieces' vectors, and two texts are as near as the cosine between
/// them. No network runs. The vectors are English; how they were made is in docs/choices.md.
/// </summary>
public static class WordVectors
{
    public const int Dimensions = 128;

    /// <summary>Tokens of a passage: some 170 words.</summary>
    private const int PassageRuns = 200;

    private static readonly WordPieceVocabulary Vocabulary = new(ReadLines("pieces.txt"));
    private static readonly float[] Vectors = ReadVectors();

    /// <summary>True for a word of English that the model knows whole: some 23,000, in lower case.</summary>
    public static bool Knows(string word) => Vocabulary.Whole.ContainsKey(word);

    /// <summary>The embedding of a text: the sum of the vectors of its pieces, 128 numbers; all 0 for a text without pieces.</summary>
    public static float[] Of(string text)
    {
        var sum = new float[Dimensions];
        var pieces = new List<int>();
        foreach (var run in WordPieceRuns.Of(text))
            Add(sum, run, pieces);
        return sum;
    }

    /// <summary>
    /// The sums of a text's passages of <see cref="PassageRuns"/> runs each, in order; the last has up to half as many more. Of a text that
    /// is one passage, that one.
    /// </summary>
    public static IReadOnlyList<float[]> OfPassages(string text)
    {
        var passages = new List<float[]>();
        var pieces = new List<int>();
        var runs = WordPieceRuns.Of(text);
        var count = Math.Max(1, (runs.Count + (PassageRuns / 2)) / PassageRuns);
        for (var i = 0; i < runs.Count; i++)
        {
            var passage = Math.Min(i / PassageRuns, count - 1);
            if (passage == passages.Count)
                passages.Add(new float[Dimensions]);
            Add(passages[passage], runs[i], pieces);
        }

        return passages;
    }

    /// <summary>A vector quantised to 128 signed bytes; null for a vector of zeros.</summary>
    public static byte[]? ToBytes(float[] vector)
    {
        var largest = vector.Max(Math.Abs);
        if (largest == 0)
            return null;
        var bytes = new byte[Dimensions];
        for (var i = 0; i < Dimensions; i++)
            bytes[i] = unchecked((byte)(sbyte)MathF.Round(vector[i] / largest * 127));
        return bytes;
    }

    /// <summary>The pieces of a text, by number.</summary>
    internal static List<int> Numbers(string text)
    {
        var numbers = new List<int>();
        foreach (var run in WordPieceRuns.Of(text))
            Vocabulary.Add(run, numbers);
        return numbers;
    }

    /// <summary>The words that are one piece, with their vectors before each is scaled.</summary>
    internal static IEnumerable<(string Word, ReadOnlyMemory<sbyte> Row)> WholeWords()
    {
        var rows = MemoryMarshal.Cast<byte, sbyte>(ReadBytes("vectors.i8")).ToArray();
        return Vocabulary.Whole.Select(piece => (piece.Key, (ReadOnlyMemory<sbyte>)rows.AsMemory(piece.Value * Dimensions, Dimensions)));
    }

    /// <summary>Adds the vectors of a run. Nine runs in ten are one piece, which takes one look.</summary>
    /// <param name="pieces">Overwritten.</param>
    private static void Add(Span<float> sum, string run, List<int> pieces)
    {
        if (Vocabulary.Whole.TryGetValue(run, out var whole))
        {
            Add(sum, whole);
            return;
        }

        pieces.Clear();
        Vocabulary.Add(run, pieces);
        foreach (var piece in pieces)
            Add(sum, piece);
    }

    private static void Add(Span<float> sum, int piece)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var values = MemoryMarshal.Cast<float, Vector<float>>(Vectors.AsSpan(piece * Dimensions, Dimensions));
        for (var i = 0; i < sums.Length; i++)
            sums[i] += values[i];
    }

    private static float[] ReadVectors()
    {
        var rows = ReadBytes("vectors.i8");
        var scales = MemoryMarshal.Cast<byte, float>(ReadBytes("scales.f32"));
        var vectors = new float[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            vectors[i] = unchecked((sbyte)rows[i]) * scales[i / Dimensions];
        return vectors;
    }

    private static IEnumerable<string> ReadLines(string resource)
    {
        using var reader = new StreamReader(Open(resource));
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static byte[] ReadBytes(string resource)
    {
        using var bytes = new MemoryStream();
        using var stream = Open(resource);
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static Stream Open(string resource) => Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
}
