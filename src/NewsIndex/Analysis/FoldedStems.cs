using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NewsIndex.Analysis;

/// <summary>Folds accents of stems and drops duplicates at a position.</summary>
internal sealed class FoldedStems : TokenFilter
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private readonly IFlagsAttribute flags;
    private readonly IPositionLengthAttribute length;

    /// <summary>Terms already emitted at this position, rarely more than one.</summary>
    private readonly List<(string Stem, int Flags, int Length)> here = [];
    private char[] first = new char[64];
    private int firstLength;
    private (int Flags, int Length) firstKind;

    public FoldedStems(TokenStream stems)
        : base(stems)
    {
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        flags = AddAttribute<IFlagsAttribute>();
        length = AddAttribute<IPositionLengthAttribute>();
    }

    public override bool IncrementToken()
    {
        while (m_input.IncrementToken())
        {
            if (LetterFolding.Fold(term.Buffer.AsSpan(0, term.Length)) is { } folded)
                term.SetEmpty().Append(folded);
            if (increment.PositionIncrement > 0)
            {
                Begin();
                return true;
            }

            if (IsNew())
                return true;
        }

        return false;
    }

    private void Begin()
    {
        here.Clear();
        if (first.Length < term.Length)
            first = new char[term.Length];
        term.Buffer.AsSpan(0, term.Length).CopyTo(first);
        (firstLength, firstKind) = (term.Length, (flags.Flags, length.PositionLength));
    }

    private bool IsNew()
    {
        var stem = term.Buffer.AsSpan(0, term.Length);
        if (firstKind == (flags.Flags, length.PositionLength) && stem.SequenceEqual(first.AsSpan(0, firstLength)))
            return false;
        var spelling = (stem.ToString(), flags.Flags, length.PositionLength);
        if (here.Contains(spelling))
            return false;
        here.Add(spelling);
        return true;
    }
}
