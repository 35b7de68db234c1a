using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Codec;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Segments;
using NewsIndex.Lucene.Storage;
using NewsIndex.Words;
using NewsSearch.Tests.Backends;
using NewsSearch.Tests.Words;
using Document = Lucene.Net.Documents.Document;

namespace NewsSearch.Tests.Lucene.Segments;

/// <summary>A segment that is collected has all that Lucene's index writer makes of the same documents.</summary>
public sealed class CollectedSegmentTests
{
    private static readonly string?[] Languages = ["en", "en", "en", "fi", "de", "ja", null];

    private static readonly string[] Dates = ["1987", "1987-10", "1987-10-19", "1987-10-19T14:05:00Z", "0001-01-01", "9999-12-31"];

    private static readonly string[] Texts =
    [
        "", "The", "of the", "Storm hits the STORM of 1987.", "A state-of-the-art e-mail, re-elect.", "\"It\" is 50% of $5 — “C++”!",
        "Straße été co\u00ADop 東京 ｶﾞ x²", "Der Sturm traf die Küste. Und nun?\n\nDie Bank of England schloß.",
        "U.S. boys' O'Brien #MeToo _x",
    ];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 130)]
    [InlineData(4, 400)]
    [InlineData(5, 3000)]
    public void Generated_articles_give_the_same_segment(int seed, int count) =>
        AssertSame(() => Generated(new Random(seed), count), seed);

    [Fact]
    public void Articles_in_all_languages_give_the_same_segment() =>
        AssertSame(() => ForeignArticles.OneInEachLanguage.Select((article, i) => Translated(article, i, new Random(i))), 1);

    [Fact]
    public void Headlines_without_room_for_them_give_the_same_segment()
    {
        var headline = string.Join(' ', Enumerable.Repeat("storm hits the", 1500));
        AssertSame(
            () => Enumerable.Range(0, 3).Select(i => Translated(
                new Article { Id = $"a{i}", Language = "en", Headline = headline, Body = i == 1 ? "the of" : "The storm." },
                i,
                new Random(i))),
            1);
    }

    [SharedDataFact]
    public void Real_articles_give_the_same_segment() =>
        AssertSame(
            () => EnglishTexts.OfArchives().Where((_, i) => i % 17 == 0).Select((article, i) => Translated(article, i, new Random(i))), 1);

    [Fact]
    public void A_collector_that_is_used_again_gives_the_same_segment()
    {
        using var first = new RAMDirectory();
        using var second = new RAMDirectory();
        var segment = new SegmentCollector();
        var inverter = new DocumentInverter(segment, Bm25.ForWriting);
        Collect(first, segment, inverter, Generated(new Random(1), 700));
        inverter.Clear();
        Collect(second, segment, inverter, Generated(new Random(2), 300));
        AssertSame(() => Generated(new Random(2), 300), second, 2);
    }

    [Fact]
    public void A_term_that_is_too_long_is_refused()
    {
        var inverter = new DocumentInverter(new SegmentCollector(), Bm25.ForWriting);
        var article = new Article { Id = new string('a', IndexWriter.MAX_TERM_LENGTH + 1), Body = "x" };
        Assert.Throws<ArgumentException>(() => inverter.Add(Translated(article, 0, new Random(1))));
    }

    private static void AssertSame(Func<IEnumerable<Document>> documents, int seed)
    {
        using var directory = new RAMDirectory();
        var segment = new SegmentCollector();
        Collect(directory, segment, new DocumentInverter(segment, Bm25.ForWriting), documents());
        AssertSame(documents, directory, seed);
    }

    private static void AssertSame(Func<IEnumerable<Document>> documents, RAMDirectory actual, int seed)
    {
        using var expected = new RAMDirectory();
        using (var writer = new IndexWriter(expected, Config()))
        {
            foreach (var document in documents())
                writer.AddDocument(document);
        }

        using var one = IndexFiles.OpenReader(expected);
        using var other = IndexFiles.OpenReader(actual);
        SameSegment.Check(one, other, seed);
        Assert.True(new CheckIndex(actual).DoCheckIndex().Clean);
    }

    private static void Collect(
        RAMDirectory directory, SegmentCollector segment, DocumentInverter inverter, IEnumerable<Document> documents)
    {
        using var writer = new IndexWriter(directory, Config());
        foreach (var document in documents)
            inverter.Add(document);
        writer.AddIndexes(new CollectedSegment(segment));
    }

    private static IndexWriterConfig Config() => new(LuceneVersion.LUCENE_48, NewsAnalyzer.Instance)
    {
        Similarity = Bm25.ForWriting,
        Codec = new NewsCodec(),
        RAMBufferSizeMB = 256,
    };

    private static IEnumerable<Document> Generated(Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var article = Article(random, i);
            yield return random.Next(8) == 0
                ? RevisionDocument.Of(article.Id, new StoredRecord(ArticleRecord.ToJson(article), Moment(i), i, new Generation(i, 7)))
                : Translated(article, i, random);
        }
    }

    private static Article Article(Random random, int i) => new()
    {
        Id = $"https://example.org/{random.Next(1000)}/{i}",
        Headline = Text(random, 3),
        Body = Text(random, 30),
        Language = Languages[random.Next(Languages.Length)],
        Published = random.Next(4) == 0 ? PublishedDate.Unknown : DateOf(Dates[random.Next(Dates.Length)]),
        Source = random.Next(3) == 0 ? null : $"Source {random.Next(5)}",
        Section = random.Next(3) == 0 ? $"Section {random.Next(9)}" : null,
        Authors = [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"Smith, J. {random.Next(4)}")],
        Tags = [.. Enumerable.Range(0, random.Next(4)).Select(_ => $"tag{random.Next(20)}")],
        Entities = random.Next(3) == 0 ? [new NamedEntity("Bank of England", EntityType.Organization)] : [],
    };

    private static PublishedDate DateOf(string text)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        return new PublishedDate(date, null, DateProvenance.Text);
    }

    private static string Text(Random random, int most)
    {
        var text = string.Join(' ', Enumerable.Range(0, random.Next(most)).Select(_ => Texts[random.Next(Texts.Length - 3)]));
        return random.Next(3) == 0 ? text + Texts[random.Next(Texts.Length)] : text;
    }

    private static Document Translated(Article article, int i, Random random)
    {
        var mentions = MentionsOf(article, random);
        List<EntityReference> references =
        [
            .. mentions.Select(each => new EntityReference(each.Type, $"{each.Name} {random.Next(3)}")),
            .. article.Entities.Select(each => new EntityReference(each.Type, each.Name)),
        ];
        var incoming = IncomingArticle.Of(article) with { Article = article with { Mentions = mentions } };
        var state = new IndexedState(
            1 + random.Next(3), new Generation(i + 1, (ulong)random.NextInt64()), random.Next(4) == 0 ? "first" : article.Id,
            random.Next(2) == 0 ? [] : [(uint)random.Next(), 7]);
        var meaning = random.Next(3) == 0 ? null : new byte[128];
        random.NextBytes(meaning ?? []);
        return ArticleToDocument.Translate(
            new PreparedArticle(incoming, Moment(i), state, [.. references], random.Next(99), meaning) { Text = ArticleText.Of(article) });
    }

    /// <summary>Some words of the text, as if they were names.</summary>
    private static List<Mention> MentionsOf(Article article, Random random)
    {
        var mentions = new List<Mention>();
        foreach (var (zone, text) in new[] { (MentionZone.Headline, article.Headline), (MentionZone.Body, article.Body) })
        {
            foreach (var word in NewsAnalyzer.Instance.Analyse("text.exact", "", text))
            {
                if (random.Next(5) == 0 && (mentions.Count == 0 || mentions[^1].Zone != zone || mentions[^1].End <= word.Start))
                    mentions.Add(new Mention(EntityType.Place, text[word.Start..word.End], zone, word.Start, word.End));
            }
        }

        return mentions;
    }

    private static DateTimeOffset Moment(int i) => DateTimeOffset.UnixEpoch.AddSeconds(i);
}
