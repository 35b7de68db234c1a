using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.NearDuplicates;

namespace NewsIndex.Words;

/// <summary>
/// Headline and body of an article with their words, where those are known: see <see cref="TextWords"/>. What is made of the text is the
/// same with and without them.
/// </summary>
/// <param name="HeadlineWords">Null for a text that is analysed in the general way.</param>
/// <param name="BodyWords">Null likewise.</param>
internal sealed record ArticleText(string Headline, string Body, TextWords? HeadlineWords, TextWords? BodyWords)
{
    public static ArticleText Of(Article article)
    {
        var isEnglish = LanguageAnalysis.CodeOf(article.Language) == KnownWord.English;
        return new ArticleText(
            article.Headline,
            article.Body,
            isEnglish ? TextWords.Of(article.Headline, KnownWords.Shared) : null,
            isEnglish ? TextWords.Of(article.Body, KnownWords.Shared) : null);
    }

    /// <summary>The number of known words.</summary>
    public int Count => (HeadlineWords?.Words.Count ?? 0) + (BodyWords?.Words.Count ?? 0);

    /// <summary>See <see cref="ComparedText.ShinglesOf(string, string)"/>.</summary>
    public ulong[] ToShingles() => ComparedText.ShinglesOf(ComparedWords(BodyWords, Body), () => ComparedWords(HeadlineWords, Headline));

    /// <summary>The pieces of each word of headline and body: see <see cref="WordVectors.PiecesOfWords"/>.</summary>
    public PiecedWords ToPieces()
    {
        var pieces = new PiecedWords(Count + (Count / 8));
        AddPieces(HeadlineWords, Headline, pieces);
        AddPieces(BodyWords, Body, pieces);
        return pieces;
    }

    private static List<ulong> ComparedWords(TextWords? known, string text)
    {
        if (known is null or { HasBareUnderscores: true })
            return TextShingles.Words(text);
        var words = new List<ulong>(known.Positions + (known.Positions / 8));
        foreach (var (word, _, _) in known.Words)
            word.AddComparedTo(words);
        return words;
    }

    private static void AddPieces(TextWords? known, string text, PiecedWords pieces)
    {
        if (known is null)
        {
            pieces.AddAll(WordVectors.PiecesOfWords(text));
            return;
        }

        foreach (var (word, _, _) in known.Words)
            word.AddPiecesTo(pieces);
    }
}
