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
        var document = new Document
        {
            new StringField(IndexFields.Current, IndexFields.Yes, Field.Store.NO),
            new StringField(IndexFields.Language, language, Field.Store.NO),
            new StringField(IndexFields.CopyGroup, state.CopyGroup, Field.Store.YES),
            new SortedDocValuesField(IndexFields.CopyGroup, new BytesRef(state.CopyGroup)),
            new StoredField(IndexFields.Revision, state.Revision),
            new StringField(IndexFields.Id, article.Id, Field.Store.NO),
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
        var tokens = new ArticleTokens(article, language, incoming.Text);
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
        AddPublished(document, article.Published, indexedAt);
        AddNames(document, article, references);
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

    private static void AddPublished(Document document, PublishedDate published, DateTimeOffset indexedAt)
    {
        var isReliable = published.IsReliableOn(indexedAt) ? IndexFields.Yes : IndexFields.No;
        document.Add(new StringField(IndexFields.DateReliable, isReliable, Field.Store.NO));
        document.Add(new NumericDocValuesField(IndexFields.SortSecond, published.SortMoment?.ToUnixTimeSeconds() ?? long.MinValue));
        document.Add(new StringField(IndexFields.Dated, published.Date is null ? IndexFields.No : IndexFields.Yes, Field.Store.NO));
        if (published.Date is not { } date)
            return;

        document.Add(new NumericDocValuesField(IndexFields.FirstDay, date.FirstDay.DayNumber));
        document.Add(new NumericDocValuesField(IndexFields.LastDay, date.LastDay.DayNumber));
        document.Add(new NumericDocValuesField(IndexFields.FirstSecond, date.Start.ToUnixTimeSeconds()));
        document.Add(new NumericDocValuesField(IndexFields.LastSecond, date.End.ToUnixTimeSeconds()));
        if (date.Precision >= DatePrecision.Month)
            document.Add(DayOfYear(date.FirstDay, "MM"));
        if (date.Precision >= DatePrecision.Day)
            document.Add(DayOfYear(date.FirstDay, "MM-dd"));
    }

    private static StringField DayOfYear(DateOnly day, string format) =>
        new(IndexFields.DayOfYear, day.ToString(format, CultureInfo.InvariantCulture), Field.Store.NO);

    private static void AddNames(Document document, Article article, EntityReference[] references)
    {
        foreach (var entity in references.Where(entity => entity.IsResolved).Distinct())
            document.Add(new SortedSetDocValuesField(EntityFields.Of(entity.Type), new BytesRef(entity.Id)));

        AddLabel(document, ArticleLabel.Source, article.Source is { } source ? [source] : []);
        AddLabel(document, ArticleLabel.Section, article.Section is { } section ? [section] : []);
        AddLabel(document, ArticleLabel.Author, article.Authors);
        AddLabel(document, ArticleLabel.Tag, article.Tags);
        AddLabel(document, ArticleLabel.Language, article.Language is { } tag ? [tag] : []);
    }

    private static void AddLabel(Document document, ArticleLabel label, IReadOnlyList<string> values)
    {
        var (indexed, written) = LabelFields.Of(label);
        foreach (var value in values.Distinct(StringComparer.Ordinal))
            document.Add(new SortedSetDocValuesField(written, new BytesRef(LabelFields.Cut(value))));
        foreach (var value in values.Select(value => LabelFields.Normalise(label, value)).Distinct(StringComparer.Ordinal))
            document.Add(new StringField(indexed, value, Field.Store.NO));
        if (values.Count > 0)
            document.Add(new StringField(IndexFields.Has, label.ToString(), Field.Store.NO));
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
