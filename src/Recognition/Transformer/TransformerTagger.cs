using System.Collections.Concurrent;
using Networks;
using Recognition.Tagging;

namespace Recognition.Transformer;

/// <summary>
/// Tags tokens with a small transformer, which reads word pieces and a case class for each. Sentences of a document share a run as long
/// as they fit.
/// </summary>
internal sealed class TransformerTagger : ITagger
{
    /// <summary>
    /// Lower bound of log-probabilities, and that of every name in words after the truncation of a long sentence.
    /// </summary>
    private const float MinLogProbability = -20;

    /// <summary>Number of encoded words at which a cache is emptied.</summary>
    private const int MaxCachedWords = 100_000;

    private readonly OnnxNetwork network;
    private readonly WordPieceEncoder encoder;
    private readonly ConcurrentBag<Dictionary<string, EncodedWord>> caches = [];

    /// <param name="network">Path of an ONNX file.</param>
    /// <param name="vocabulary">Path of a text file with one word piece a line.</param>
    /// <exception cref="InvalidDataException">The file is not a network that ONNX Runtime can load.</exception>
    public TransformerTagger(string network, string vocabulary)
    {
        encoder = new WordPieceEncoder(File.ReadLines(vocabulary));
        this.network = new OnnxNetwork(network);
        Identity = $"network {this.network.Hash}";
    }

    public string Identity { get; }

    public byte[][] Tag(IReadOnlyList<string[]> sentences) =>
        Array.ConvertAll(LogProbabilities(sentences), logProbabilities => BioScheme.Decode(logProbabilities));

    /// <summary>Returns the log-probabilities of tags.</summary>
    /// <returns>By sentence, <see cref="BioScheme.Count"/> numbers a token, each from -20 to 0.</returns>
    public float[][] LogProbabilities(IReadOnlyList<string[]> sentences)
    {
        if (!caches.TryTake(out var cache))
            cache = new Dictionary<string, EncodedWord>(StringComparer.Ordinal);
        var logProbabilities = new float[sentences.Count][];
        var chunk = new InputChunk();
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = Array.ConvertAll(sentences[i], word => Encode(word, cache));
            if (!chunk.Fits(sentence))
            {
                Run(chunk, logProbabilities);
                chunk = new InputChunk();
            }

            chunk.Add(i, sentence);
        }

        Run(chunk, logProbabilities);
        if (cache.Count > MaxCachedWords)
            cache.Clear();
        caches.Add(cache);
        return logProbabilities;
    }

    public void Dispose() => network.Dispose();

    private EncodedWord Encode(string word, Dictionary<string, EncodedWord> cache) =>
        cache.TryGetValue(word, out var known) ? known : cache[word] = new EncodedWord(encoder.Encode(word), CaseClass.Of(word));

    private void Run(InputChunk chunk, float[][] logProbabilities)
    {
        if (chunk.Sentences.Count == 0)
            return;
        var (ids, caseClasses, mask) = chunk.Inputs();
        var logits = network.Run("logits", ("input_ids", ids), ("case_ids", caseClasses), ("attention_mask", mask));
        foreach (var (sentence, words, firstPieces) in chunk.Sentences)
            logProbabilities[sentence] = LogProbabilities(logits, firstPieces, words);
    }

    /// <summary>Reads the tags of words from their first pieces.</summary>
    private static float[] LogProbabilities(ReadOnlySpan<float> logits, List<int> firstPieces, int words)
    {
        var logProbabilities = new float[words * BioScheme.Count];
        for (var i = 0; i < words; i++)
        {
            var word = logProbabilities.AsSpan(i * BioScheme.Count, BioScheme.Count);
            if (i < firstPieces.Count)
                LogSoftmax(logits.Slice(firstPieces[i] * BioScheme.Count, BioScheme.Count), word);
            else
                word[1..].Fill(MinLogProbability);
        }

        return logProbabilities;
    }

    private static void LogSoftmax(ReadOnlySpan<float> logits, Span<float> logProbabilities)
    {
        var (max, sum) = (float.NegativeInfinity, 0f);
        foreach (var logit in logits)
            max = Math.Max(max, logit);
        foreach (var logit in logits)
            sum += MathF.Exp(logit - max);
        for (var tag = 0; tag < logits.Length; tag++)
            logProbabilities[tag] = Math.Max(MinLogProbability, logits[tag] - max - MathF.Log(sum));
    }
}
