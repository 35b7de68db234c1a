using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsIndex.Ranking;

/// <summary>Score of a word by its frequency in an article and the article's length: see <see cref="OkapiBm25"/>.</summary>
/// <param name="Weight">Limit of the score for high frequencies.</param>
/// <param name="Floor">k1 · (1 - b).</param>
/// <param name="PerWord">k1 · b / average length.</param>
/// <param name="Unnormed">k1, for fields without lengths.</param>
internal readonly record struct Bm25Curve(float Weight, float Floor, float PerWord, float Unnormed)
{
    public float Score(float freq, float length) => Weight * freq / (freq + (Floor + (PerWord * length)));

    public float ScoreWithoutLength(float freq) => Weight * freq / (freq + Unnormed);

    /// <summary>
    /// Scores articles of a block, with the operations of <see cref="Score(float, float)"/> in their order, so that the results are equal
    /// to the bit.
    /// </summary>
    /// <param name="lengths">By document; null for fields without lengths.</param>
    /// <param name="scores">As long as the block, rounded up to a multiple of 8; values behind the last article are undefined.</param>
    public void Score(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, float[]? lengths, Span<float> scores)
    {
        if (lengths is null)
        {
            for (var i = 0; i < docs.Length; i++)
                scores[i] = ScoreWithoutLength(freqs[i]);
            return;
        }

        for (var i = 0; i < docs.Length; i++)
            scores[i] = lengths[docs[i]];
        ScoreLengths(freqs[..docs.Length], scores);
    }

    /// <param name="scores">Lengths, which the scores replace.</param>
    private void ScoreLengths(ReadOnlySpan<int> freqs, Span<float> scores)
    {
        var i = 0;
        ref var freq = ref MemoryMarshal.GetReference(freqs);
        ref var score = ref MemoryMarshal.GetReference(scores);
        var (weight, floor, perWord) = (Vector256.Create(Weight), Vector256.Create(Floor), Vector256.Create(PerWord));
        for (; i + Vector256<int>.Count <= freqs.Length; i += Vector256<int>.Count)
        {
            var each = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref freq, (nuint)i));
            var length = Vector256.LoadUnsafe(ref score, (nuint)i);
            (weight * each / (each + (floor + (perWord * length)))).StoreUnsafe(ref score, (nuint)i);
        }

        for (; i < freqs.Length; i++)
            scores[i] = Score(freqs[i], scores[i]);
    }
}
