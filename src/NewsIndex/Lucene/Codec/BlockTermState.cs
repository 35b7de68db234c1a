using Lucene.Net.Index;

namespace NewsIndex.Lucene.Codec;

/// <summary>Where a term is in the dictionary, and its entry, so that it need not be looked up again.</summary>
internal sealed class BlockTermState : TermState
{
    public TermEntry Entry { get; set; }

    public int Block { get; set; }

    /// <summary>Number of the term in its block.</summary>
    public int Number { get; set; }

    public override void CopyFrom(TermState other)
    {
        var state = (BlockTermState)other;
        (Entry, Block, Number) = (state.Entry, state.Block, state.Number);
    }
}
