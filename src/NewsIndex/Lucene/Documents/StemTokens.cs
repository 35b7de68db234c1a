using Lucene.Net.Analysis;
using NewsIndex.Words;

namespace NewsIndex.Lucene.Documents;

/// <summary>The stems of a text whose words are known, as the field of stems has them. For one text after the other.</summary>
internal sealed class StemTokens : TokenStream
{
    private readonly WordAttributes token = new();
    private TextWords? text;
    private int word;
    private int stem;

    /// <summary>The first position of the word, and that after the last token.</summary>
    private int place;
    private int next;

    public StemTokens() => AddAttributeImpl(token);

    public StemTokens Of(TextWords words)
    {
        text = words;
        return this;
    }

    public override void Reset() => word = stem = place = next = 0;

    public override bool IncrementToken()
    {
        for (; word < text!.Words.Count; word++)
        {
            var (known, start, _) = text.Words[word];
            if (stem < known.Stems.Length)
            {
                var (term, position, from, to) = known.Stems[stem++];
                token.Set(term, place + position + 1 - next, start + from, start + to);
                next = place + position + 1;
                return true;
            }

            place += known.Parts.Length;
            stem = 0;
        }

        return false;
    }

    /// <summary>Stop words at the end count.</summary>
    public override void End() => token.Set([], text!.Positions - next, text.Text.Length, text.Text.Length);
}
