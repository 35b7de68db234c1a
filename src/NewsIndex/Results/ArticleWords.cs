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

    /// <summary>Distinct words as written, in lower case, without stop words of the article's language, signs and single letters.</summary>
    public static HashSet<string> WithoutStopWords(Article article)
    {
        var language = LanguageAnalysis.CodeOf(article.Language);
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in new[] { article.Headline, article.Body })
        {
            // Drops stop words by the analysis of the language; offsets restore the word as written.
            foreach (var word in NewsAnalyzer.Instance.Analyse(TextFields.Stems, language, text))
            {
                var written = SmallLetters.Of(NormalisedText.Of(text[word.Start..word.End]));
                if (written.Length > 1 && written.Any(char.IsLetter))
                    words.Add(written);
            }
        }

        return words;
    }

    private static IEnumerable<(string Word, int Position, TextRange Range)> Analysed(string text, int firstPosition, int offset) =>
        NewsAnalyzer.Instance.Analyse(TextFields.Exact, "", text, WordUse.Index)
            .Select(word => (word.Term, word.Position + firstPosition, new TextRange(word.Start + offset, word.End + offset)));
}
