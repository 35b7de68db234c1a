using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;
using Recognition.Tagging;

namespace Recognition.Transformer;

/// <summary>
/// A small transformer over word pieces, with a class of case for each word. Sentences of a document share a chunk as long as they fit, and
/// one chunk is run at a time.
/// </summary>
internal sealed class TransformerTagger : ITagger
{
    /// <summary>Pieces of a chunk, with the two that begin and end it.</summary>
    private const int MaxPieces = 128;

    /// <summary>The least log-probability; that of every name in words that the network has not read, after the cut of a long sentence.</summary>
    private const float Least = -20;

    private static readonly string[] Inputs = ["input_ids", "case_ids", "attention_mask"];
    private static readonly string[] Outputs = ["logits"];

    private readonly InferenceSession session;
    private readonly RunOptions options = new();
    private readonly WordPieces pieces;
    private readonly ConcurrentBag<Dictionary<string, Pieced>> caches = [];

    /// <exception cref="InvalidDataException">The file is no such network.</exception>
    public TransformerTagger(string network, string vocabulary)
    {
        pieces = new WordPieces(File.ReadLines(vocabulary));
        // One thread a document: whoever has more cores tags more documents.
        using var settings = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL };
        settings.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        var bytes = File.ReadAllBytes(network);
        try
        {
            session = new InferenceSession(bytes, settings);
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidDataException($"{network} is not a network that ONNX Runtime reads: {e.Message}", e);
        }

        Identity = $"network {Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}";
    }

    public string Identity { get; }

    public byte[][] Tag(IReadOnlyList<string[]> sentences) => Array.ConvertAll(LogProbabilities(sentences), opinion => NetworkTags.Decode(opinion));

    /// <returns>By sentence, seven numbers a word, in the order of <see cref="NetworkTags"/>.</returns>
    public float[][] LogProbabilities(IReadOnlyList<string[]> sentences)
    {
        if (!caches.TryTake(out var cache))
            cache = new Dictionary<string, Pieced>(StringComparer.Ordinal);
        var opinions = new float[sentences.Count][];
        var chunk = new Chunk();
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = new PiecedSentence(i, [.. sentences[i].Select(word => PiecesOf(word, cache))]);
            if (!chunk.Fits(sentence))
            {
                Run(chunk, opinions);
                chunk = new Chunk();
            }

            chunk.Add(sentence);
        }

        Run(chunk, opinions);
        if (cache.Count > 100_000)
            cache.Clear();
        caches.Add(cache);
        return opinions;
    }

    public void Dispose()
    {
        session.Dispose();
        options.Dispose();
    }

    private Pieced PiecesOf(string word, Dictionary<string, Pieced> cache) =>
        cache.TryGetValue(word, out var known) ? known : cache[word] = new Pieced(pieces.Of(word), CaseClass.Of(word));

    private void Run(Chunk chunk, float[][] opinions)
    {
        if (chunk.Sentences.Count == 0)
            return;
        var (ids, cases, mask) = chunk.Inputs();
        long[] shape = [1, ids.Length];
        using var idValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var caseValue = OrtValue.CreateTensorValueFromMemory(cases, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var results = session.Run(options, Inputs, [idValue, caseValue, maskValue], Outputs);
        var logits = results[0].GetTensorDataAsSpan<float>();
        foreach (var (sentence, firstPieces) in chunk.Sentences)
            opinions[sentence.Number] = LogProbabilities(logits, firstPieces, sentence.Words.Length);
    }

    private static float[] LogProbabilities(ReadOnlySpan<float> logits, List<int> firstPieces, int words)
    {
        var opinion = new float[words * NetworkTags.Count];
        for (var i = 0; i < words; i++)
        {
            var own = opinion.AsSpan(i * NetworkTags.Count, NetworkTags.Count);
            if (i >= firstPieces.Count)
            {
                own[1..].Fill(Least);
                continue;
            }

            var word = logits.Slice(firstPieces[i] * NetworkTags.Count, NetworkTags.Count);
            var (most, sum) = (float.NegativeInfinity, 0f);
            foreach (var logit in word)
                most = Math.Max(most, logit);
            foreach (var logit in word)
                sum += MathF.Exp(logit - most);
            for (var tag = 0; tag < own.Length; tag++)
                own[tag] = Math.Max(Least, word[tag] - most - MathF.Log(sum));
        }

        return opinion;
    }

    /// <param name="Pieces">At least one.</param>
    private sealed record Pieced(int[] Pieces, int Case);

    private sealed record PiecedSentence(int Number, Pieced[] Words);

    /// <summary>Sentences that are run together.</summary>
    private sealed class Chunk
    {
        private readonly List<long> ids = [WordPieces.Begin];
        private readonly List<long> cases = [0];

        /// <summary>The sentences, each with where the first piece of its words stands.</summary>
        public List<(PiecedSentence Sentence, List<int> FirstPieces)> Sentences { get; } = [];

        public bool Fits(PiecedSentence sentence) =>
            Sentences.Count == 0 || ids.Count + sentence.Words.Sum(word => word.Pieces.Length) + 1 <= MaxPieces;

        public void Add(PiecedSentence sentence)
        {
            var first = new List<int>(sentence.Words.Length);
            foreach (var word in sentence.Words)
            {
                if (ids.Count + word.Pieces.Length + 1 > MaxPieces)
                    break;
                first.Add(ids.Count);
                foreach (var piece in word.Pieces)
                {
                    ids.Add(piece);
                    cases.Add(word.Case);
                }
            }

            Sentences.Add((sentence, first));
        }

        public (long[] Ids, long[] Cases, long[] Mask) Inputs()
        {
            long[] all = [.. ids, WordPieces.End];
            var mask = new long[all.Length];
            mask.AsSpan().Fill(1);
            return (all, [.. cases, 0], mask);
        }
    }
}
