using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Recognition.Features;
using Recognition.Tagging;

namespace Recognition.Perceptron;

/// <summary>
/// Weights of the two looks at a document, with the lists that features are made of. A weight is a byte whose square, with its sign, counts:
/// that keeps small weights apart where a byte on a straight scale would lose them.
/// </summary>
internal sealed class PerceptronModel
{
    /// <summary>Bytes of a feature's row: 16 for the tags at the first look, 16 at the second.</summary>
    public const int RowBytes = 32;

    /// <summary>What the square of the largest byte is: the unit that scores are counted in.</summary>
    public const int Unit = 127 * 127;

    private const string Magic = "NewsSearch tagger 1";

    private PerceptronModel(string identity, WordClusters clusters, Gazetteer names, sbyte[] rows, int[][] transitions)
    {
        (Identity, Clusters, Names, Transitions) = (identity, clusters, names, transitions);
        // A row that lies across two lines of the cache would cost two.
        Rows = GC.AllocateUninitializedArray<sbyte>(rows.Length + 64, pinned: true);
        unsafe
        {
            fixed (sbyte* start = Rows)
                Offset = (int)((64 - ((nint)start & 63)) & 63);
        }

        rows.CopyTo(Rows, Offset);
    }

    /// <summary>The first twelve digits of the SHA-256 of the file.</summary>
    public string Identity { get; }

    public WordClusters Clusters { get; }

    public Gazetteer Names { get; }

    /// <summary>From <see cref="Offset"/> on, a row for each bucket of <see cref="FeatureHash"/>.</summary>
    public sbyte[] Rows { get; }

    public int Offset { get; }

    /// <summary>By look, the weight of a tag after another: 13 rows of 13, of the tag before; then that of each tag at the start.</summary>
    public int[][] Transitions { get; }

    /// <exception cref="InvalidDataException">The file is no model, or of another version.</exception>
    public static PerceptronModel Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), Encoding.UTF8);
            if (reader.ReadString() != Magic)
                throw new InvalidDataException();
            var names = ReadNames(reader);
            var clusters = ReadClusters(reader);
            var rows = new sbyte[FeatureHash.Buckets * RowBytes];
            int[][] transitions = [ReadLook(reader, rows, 0), ReadLook(reader, rows, 16)];
            return new PerceptronModel(Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6)), clusters, names, rows, transitions);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is not a model that this version reads ({Magic}).", e);
        }
    }

    /// <param name="names">Names in lower case with their kinds, in ordinal order.</param>
    /// <param name="clusters">Words with their clusters, in ordinal order.</param>
    public static void Write(
        string path, IReadOnlyCollection<KeyValuePair<string, ushort>> names, IReadOnlyCollection<KeyValuePair<string, int>> clusters, IReadOnlyList<LookWeights> looks)
    {
        using var writer = new BinaryWriter(new BrotliStream(File.Create(path), CompressionLevel.SmallestSize), Encoding.UTF8);
        writer.Write(Magic);
        WriteFrontCoded(writer, names, (_, kinds) => writer.Write(kinds));
        WriteFrontCoded(writer, clusters, (_, both) => writer.Write(both));
        foreach (var look in looks)
            WriteLook(writer, look);
    }

    private static void WriteFrontCoded<T>(BinaryWriter writer, IReadOnlyCollection<KeyValuePair<string, T>> entries, Action<string, T> value)
    {
        writer.Write(entries.Count);
        var before = "";
        foreach (var (text, each) in entries)
        {
            var shared = 0;
            while (shared < Math.Min(Math.Min(before.Length, text.Length), 255) && before[shared] == text[shared])
                shared++;
            writer.Write((byte)shared);
            writer.Write(text[shared..]);
            value(text, each);
            before = text;
        }
    }

    private static Gazetteer ReadNames(BinaryReader reader) =>
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

    private static void WriteLook(BinaryWriter writer, LookWeights look)
    {
        foreach (var weight in look.Transitions)
            writer.Write(weight);
        var empty = 0;
        for (var row = 0; row < FeatureHash.Buckets; row++)
        {
            var tags = look.Rows.AsSpan(row * TagScheme.Count, TagScheme.Count);
            if (tags.IndexOfAnyExcept((sbyte)0) < 0)
            {
                empty++;
                continue;
            }

            writer.Write7BitEncodedInt(empty + 1);
            empty = 0;
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

        writer.Write7BitEncodedInt(0);
    }

    private static int[] ReadLook(BinaryReader reader, sbyte[] rows, int offset)
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
                    rows[(row * RowBytes) + offset + tag] = reader.ReadSByte();
            }
        }

        return transitions;
    }
}
