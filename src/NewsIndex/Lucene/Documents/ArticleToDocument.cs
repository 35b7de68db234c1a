using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Intake;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Documents;

/// <summary>Translates an article to a Lucene document.</summary>
internal static class ArticleToDocument
{
    private static readonly FieldType ScoredText = TextType(omitNorms: false);
    private static readonly FieldType UnscoredText = TextType(omitNorms: true);

    public static Document Translate(PreparedArticle prepared)
    {
        var (incoming, indexedAt, state, references, _, _, _) = prepared;
        var (article, record, content) = incoming;
        var language = LanguageAnalysis.CodeOf(article.Language);
        var terms = TermFields.ForDocument();
        var document = new Document
        {
            terms.Of(IndexFields.Current, IndexFields.Yes),
            terms.Of(IndexFields.Language, language),
            terms.Of(IndexFields.CopyGroup, state.CopyGroup),
            new StoredField(IndexFields.CopyGroup, state.CopyGroup),
            new SortedDocValuesField(IndexFields.CopyGroup, new BytesRef(state.CopyGroup)),
            new StoredField(IndexFields.Revision, state.Revision),
            terms.Of(IndexFields.Id, article.Id),
            new SortedDocValuesField(IndexFields.Id, new BytesRef(article.Id)),
            new StoredField(IndexFields.Article, record),
            new StoredField(IndexFields.IndexedAt, indexedAt.ToUnixTimeSeconds()),
            new NumericDocValuesField(IndexFields.IndexedAt, indexedAt.ToUnixTimeSeconds()),
            new NumericDocValuesField(IndexFields.ArrivedAs, state.Arrival.Number),
            new NumericDocValuesField(IndexFields.Fingerprint, unchecked((long)state.Arrival.Fingerprint)),
            new NumericDocValuesField(IndexFields.ContentKey, unchecked((long)content)),
            new NumericDocValuesField(IndexFields.HeadlineOnly, article.Kind == ArticleKind.Headline ? 1 : 0),
        };
        if (state.Bands.Length > 0)
            document.Add(new BinaryDocValuesField(IndexFields.CopyBands, CopyBandsValue.Write(state.Bands)));
        var positions = new ArticleTokens.WordPositions();
        var tokens = new ArticleTokens(article, language, prepared.Text);
        AddText(document, IndexFields.Text, ScoredText, tokens.HeadlineStems(), tokens.BodyStems(), positions);
        document.Add(new Field(IndexFields.Breaks, new BreakTokens(article, positions.Headline, positions.Body), UnscoredText));
        if (references.Length > 0)
        {
            document.Add(
                new Field(IndexFields.Mentions, new MentionTokens(article, references, positions.Headline, positions.Body), ScoredText));
            document.Add(new StoredField(IndexFields.StoredMentions, StoredMentions.Write(article.Mentions, references)));
        }

        AddText(document, IndexFields.TextExact, UnscoredText, tokens.HeadlineExact(), tokens.BodyExact(), null);
        document.Add(new NumericDocValuesField(IndexFields.WordCount, prepared.Words));
        if (article.Headline.Length > 0)
        {
            document.Add(new Field(IndexFields.Headline, tokens.OfHeadline(), ScoredText));
            document.Add(new Field(IndexFields.HeadlineExact, tokens.OfHeadlineExact(), UnscoredText));
        }

        if (prepared.Embedding is { } embedding)
            document.Add(new BinaryDocValuesField(IndexFields.Meaning, new BytesRef(embedding)));
        if (prepared.Passages is { } passages)
            document.Add(new BinaryDocValuesField(IndexFields.Passages, new BytesRef(passages)));
        AddPublished(document, terms, article.Published, indexedAt);
        AddNames(document, terms, article, references);
        return document;
    }

    private static void AddText(
        Document document, string field, FieldType type, TokenStream? headline, TokenStream? body,
        ArticleTokens.WordPositions? positions)
    {
        var first = headline is null ? null : ZonedTokenStream.Headline(headline, positions?.Headline);
        if (first is not null)
            document.Add(new Field(field, first, type));
        if (body is not null)
            document.Add(new Field(field, ZonedTokenStream.Body(body, first, positions?.Body), type));
    }

    private static void AddPublished(Document document, TermFields terms, PublishedDate published, DateTimeOffset indexedAt)
    {
        var isReliable = published.IsReliableOn(indexedAt) ? IndexFields.Yes : IndexFields.No;
        document.Add(terms.Of(IndexFields.DateReliable, isReliable));
        document.Add(new NumericDocValuesField(IndexFields.SortSecond, published.SortMoment?.ToUnixTimeSeconds() ?? long.MinValue));
        document.Add(terms.Of(IndexFields.Dated, published.Date is null ? IndexFields.No : IndexFields.Yes));
        if (published.Date is not { } date)
            return;

        document.Add(new NumericDocValuesField(IndexFields.FirstDay, date.FirstDay.DayNumber));
        document.Add(new NumericDocValuesField(IndexFields.LastDay, date.LastDay.DayNumber));
        document.Add(new NumericDocValuesField(IndexFields.FirstSecond, date.Start.ToUnixTimeSeconds()));
        document.Add(new NumericDocValuesField(IndexFields.LastSecond, date.End.ToUnixTimeSeconds()));
        if (date.Precision >= DatePrecision.Month)
            document.Add(terms.Of(IndexFields.DayOfYear, date.FirstDay.ToString("MM", CultureInfo.InvariantCulture)));
        if (date.Precision >= DatePrecision.Day)
            document.Add(terms.Of(IndexFields.DayOfYear, date.FirstDay.ToString("MM-dd", CultureInfo.InvariantCulture)));
    }

    private static void AddNames(Document document, TermFields terms, Article article, EntityReference[] references)
    {
        foreach (var entity in references.Where(entity => entity.IsResolved).Distinct())
            document.Add(new SortedSetDocValuesField(EntityFields.Of(entity.Type), new BytesRef(entity.Id)));

        AddLabel(document, terms, ArticleLabel.Source, article.Source is { } source ? [source] : []);
        AddLabel(document, terms, ArticleLabel.Section, article.Section is { } section ? [section] : []);
        AddLabel(document, terms, ArticleLabel.Author, article.Authors);
        AddLabel(document, terms, ArticleLabel.Tag, article.Tags);
        AddLabel(document, terms, ArticleLabel.Language, article.Language is { } tag ? [tag] : []);
    }

    private static void AddLabel(Document document, TermFields terms, ArticleLabel label, IReadOnlyList<string> values)
    {
        var (indexed, written) = LabelFields.Of(label);
        foreach (var value in values.Distinct(StringComparer.Ordinal))
            document.Add(new SortedSetDocValuesField(written, new BytesRef(LabelFields.Cut(value))));
        foreach (var value in values.Select(value => LabelFields.Normalise(label, value)).Distinct(StringComparer.Ordinal))
            document.Add(terms.Of(indexed, value));
        if (values.Count > 0)
            document.Add(terms.Of(IndexFields.Has, label.ToString()));
    }

    /// <summary>Places in the text are not kept: see <see cref="RemadeTokens"/>.</summary>
    private static FieldType TextType(bool omitNorms)
    {
        var type = new FieldType
        {
            IsIndexed = true,
            IsTokenized = true,
            OmitNorms = omitNorms,
            IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
        };
        type.Freeze();
        return type;
    }
}
