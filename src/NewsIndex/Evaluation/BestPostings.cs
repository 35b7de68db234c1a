namespace NewsIndex.Evaluation;

/// <summary>Keeps the postings with the greatest factors of those that are added.</summary>
/// <param name="capacity">Maximum postings to keep.</param>
internal sealed class BestPostings(int capacity)
{
    /// <summary>Kept postings and new ones. Selecting once in a while is faster than a heap.</summary>
    private readonly (int Doc, int Freq, float Factor)[] postings = new (int, int, float)[2 * capacity];
    private int count;

    /// <summary>Postings with this factor or less are not kept.</summary>
    private float least = float.NegativeInfinity;

    /// <summary>The greatest factor of the postings that are not kept; 0 if there are none.</summary>
    public float Rest { get; private set; }

    /// <param name="max">The greatest of the factors.</param>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, ReadOnlySpan<float> factors, float max)
    {
        if (max <= least)
        {
            Rest = Math.Max(Rest, max);
            return;
        }

        for (var i = 0; i < docs.Length; i++)
            Add((docs[i], freqs[i], factors[i]));
    }

    /// <summary>Returns the kept postings, greatest factor first; equal factors by document. Nothing can be added afterwards.</summary>
    public (int Doc, int Freq, float Factor)[] InOrder()
    {
        Select();
        return postings[..count];
    }

    private void Add((int Doc, int Freq, float Factor) posting)
    {
        if (posting.Factor <= least)
        {
            Rest = Math.Max(Rest, posting.Factor);
            return;
        }

        postings[count++] = posting;
        if (count == postings.Length)
            Select();
    }

    private void Select()
    {
        postings.AsSpan(0, count).Sort(GreatestFirst);
        if (count <= capacity)
            return;
        Rest = Math.Max(Rest, postings[capacity].Factor);
        (count, least) = (capacity, postings[capacity - 1].Factor);
    }

    private static int GreatestFirst((int Doc, int Freq, float Factor) one, (int Doc, int Freq, float Factor) other) =>
        one.Factor == other.Factor ? one.Doc.CompareTo(other.Doc) : other.Factor.CompareTo(one.Factor);
}
