using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Results;

namespace NewsIndex.Words;

/// <summary>
/// Finds stems in headline and body of an English article. Only words are looked up that may have a stem that is sought: the others of a
/// body are many, and nothing but their number is needed.
/// </summary>
/// <remarks>Of articles that <see cref="ArticleText"/> has the words of; stems, positions and places are those of the index.</remarks>
internal sealed class StemSearch
{
    private readonly CutText headline;
    private readonly CutText body;
    private readonly int bodyOffset;
    private readonly int bodyPosition;

    private StemSearch(CutText headline, CutText body, int gap)
    {
        (this.headline, this.body) = (headline, body);
        bodyOffset = headline.Length == 0 ? 0 : headline.Length + 1;
        bodyPosition = headline.Positions + gap;
    }

    /// <summary>Null for an article that has to be analysed as those of other languages are.</summary>
    /// <param name="gapBehind">Positions between a headline of so many and the body.</param>
    public static StemSearch? Of(Article article, Func<int, int> gapBehind) =>
        LanguageAnalysis.CodeOf(article.Language) == KnownWord.English
            && CutText.Of(article.Headline, KnownWords.Shared) is { } headline && CutText.Of(article.Body, KnownWords.Shared) is { } body
            ? new StemSearch(headline, body, gapBehind(headline.Positions))
            : null;

    /// <summary>Tells of all stems that may be among those that are sought, in their order; others may be among them.</summary>
    public void Find(StemBeginnings sought, FoundStem found)
    {
        headline.Find(sought, 0, 0, found);
        body.Find(sought, bodyOffset, bodyPosition, found);
    }
}

/// <summary>Receives a stem of a text.</summary>
/// <param name="stem">The term in UTF-8.</param>
/// <param name="range">The place in headline and body, joined by one character.</param>
internal delegate void FoundStem(ReadOnlySpan<byte> stem, int position, TextRange range);
