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

    public TextWords Text => text!;

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
                ref readonly var found = ref known.Stems[stem++];
                var behind = place + found.Position + 1;
                token.Set(known, found, start, behind - next);
                next = behind;
                return true;
            }

            place += known.PartCount;
            stem = 0;
        }

        return false;
    }

    /// <summary>Stop words at the end count.</summary>
    public override void End() => token.SetEnd(text!.Text.Length, text.Positions - next);
}
