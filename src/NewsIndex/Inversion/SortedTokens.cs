namespace NewsIndex.Inversion;

/// <summary>The tokens of a field by term. The memory is used again for the next field.</summary>
internal sealed class SortedTokens
{
    /// <summary>Where the postings of each term begin, and behind the last term the end.</summary>
    private int[] starts = [];
    private Posting[] postings = [];

    /// <summary>The places of a term by document and position; the same document several times in a row.</summary>
    public ReadOnlySpan<Posting> Of(int term) => postings.AsSpan(starts[term], starts[term + 1] - starts[term]);

    public void Reserve(int terms, int tokens)
    {
        // Two more, because counts are made two places behind and become starts while postings are put.
        if (starts.Length < terms + 2)
            starts = new int[terms + 2];
        else
            Array.Clear(starts);
        if (postings.Length < tokens)
            postings = GC.AllocateUninitializedArray<Posting>(tokens);
    }

    public void CountOne(int term) => starts[term + 2]++;

    public void EndCounts()
    {
        for (var term = 2; term < starts.Length; term++)
            starts[term] += starts[term - 1];
    }

    public void Put(int term, Posting posting) => postings[starts[term + 1]++] = posting;

    /// <summary>A place of a term.</summary>
    /// <param name="Payload">Number of the payload and 1; 0 for none.</param>
    internal readonly record struct Posting(int Doc, int Position, int Payload);
}
