using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NewsIndex.Analysis;

/// <summary>
/// Emits each word with its accents, without them, and with umlauts as two letters, before stemming: some stemmers need accents to
/// recognise an ending, and typed words often lack them.
/// </summary>
internal sealed class AccentSpellings : TokenFilter
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private readonly Queue<string> others = new();
    private State? word;

    /// <param name="words">Words in lower case.</param>
    public AccentSpellings(TokenStream words)
        : base(words)
    {
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        others.Clear();
    }

    public override bool IncrementToken()
    {
        if (others.TryDequeue(out var other))
        {
            RestoreState(word);
            term.SetEmpty().Append(other);
            increment.PositionIncrement = 0;
            return true;
        }

        if (!m_input.IncrementToken())
            return false;
        var letters = term.Buffer.AsSpan(0, term.Length);
        if (LetterFolding.Fold(letters) is { } folded)
        {
            others.Enqueue(folded);
            if (LetterFolding.Spell(letters) is { } spelt)
                others.Enqueue(LetterFolding.Fold(spelt) ?? spelt);
            word = CaptureState();
        }

        return true;
    }
}
