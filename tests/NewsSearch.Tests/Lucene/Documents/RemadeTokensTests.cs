using CsCheck;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Results;
using NewsIndex.Words;
using NewsSearch.Tests.Words;
using Document = Lucene.Net.Documents.Document;

namespace NewsSearch.Tests.Lucene.Documents;

/// <summary>Tokens that are made of a shown text again are those of the index, and where they stand in the text.</summary>
public sealed class RemadeTokensTests
{
    private static readonly string[] Fields = [IndexFields.Text, IndexFields.TextExact, IndexFields.Mentions];

    private static readonly string?[] Languages = ["en", "fi", "de", "ja", null];

    private static readonly string[] OtherPieces =
    [
        "Straße ", "été ", "co\u00ADop ", "10 000 ", "東京 ", "ｶﾞ", "x² ", "C++ ", "e-mail ", "The ", "of ", "“", "”", ".\n\n", "Korea's ",
    ];

    private static readonly Gen<string> Texts =
        Gen.OneOf(EnglishTexts.Words, Gen.Int[0, OtherPieces.Length - 1].Select(i => OtherPieces[i]).Array[0, 12].Select(string.Concat));

    private static readonly Gen<Article> Articles =
        Gen.Select(Texts, Texts, Gen.Int[0, 4].Select(i => Languages[i]), (headline, body, language) =>
            new Article { Id = "a", Headline = headline, Body = body, Language = language });

    [Fact]
    public void Of_any_article_they_are_those_of_the_index() => Articles.Sample(AssertRemade, iter: 300, threads: 1);

    [Fact]
    public void A_headline_of_more_words_than_there_is_room_for_moves_the_body() =>
        AssertRemade(new Article
        {
            Id = "a",
            Language = "en",
            Headline = string.Join(' ', Enumerable.Repeat("storm hits the", 1500)),
            Body = "The storm of 1987.",
        });

    [SharedDataFact]
    public void Of_real_articles_they_are_those_of_the_index()
    {
        foreach (var article in EnglishTexts.OfArchives().Where((_, i) => i % 31 == 0))
            AssertRemade(article);
    }

    [Fact]
    public void A_field_without_places_is_refused() =>
        Assert.Throws<ArgumentException>(() => RemadeTokens.Of(Stored(new Article { Id = "a", Body = "x" }, []), IndexFields.Source));

    private static void AssertRemade(Article article)
    {
        var mentions = MentionsOf(article);
        var references = mentions.ConvertAll(each => new EntityReference(each.Type, each.Name));
        var incoming = IncomingArticle.Of(article) with { Article = article with { Mentions = mentions, Entities = [] } };
        var prepared = new PreparedArticle(
            incoming, DateTimeOffset.UnixEpoch, new IndexedState(1, new Generation(1, 1), "a", []), [.. references], 0, null)
        { Text = ArticleText.Of(article) };
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, NewsAnalyzer.Instance)))
            writer.AddDocument(WithOffsets(ArticleToDocument.Translate(prepared)));

        using var reader = DirectoryReader.Open(directory);
        var stored = Stored(article, [.. mentions.Select((each, i) => new ArticleMention(references[i], each.Zone, each.Start, each.End))]);
        foreach (var field in Fields)
            Assert.Equal(Indexed(reader, field), Remade(RemadeTokens.Of(stored, field)));
    }

    private static StoredArticle Stored(Article article, IReadOnlyList<ArticleMention> mentions) =>
        new(article, "", DateTimeOffset.UnixEpoch, 1, "a") { Mentions = mentions };

    /// <summary>Every other word with a capital, as if names had been found.</summary>
    private static List<Mention> MentionsOf(Article article)
    {
        var mentions = new List<Mention>();
        foreach (var (zone, text) in new[] { (MentionZone.Headline, article.Headline), (MentionZone.Body, article.Body) })
        {
            var words = NewsAnalyzer.Instance.Analyse("text.exact", "", text);
            foreach (var word in words.Where((word, i) => word.Casing is not null && i % 2 == 0))
                mentions.Add(new Mention(EntityType.Person, text[word.Start..word.End], zone, word.Start, word.End));
        }

        return mentions;
    }

    private static Document WithOffsets(Document document)
    {
        var type = new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS };
        var other = new Document();
        foreach (var field in document.Fields)
            other.Add(Fields.Contains(field.Name) && ((Field)field).GetTokenStreamValue() is { } tokens
                ? new Field(field.Name, tokens, type)
                : field);
        return other;
    }

    private static List<string> Indexed(DirectoryReader reader, string field)
    {
        var tokens = new List<string>();
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field) is not { } terms)
                continue;
            var each = terms.GetEnumerator();
            while (each.MoveNext())
            {
                var postings = each.DocsAndPositions(null, null);
                postings.NextDoc();
                for (var i = postings.Freq; i > 0; i--)
                {
                    var position = postings.NextPosition();
                    tokens.Add($"{Hex(each.Term)} {position} {postings.StartOffset}-{postings.EndOffset} {Hex(postings.GetPayload())}");
                }
            }
        }

        return [.. tokens.Order(StringComparer.Ordinal)];
    }

    private static List<string> Remade(RemadeTokens tokens) =>
    [
        .. Enumerable.Range(0, tokens.Count)
            .Select(i => $"{Convert.ToHexString(tokens.TermOf(i))} {tokens.PositionOf(i)} "
                + $"{tokens.RangeOf(i).Start}-{tokens.RangeOf(i).End} {Convert.ToHexString(tokens.PayloadOf(i))}")
            .Order(StringComparer.Ordinal),
    ];

    private static string Hex(BytesRef? bytes) => bytes is null ? "" : Convert.ToHexString(bytes.Bytes, bytes.Offset, bytes.Length);
}
