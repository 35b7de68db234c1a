using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Positions;

namespace NewsIndex.Results;

/// <summary>The words of an article as <see cref="TextFields.Exact"/> holds them, made of its text again.</summary>
internal static class ArticleWords
{
    /// <summary>In the order of the text, headline first. Ranges are those of headline and body, joined by one character.</summary>
    public static IEnumerable<(string Word, int Position, TextRange Range)> Of(Article article) =>
        Analysed(article.Headline, 0, 0).Concat(Analysed(article.Body, TextFields.BodyPosition, BodyOffset(article)));

    /// <summary>The offset of the body where headline and body are joined by one character.</summary>
    public static int BodyOffset(Article article) => article.Headline.Length == 0 ? 0 : article.Headline.Length + 1;

    private static IEnumerable<(string Word, int Position, TextRange Range)> Analysed(string text, int firstPosition, int offset) =>
        NewsAnalyzer.Instance.Analyse(TextFields.Exact, "", text, WordUse.Index)
            .Select(word => (word.Term, word.Position + firstPosition, new TextRange(word.Start + offset, word.End + offset)));
}
