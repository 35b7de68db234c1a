using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NewsIndex.Analysis;

/// <summary>Lower-cases words letter by letter, so that offsets stay valid; İ becomes i, as typed on most keyboards.</summary>
internal sealed class SmallLetters : TokenFilter
{
    private readonly ICharTermAttribute term;

    public SmallLetters(TokenStream words)
        : base(words) => term = AddAttribute<ICharTermAttribute>();

    public static string Of(string text) => string.Create(text.Length, text, (letters, source) =>
    {
        source.CopyTo(letters);
        Make(letters);
    });

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        Make(term.Buffer.AsSpan(0, term.Length));
        return true;
    }

    private static void Make(Span<char> letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var c = letters[i];
            if (char.IsHighSurrogate(c) && i + 1 < letters.Length && Rune.TryCreate(c, letters[i + 1], out var rune))
                i += Rune.ToLowerInvariant(rune).EncodeToUtf16(letters[i..]) - 1;
            else if (c is >= 'A' and <= 'Z')
                letters[i] = (char)(c | 0x20);
            else if (c >= 0x80)
                letters[i] = c == 'İ' ? 'i' : char.ToLowerInvariant(c);
        }
    }
}
