using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsIndex.Embeddings;

/// <summary>
/// What texts are about, as directions: a text's is the sum of its word pieces' vectors, and two texts are as near as the cosine between
/// them. No network runs. The vectors are English; how they were made is in docs/choices.md.
/// </summary>
public static class WordVectors
{
    public const int Dimensions = 128;

    /// <summary>Words of a passage.</summary>
    private const int PassageRuns = 200;

    private static readonly WordPieceVocabulary Vocabulary = new(ReadLines("pieces.txt"));

    /// <summary>A row of signed bytes for each piece, and the factor of each row: a quarter of the memory of their products.</summary>
    private static readonly byte[] Rows = ReadBytes("vectors.i8");
    private static readonly float[] Scales = MemoryMarshal.Cast<byte, float>(ReadBytes("scales.f32")).ToArray();

    /// <summary>True for a word of English that the model knows whole: some 23,000, in lower case.</summary>
    public static bool Knows(string word) => Vocabulary.Whole.ContainsKey(word);

    /// <summary>The embedding of a text: the sum of the vectors of its words' pieces, 128 numbers; all 0 without words.</summary>
    public static float[] Of(string text)
    {
        var sum = new float[Dimensions];
        var pieces = new List<int>();
        foreach (var run in WordPieceRuns.Of(text).Where(IsWord))
            Add(sum, run, pieces);
        return sum;
    }

    /// <summary>
    /// The sums of a text's passages of <see cref="PassageRuns"/> runs each, in order; the last has up to half as many more. Of a text that
    /// is one passage, that one.
    /// </summary>
    public static IReadOnlyList<float[]> OfPassages(string text) => OfPassages(PiecedWords.Of(text));

    internal static IReadOnlyList<float[]> OfPassages(PiecedWords words)
    {
        var passages = new List<float[]>();
        var count = Math.Max(1, (words.Count + (PassageRuns / 2)) / PassageRuns);
        for (var i = 0; i < words.Count; i++)
        {
            var passage = Math.Min(i / PassageRuns, count - 1);
            if (passage == passages.Count)
                passages.Add(new float[Dimensions]);
            foreach (var piece in words[i])
                Add(passages[passage], piece);
        }

        return passages;
    }

    /// <summary>The pieces of each word of a text, by number.</summary>
    internal static IEnumerable<int[]> PiecesOfWords(string text)
    {
        var pieces = new List<int>();
        foreach (var run in WordPieceRuns.Of(text).Where(IsWord))
        {
            pieces.Clear();
            Vocabulary.Add(run, pieces);
            yield return [.. pieces];
        }
    }

    /// <summary>A vector quantised to 128 signed bytes; null for a vector of zeros.</summary>
    public static byte[]? ToBytes(float[] vector) => ByteVectors.Quantise(vector);

    /// <summary>The sum of the vectors of pieces.</summary>
    internal static float[] OfPieces(IEnumerable<int> pieces)
    {
        var sum = new float[Dimensions];
        foreach (var piece in pieces)
            Add(sum, piece);
        return sum;
    }

    /// <summary>The pieces of a text, by number.</summary>
    internal static List<int> Numbers(string text)
    {
        var numbers = new List<int>();
        foreach (var run in WordPieceRuns.Of(text))
            AddNumbers(run, numbers);
        return numbers;
    }

    /// <summary>Adds the pieces of a run, by number.</summary>
    internal static void AddNumbers(string run, List<int> numbers) => Vocabulary.Add(run, numbers);

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

    /// <summary>Signs have vectors too. They are left out, so that texts with the same words have the same embedding.</summary>
    private static bool IsWord(string run) => run.Any(char.IsLetterOrDigit) || run.Any(char.IsSurrogate);

    private static void Add(Span<float> sum, int piece)
    {
        var sums = MemoryMarshal.Cast<float, Vector256<float>>(sum);
        var values = MemoryMarshal.Cast<byte, Vector128<sbyte>>(Rows.AsSpan(piece * Dimensions, Dimensions));
        var scale = Vector256.Create(Scales[piece]);
        for (var i = 0; i < values.Length; i++)
        {
            var shorts = Vector256.WidenLower(values[i].ToVector256Unsafe());
            sums[2 * i] += Vector256.ConvertToSingle(Vector256.WidenLower(shorts)) * scale;
            sums[(2 * i) + 1] += Vector256.ConvertToSingle(Vector256.WidenUpper(shorts)) * scale;
        }
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
