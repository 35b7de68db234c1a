using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NewsIndex.Analysis;

/// <summary>Stems English words: see <see cref="EnglishStem"/>.</summary>
internal sealed class EnglishStems : TokenFilter
{
    /// <summary>Size of the cache, a power of two. Few words make up most of a text, and stemming takes longer than a lookup.</summary>
    private const int Remembered = 1 << 13;

    private readonly (string Word, string Stem)[] known = new (string, string)[Remembered];
    private readonly EnglishStem stemming = new();
    private readonly ICharTermAttribute term;
    private readonly IKeywordAttribute keyword;

    /// <param name="words">Words in lower case, without possessives.</param>
    public EnglishStems(TokenStream words)
        : base(words)
    {
        term = AddAttribute<ICharTermAttribute>();
        keyword = AddAttribute<IKeywordAttribute>();
    }

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        if (!keyword.IsKeyword)
        {
            var word = term.Buffer.AsSpan(0, term.Length);
            ref var place = ref known[string.GetHashCode(word) & (Remembered - 1)];
            if (place.Word is null || !word.SequenceEqual(place.Word))
            {
                var text = word.ToString();
                place = (text, stemming.Of(text));
            }

            // Most stems equal their words.
            if (!ReferenceEquals(place.Stem, place.Word))
                term.SetEmpty().Append(place.Stem);
        }

        return true;
    }
}
