using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Recognition.Features;
using Recognition.Perceptron;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Perceptron;

public sealed class PerceptronModelTests
{
    [Fact]
    public void Reads_back_weights_of_both_passes()
    {
        var random = new Random(1);
        var expected = new sbyte[FeatureHash.Buckets * PerceptronModel.RowBytes];
        var tiny = new TinyModel();
        // Random buckets, and the first, its neighbours and the last.
        int[] buckets = [0, 1, 2, FeatureHash.Buckets - 1, .. Enumerable.Range(0, 200).Select(_ => random.Next(FeatureHash.Buckets))];
        foreach (var bucket in buckets)
        {
            var (pass, tag, weight) = (random.Next(2), random.Next(TagScheme.Count), (sbyte)random.Next(-128, 128));
            tiny.Set(pass, bucket, tag, weight);
            expected[(bucket * PerceptronModel.RowBytes) + (pass * TagScores.Stride) + tag] = weight;
        }

        var model = tiny.Read();
        Assert.True(model.Rows.AsSpan(model.Offset, expected.Length).SequenceEqual(expected));
    }

    [Fact]
    public void Reads_back_transitions_by_pass()
    {
        var model = new TinyModel().SetTransition(0, 0, -5).SetTransition(0, 181, 7).SetTransition(1, 90, int.MaxValue).Read();
        Assert.Equal([-5, 7, 0], new[] { model.Transitions[0][0], model.Transitions[0][181], model.Transitions[0][90] });
        Assert.Equal([0, 0, int.MaxValue], new[] { model.Transitions[1][0], model.Transitions[1][181], model.Transitions[1][90] });
        Assert.All(model.Transitions, transitions => Assert.Equal(182, transitions.Length));
    }

    [Fact]
    public void Reads_back_gazetteer_and_clusters_that_share_prefixes()
    {
        var tiny = new TinyModel();
        // Longer than a byte can count.
        var prefix = new string('a', 300);
        string[] words = ["", "a", "ab", "abc", "abd", "b", "zürich", prefix, prefix + "b", prefix + "c"];
        for (var i = 0; i < words.Length; i++)
        {
            tiny.Names[words[i] + "name"] = (ushort)(1 << (i % 10));
            tiny.Clusters[words[i]] = ((i + 1) << 16) | (i + 100);
        }

        var model = tiny.Read();
        for (var i = 0; i < words.Length; i++)
        {
            Assert.Equal((i + 1, i + 100), model.Clusters.Of(words[i], words[i]));
            var match = new GazetteerMatch[1];
            model.Gazetteer.Match([new WordForm(words[i].ToUpperInvariant() + "NAME", model.Clusters, model.Gazetteer)], match);
            Assert.Equal(1 << (i % 10), match[0].Types);
        }
    }

    [Fact]
    public void Starts_the_rows_on_a_cache_line()
    {
        var model = new TinyModel().Read();
        Assert.Equal(0, Marshal.UnsafeAddrOfPinnedArrayElement(model.Rows, model.Offset) % 64);
    }

    [Fact]
    public void Writes_the_same_bytes_again_and_identifies_them()
    {
        using var folder = new TemporaryFolder();
        var tiny = new TinyModel().SetWord("Smith", 4, 100);
        tiny.Write(folder.File("a.model"));
        tiny.Write(folder.File("b.model"));
        var bytes = File.ReadAllBytes(folder.File("a.model"));
        Assert.Equal(bytes, File.ReadAllBytes(folder.File("b.model")));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], PerceptronModel.Read(folder.File("a.model")).Identity);
    }

    [Fact]
    public void Reads_the_model_that_ships()
    {
        var model = PerceptronModel.Read(Path.Combine(AppContext.BaseDirectory, "Models", "english-fast.model"));
        Assert.True(model.Gazetteer.StartsName(FeatureHash.Of("berlin")));
        Assert.NotEqual((0, 0), model.Clusters.Of("Monday", "monday"));
        Assert.Equal(model.Clusters.Of("Monday", "monday"), model.Clusters.Of("Tuesday", "tuesday"));
    }

    [Fact]
    public void Refuses_files_that_are_not_models_and_names_them()
    {
        using var folder = new TemporaryFolder();
        new TinyModel().SetWord("Smith", 4, 100).Write(folder.File("good.model"));
        var good = File.ReadAllBytes(folder.File("good.model"));
        AssertRefused(folder.File("empty.model"), []);
        AssertRefused(folder.File("text.model"), "not a model"u8.ToArray());
        AssertRefused(folder.File("other-version.model"), Compress(w => w.Write("NewsSearch tagger 0")));
        AssertRefused(folder.File("truncated.model"), good[..(good.Length / 2)]);
        AssertRefused(folder.File("bucket-out-of-range.model"), Compress(w =>
        {
            w.Write("NewsSearch tagger 1");
            w.Write(0);
            w.Write(0);
            w.Write(new byte[182 * sizeof(int)]);
            w.Write7BitEncodedInt(FeatureHash.Buckets + 1);
            w.Write((ushort)1);
            w.Write((sbyte)1);
        }));
    }

    private static void AssertRefused(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<InvalidDataException>(() => PerceptronModel.Read(path));
        Assert.Equal($"{path} is not a valid model; expected a file in the format 'NewsSearch tagger 1'.", error.Message);
    }

    private static byte[] Compress(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(bytes, CompressionLevel.Fastest)))
            write(writer);
        return bytes.ToArray();
    }
}
