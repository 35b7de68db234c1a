namespace NewsIndex.Inversion;

/// <summary>The tokens of a field of a segment, document by document and position by position.</summary>
internal sealed class CollectedTokens
{
    private readonly Pages<Token> tokens = new();

    /// <summary>Documents with tokens, and where their tokens begin.</summary>
    private readonly Pages<Start> documents = new();
    private int document = -1;

    public int Count => tokens.Count;

    /// <summary>Documents with a token.</summary>
    public int Documents => documents.Count;

    public bool HasPayloads { get; private set; }

    /// <summary>Memory in bytes.</summary>
    public long Bytes => tokens.Bytes + documents.Bytes;

    /// <summary>Memory that <see cref="SortInto"/> takes, in bytes: a posting is as large as a token.</summary>
    public long SortedBytes => tokens.Bytes;

    /// <param name="doc">Not less than that of the token before.</param>
    /// <param name="term">Number of its term.</param>
    /// <param name="position">Not less than that of the token before in its document.</param>
    /// <param name="payload">Number of its payload and 1; 0 for none.</param>
    public void Add(int doc, int term, int position, int payload)
    {
        if (doc != document)
        {
            documents.Add(new Start(doc, tokens.Count));
            document = doc;
        }

        tokens.Add(new Token(term, position, payload));
        HasPayloads |= payload != 0;
    }

    /// <summary>Sorts the tokens by term; those of a term keep their order.</summary>
    /// <param name="terms">Number of terms of the segment.</param>
    /// <param name="sorted">Filled anew.</param>
    public void SortInto(SortedTokens sorted, int terms)
    {
        sorted.Reserve(terms, tokens.Count);
        foreach (var page in tokens.InPages())
        {
            foreach (ref readonly var token in page.AsSpan())
                sorted.CountOne(token.Term);
        }

        sorted.EndCounts();
        var (at, next) = (0, -1);
        var (doc, end) = (-1, 0);
        foreach (var page in tokens.InPages())
        {
            foreach (ref readonly var token in page.AsSpan())
            {
                if (at++ == end)
                {
                    doc = documents[++next].Doc;
                    end = next + 1 < documents.Count ? documents[next + 1].Token : tokens.Count;
                }

                sorted.Put(token.Term, new SortedTokens.Posting(doc, token.Position, token.Payload));
            }
        }
    }

    public void Clear()
    {
        tokens.Clear();
        documents.Clear();
        (document, HasPayloads) = (-1, false);
    }

    private readonly record struct Token(int Term, int Position, int Payload);

    private readonly record struct Start(int Doc, int Token);
}
