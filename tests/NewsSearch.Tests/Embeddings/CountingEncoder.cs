using NewsIndex.Embeddings;

namespace NewsSearch.Tests.Embeddings;

/// <summary>An encoder without a network: texts are near when they share pieces.</summary>
internal static class CountingEncoder
{
    public static PassageEncoder Named(string identity) => new(identity, Encode);

    public static float[] Encode(IReadOnlyList<int> pieces)
    {
        var counts = new float[128];
        foreach (var piece in pieces)
            counts[piece % counts.Length]++;
        return counts;
    }
}
