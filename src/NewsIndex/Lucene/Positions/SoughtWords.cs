using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Positions;

/// <summary>Words that are looked for in the texts of the hits of a page, made once for all of them.</summary>
internal sealed class SoughtWords
{
    private readonly Dictionary<PositionPlan.Terms, IReadOnlyList<BytesRef>> words = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PositionPlan.Terms, StemBeginnings> beginnings = new(ReferenceEqualityComparer.Instance);

    /// <summary>The words in the order of the dictionary.</summary>
    public IReadOnlyList<BytesRef> Of(PositionPlan.Terms terms) =>
        words.TryGetValue(terms, out var known) ? known : words[terms] = terms.BytesOf();

    /// <summary>How words of texts begin that may have one of these as their stem.</summary>
    public StemBeginnings BeginningsOf(PositionPlan.Terms terms)
    {
        if (beginnings.TryGetValue(terms, out var known))
            return known;
        var made = new StemBeginnings();
        foreach (var word in Of(terms))
            made.Add(word.Bytes.AsSpan(word.Offset, word.Length));
        return beginnings[terms] = made;
    }
}
