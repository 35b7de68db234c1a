using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Recognition.Features;
using Recognition.Tagging;

namespace Recognition.Perceptron;

/// <summary>
/// The weights of both passes, with the gazetteer and the word clusters that features refer to. A weight is stored as a byte b and counts
/// as sign(b) × b²: the square-root scale keeps small weights apart that a linear byte would merge.
/// </summary>
internal sealed class PerceptronModel
{
    /// <summary>Bytes of a bucket's row: <see cref="TagScores.Stride"/> for each pass.</summary>
    public const int RowBytes = Passes * TagScores.Stride;

    /// <summary>The score of the largest weight, 127². Scores are whole numbers on this scale.</summary>
    public const int ScoreScale = 127 * 127;

    private const int Passes = 2;
    private const int CacheLineBytes = 64;
    private const string Magic = "NewsSearch tagger 1";

    private PerceptronModel(string identity, WordClusters clusters, Gazetteer gazetteer, sbyte[] rows, int[][] transitions)
    {
        (Identity, Clusters, Gazetteer, Transitions) = (identity, clusters, gazetteer, transitions);
        // A row that straddles two cache lines would cost two reads of memory.
        Rows = GC.AllocateUninitializedArray<sbyte>(rows.Length + CacheLineBytes, pinned: true);
        unsafe
        {
            fixed (sbyte* start = Rows)
                Offset = (int)((CacheLineBytes - ((nint)start & (CacheLineBytes - 1))) & (CacheLineBytes - 1));
        }

        rows.CopyTo(Rows, Offset);
        Weighted = new WeightedBuckets(this);
    }

    /// <summary>The first twelve hexadecimal digits of the SHA-256 of the file.</summary>
    public string Identity { get; }

    public WordClusters Clusters { get; }

    public Gazetteer Gazetteer { get; }

    /// <summary>One row of <see cref="RowBytes"/> a bucket of <see cref="FeatureHash"/>, starting at <see cref="Offset"/>.</summary>
    public sbyte[] Rows { get; }

    /// <summary>Index of the first row, which starts a cache line.</summary>
    public int Offset { get; }

    /// <summary>The buckets whose rows are not all 0.</summary>
    public WeightedBuckets Weighted { get; }

    /// <summary>By pass, 13 × 13 weights (previous tag × 13 + tag), then 13 weights of tags at the start of a sentence.</summary>
    public int[][] Transitions { get; }

    /// <exception cref="InvalidDataException">The file is not a model, or has another format version.</exception>
    public static PerceptronModel Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), Encoding.UTF8);
            if (reader.ReadString() != Magic)
                throw new InvalidDataException();
            var gazetteer = ReadGazetteer(reader);
            var clusters = ReadClusters(reader);
            var rows = new sbyte[FeatureHash.Buckets * RowBytes];
            int[][] transitions = [ReadPass(reader, rows, 0), ReadPass(reader, rows, 1)];
            var identity = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
            return new PerceptronModel(identity, clusters, gazetteer, rows, transitions);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException or FormatException
            or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{path} is not a valid model; expected a file in the format '{Magic}'.", e);
        }
    }

    /// <summary>Writes a model file. The same input gives the same bytes.</summary>
    /// <param name="gazetteer">The entries of <see cref="Features.Gazetteer"/> in ordinal order.</param>
    /// <param name="clusters">The entries of <see cref="WordClusters"/> in ordinal order.</param>
    /// <param name="passes">The first and the second pass.</param>
    public static void Write(
        string path,
        IReadOnlyCollection<KeyValuePair<string, ushort>> gazetteer,
        IReadOnlyCollection<KeyValuePair<string, int>> clusters,
        IReadOnlyList<PassWeights> passes)
    {
        using var writer = new BinaryWriter(new BrotliStream(File.Create(path), CompressionLevel.SmallestSize), Encoding.UTF8);
        writer.Write(Magic);
        WriteFrontCoded(writer, gazetteer, writer.Write);
        WriteFrontCoded(writer, clusters, writer.Write);
        foreach (var pass in passes)
            WritePass(writer, pass);
    }

    /// <summary>Writes sorted texts, each as the length of the prefix shared with the one before and the rest.</summary>
    private static void WriteFrontCoded<T>(BinaryWriter writer, IReadOnlyCollection<KeyValuePair<string, T>> entries, Action<T> writeValue)
    {
        writer.Write(entries.Count);
        var before = "";
        foreach (var (text, value) in entries)
        {
            var shared = Math.Min(text.AsSpan().CommonPrefixLength(before), byte.MaxValue);
            writer.Write((byte)shared);
            writer.Write(text[shared..]);
            writeValue(value);
            before = text;
        }
    }

    private static Gazetteer ReadGazetteer(BinaryReader reader) =>
        new(ReadFrontCoded(reader).Select(name => KeyValuePair.Create(name, reader.ReadUInt16())));

    private static WordClusters ReadClusters(BinaryReader reader) =>
        new(ReadFrontCoded(reader).Select(word => KeyValuePair.Create(word, reader.ReadInt32())).ToDictionary(StringComparer.Ordinal));

    private static IEnumerable<string> ReadFrontCoded(BinaryReader reader)
    {
        var before = "";
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            before = string.Concat(before.AsSpan(0, reader.ReadByte()), reader.ReadString());
            yield return before;
        }
    }

    /// <summary>
    /// Writes the transitions, then each row that is not all 0: its distance from the row before, a mask of tags, and their weights.
    /// </summary>
    private static void WritePass(BinaryWriter writer, PassWeights pass)
    {
        foreach (var weight in pass.Transitions)
            writer.Write(weight);
        var previous = -1;
        for (var row = 0; row < FeatureHash.Buckets; row++)
        {
            var tags = pass.Rows.AsSpan(row * TagScheme.Count, TagScheme.Count);
            if (!tags.ContainsAnyExcept((sbyte)0))
                continue;
            writer.Write7BitEncodedInt(row - previous);
            previous = row;
            WriteRow(writer, tags);
        }

        writer.Write7BitEncodedInt(0);
    }

    private static void WriteRow(BinaryWriter writer, ReadOnlySpan<sbyte> tags)
    {
        var mask = 0;
        for (var tag = 0; tag < tags.Length; tag++)
            mask |= tags[tag] == 0 ? 0 : 1 << tag;
        writer.Write((ushort)mask);
        foreach (var weight in tags)
        {
            if (weight != 0)
                writer.Write(weight);
        }
    }

    private static int[] ReadPass(BinaryReader reader, sbyte[] rows, int pass)
    {
        var transitions = new int[(TagScheme.Count + 1) * TagScheme.Count];
        for (var i = 0; i < transitions.Length; i++)
            transitions[i] = reader.ReadInt32();
        var row = -1;
        for (int step; (step = reader.Read7BitEncodedInt()) > 0;)
        {
            row += step;
            int mask = reader.ReadUInt16();
            for (var tag = 0; tag < TagScheme.Count; tag++)
            {
                if ((mask & (1 << tag)) != 0)
                    rows[(row * RowBytes) + (pass * TagScores.Stride) + tag] = reader.ReadSByte();
            }
        }

        return transitions;
    }
}
