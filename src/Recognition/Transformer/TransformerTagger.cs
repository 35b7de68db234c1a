using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;
using Recognition.Tagging;

namespace Recognition.Transformer;

/// <summary>
/// The accurate tagger: a small transformer over word pieces, with a class of case for each word. Sentences of a document share a chunk as
/// long as they fit, and one chunk is run at a time.
/// </summary>
internal sealed class TransformerTagger : ITagger
{
    /// <summary>Pieces of a chunk, with the two that begin and end it.</summary>
    private const int MaxPieces = 128;

    private const int Tags = 7;

    /// <summary>By tag of the network (O, then B and I of each type), the tags that may stand before it.</summary>
    private static readonly int[][] Before = [.. Enumerable.Range(0, Tags).Select(tag => Enumerable.Range(0, Tags).Where(before => MayFollow(before, tag)).ToArray())];

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

        Identity = $"accurate {Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}";
    }

    public string Identity { get; }

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        if (!caches.TryTake(out var cache))
            cache = new Dictionary<string, Pieced>(StringComparer.Ordinal);
        var tags = new byte[sentences.Count][];
        var chunk = new Chunk();
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = new PiecedSentence(i, [.. sentences[i].Select(word => PiecesOf(word, cache))]);
            if (!chunk.Fits(sentence))
            {
                Run(chunk, tags);
                chunk = new Chunk();
            }

            chunk.Add(sentence);
        }

        Run(chunk, tags);
        if (cache.Count > 100_000)
            cache.Clear();
        caches.Add(cache);
        return tags;
    }

    public void Dispose()
    {
        session.Dispose();
        options.Dispose();
    }

    private Pieced PiecesOf(string word, Dictionary<string, Pieced> cache) =>
        cache.TryGetValue(word, out var known) ? known : cache[word] = new Pieced(pieces.Of(word), CaseClass.Of(word));

    private void Run(Chunk chunk, byte[][] tags)
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
            tags[sentence.Number] = ToUnits(Decode(logits, firstPieces, sentence.Words.Length));
    }

    /// <summary>The allowed sequence with the greatest sum; the lower tag wins a tie. Words after the cut of a long sentence are outside.</summary>
    private static byte[] Decode(ReadOnlySpan<float> logits, List<int> firstPieces, int length)
    {
        var tags = new byte[length];
        var scores = new float[firstPieces.Count * Tags];
        var from = new byte[firstPieces.Count * Tags];
        for (var i = 0; i < firstPieces.Count; i++)
        {
            var own = logits.Slice(firstPieces[i] * Tags, Tags);
            for (var tag = 0; tag < Tags; tag++)
            {
                var (best, bestScore) = (0, i == 0 ? MayFollow(0, tag) ? 0 : float.NegativeInfinity : float.NegativeInfinity);
                foreach (var before in i == 0 ? [] : Before[tag])
                {
                    if (scores[((i - 1) * Tags) + before] > bestScore)
                        (best, bestScore) = (before, scores[((i - 1) * Tags) + before]);
                }

                scores[(i * Tags) + tag] = bestScore + own[tag];
                from[(i * Tags) + tag] = (byte)best;
            }
        }

        var last = 0;
        for (var tag = 1; tag < Tags && firstPieces.Count > 0; tag++)
        {
            if (scores[((firstPieces.Count - 1) * Tags) + tag] > scores[((firstPieces.Count - 1) * Tags) + last])
                last = tag;
        }

        for (var i = firstPieces.Count - 1; i >= 0; i--)
        {
            tags[i] = (byte)last;
            last = from[(i * Tags) + last];
        }

        return tags;
    }

    /// <summary>From the network's tags of beginnings and insides to <see cref="TagScheme"/>.</summary>
    private static byte[] ToUnits(byte[] tags)
    {
        var spans = new List<TagSpan>();
        for (var start = 0; start < tags.Length; start++)
        {
            if (tags[start] == 0)
                continue;
            var end = start + 1;
            while (end < tags.Length && tags[end] == tags[start] + 1)
                end++;
            spans.Add(new TagSpan(start, end, (tags[start] - 1) / 2));
            start = end - 1;
        }

        return TagScheme.Encode(tags.Length, spans);
    }

    private static bool MayFollow(int before, int tag) => tag == 0 || tag % 2 == 1 || before == tag || before == tag - 1;

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
