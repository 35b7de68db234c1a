using Lucene.Net.Analysis;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Lucene.Schema;
using NewsIndex.Words;

namespace NewsIndex.Lucene.Documents;

/// <summary>
/// The tokens of an article's text in each field: of words that are known, or by the analysis of any text. A thread has one of each kind,
/// so they are for one document at a time.
/// </summary>
/// <param name="language">See <see cref="LanguageAnalysis.CodeOf"/>.</param>
/// <param name="text">Null for the analysis of any text.</param>
internal sealed class ArticleTokens(Article article, string language, ArticleText? text)
{
    [ThreadStatic]
    private static Streams? ofThread;

    private readonly Streams streams = ofThread ??= new Streams();

    /// <summary>The headline in <see cref="IndexFields.Text"/>; null without one.</summary>
    public TokenStream? HeadlineStems() =>
        article.Headline.Length == 0
            ? null
            : Known(streams.HeadlineStems, text?.HeadlineWords) ?? Analysed("zone.headline", article.Headline);

    /// <summary>The body in <see cref="IndexFields.Text"/>; null without one.</summary>
    public TokenStream? BodyStems() =>
        article.Body.Length == 0 ? null : Known(streams.BodyStems, text?.BodyWords) ?? Analysed("zone.body", article.Body);

    /// <summary>The headline in <see cref="IndexFields.TextExact"/>; null without one.</summary>
    public TokenStream? HeadlineExact() =>
        article.Headline.Length == 0
            ? null
            : WithSigns(streams.HeadlineExact, text?.HeadlineWords, "zone.headline.exact", article.Headline);

    /// <summary>The body in <see cref="IndexFields.TextExact"/>; null without one.</summary>
    public TokenStream? BodyExact() =>
        article.Body.Length == 0 ? null : WithSigns(streams.BodyExact, text?.BodyWords, "zone.body.exact", article.Body);

    /// <summary><see cref="IndexFields.Headline"/>.</summary>
    public TokenStream OfHeadline() => Known(streams.OfHeadline, text?.HeadlineWords) ?? Analysed(IndexFields.Headline, article.Headline);

    /// <summary><see cref="IndexFields.HeadlineExact"/>.</summary>
    public TokenStream OfHeadlineExact() => text?.HeadlineWords is { } words
        ? streams.OfHeadlineExact.Of(words)
        : Analysed(IndexFields.HeadlineExact, article.Headline);

    private static StemTokens? Known(StemTokens stems, TextWords? words) => words is null ? null : stems.Of(words);

    private TokenStream WithSigns(ExactTokens exact, TextWords? words, string zone, string source) =>
        words is null ? new SignsMark(Analysed(zone, source), source) : exact.WithSignsOf(words);

    /// <param name="zone">Keeps the reusable token streams of a thread apart; an exact field's ends in .exact.</param>
    private TokenStream Analysed(string zone, string source) =>
        NewsAnalyzer.Instance.GetTokenStream(NewsAnalyzer.FieldIn(zone, language), source);

    /// <summary>Positions of the words of an article by their start offset, filled while the text is tokenised.</summary>
    internal sealed class WordPositions
    {
        public List<(int Start, int Position)> Headline { get; } = [];

        public List<(int Start, int Position)> Body { get; } = [];
    }

    private sealed class Streams
    {
        public StemTokens HeadlineStems { get; } = new();

        public StemTokens BodyStems { get; } = new();

        public StemTokens OfHeadline { get; } = new();

        public ExactTokens HeadlineExact { get; } = new();

        public ExactTokens BodyExact { get; } = new();

        public ExactTokens OfHeadlineExact { get; } = new();
    }
}
