using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Lucene.Documents;

/// <summary>Every column of an index against the article as it is stored in the same document.</summary>
public sealed class DocValuesTests : IAsyncLifetime
{
    private static readonly string[] Dates =
    [
        "1987", "1987-10", "1987-10-19", "1987-10-19T14:05:00Z", "1987-10-19T14:05:00+09:00", "0001-01-01", "9999-12-31",
        "1969-12-31T23:59:59Z",
    ];

    private readonly TemporaryFolder folder = new();
    private SnapshotReader reader = null!;

    private IEnumerable<(AtomicReader Segment, int Doc, StoredArticle Stored)> All =>
        from leaf in reader.Leaves
        let segment = leaf.AtomicReader
        from doc in Enumerable.Range(0, segment.MaxDoc)
        where segment.LiveDocs?.Get(doc) != false && Texts(segment, IndexFields.Id, doc).Any()
        select (segment, doc, StoredDocument.Read(segment, doc));

    public async Task InitializeAsync()
    {
        var options = new NewsIndexOptions { Directory = folder.File("index") };
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
        {
            // Two commits make two segments; the second replaces articles of the first.
            await writer.WriteAsync([.. Enumerable.Range(0, 200).Select(i => Numbered(i, i))], CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
            await writer.WriteAsync([.. Enumerable.Range(150, 100).Select(i => Numbered(i, i + 1))], CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        reader = SnapshotReader.OfWhole(DirectoryReader.Open(new NIOFSDirectory(options.Directory)), []);
    }

    public Task DisposeAsync()
    {
        reader.Dispose();
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Every_article_is_there_once()
    {
        Assert.Equal(
            Enumerable.Range(0, 250).Select(Id).Order(StringComparer.Ordinal),
            All.Select(each => each.Stored.Article.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.True(reader.Leaves.Count > 1);
    }

    [Fact]
    public void The_id_is_that_of_the_article() =>
        AssertAll(each => [each.Stored.Article.Id], each => Texts(each.Segment, IndexFields.Id, each.Doc));

    [Fact]
    public void The_group_of_copies_is_that_which_is_stored() =>
        AssertAll(each => [each.Stored.CopyGroup], each => Texts(each.Segment, IndexFields.CopyGroup, each.Doc));

    [Theory]
    [InlineData(ArticleLabel.Source)]
    [InlineData(ArticleLabel.Section)]
    [InlineData(ArticleLabel.Author)]
    [InlineData(ArticleLabel.Tag)]
    [InlineData(ArticleLabel.Language)]
    public void Labels_are_those_of_the_article(ArticleLabel label) => AssertAll(
        each => [.. ValuesOf(each.Stored.Article, label).Distinct().Order(StringComparer.Ordinal)],
        each => Values(each.Segment, LabelFields.Of(label).Written, each.Doc));

    [Theory]
    [InlineData(ArticleLabel.Source)]
    [InlineData(ArticleLabel.Author)]
    [InlineData(ArticleLabel.Tag)]
    public void The_column_of_a_label_has_the_values_of_the_article(ArticleLabel label) => AssertAll(
        each => [.. ValuesOf(each.Stored.Article, label).Distinct().Order(StringComparer.Ordinal)],
        each =>
        {
            var column = ValueColumn.Of(each.Segment, LabelFields.Of(label).Written);
            return [.. column.Of(each.Doc).ToArray().Select(ordinal => column.Values[ordinal])];
        });

    [Theory]
    [InlineData(EntityType.Person)]
    [InlineData(EntityType.Organization)]
    [InlineData(EntityType.Place)]
    public void Entities_are_those_of_the_stored_mentions(EntityType type) => AssertAll(
        each =>
        [
            .. each.Stored.Mentions.Select(mention => mention.Entity).Where(entity => entity.Type == type && entity.IsResolved)
                .Select(entity => entity.Id).Concat(Listed(each.Stored.Article, type)).Distinct().Order(StringComparer.Ordinal),
        ],
        each => Values(each.Segment, EntityFields.Of(type), each.Doc));

    [Fact]
    public void Days_and_seconds_are_the_ends_of_the_date() => AssertAll(
        each => each.Stored.Article.Published.Date is { } date
            ? [$"{date.FirstDay.DayNumber} {date.LastDay.DayNumber} {date.Start.ToUnixTimeSeconds()} {date.End.ToUnixTimeSeconds()}"]
            : ["undated"],
        each => each.Segment.GetDocsWithField(IndexFields.FirstDay)!.Get(each.Doc)
            ? [string.Join(' ', new[] { IndexFields.FirstDay, IndexFields.LastDay, IndexFields.FirstSecond, IndexFields.LastSecond }
                .Select(field => Number(each.Segment, field, each.Doc)))]
            : ["undated"]);

    [Fact]
    public void The_second_to_sort_by_is_that_of_the_date_and_time() => AssertAll(
        each => [$"{each.Stored.Article.Published.SortMoment?.ToUnixTimeSeconds() ?? long.MinValue}"],
        each => [$"{Number(each.Segment, IndexFields.SortSecond, each.Doc)}"]);

    [Fact]
    public void A_headline_alone_is_marked() => AssertAll(
        each => [each.Stored.Article.Kind == ArticleKind.Headline ? "1" : "0"],
        each => [$"{Number(each.Segment, IndexFields.HeadlineOnly, each.Doc)}"]);

    private static void AssertEqual(string id, IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal($"{id}: {string.Join('|', expected)}", $"{id}: {string.Join('|', actual)}");

    private void AssertAll(
        Func<(AtomicReader Segment, int Doc, StoredArticle Stored), IEnumerable<string>> expected,
        Func<(AtomicReader Segment, int Doc, StoredArticle Stored), IEnumerable<string>> actual)
    {
        foreach (var each in All)
            AssertEqual(each.Stored.Article.Id, expected(each), actual(each));
    }

    private static string Id(int number) => $"article-{number}";

    /// <summary>An article with every combination of fields, as its variant says.</summary>
    private static Article Numbered(int number, int variant)
    {
        var name = $"Person{variant % 7} Surname{variant % 3}";
        return new Article
        {
            Id = Id(number),
            Headline = variant % 5 == 0 ? "" : $"{name} speaks on matter {variant}",
            Body = variant % 5 != 0 && variant % 4 == 0 ? "" : $"Text {variant} of some length, which is not like any other: {number}.",
            Published = variant % 9 == 0 ? PublishedDate.Unknown : DateOf(variant),
            Source = variant % 6 == 0 ? null : $"Source {variant % 4}",
            Section = variant % 3 == 0 ? null : $"Section {variant % 2}",
            Authors = [.. Enumerable.Range(0, variant % 4).Select(i => $"Author {i % 2}")],
            Tags = [.. Enumerable.Range(0, variant % 3).Select(i => $"Tag {i + variant}")],
            Language = (variant % 4) switch { 0 => null, 1 => "en", 2 => "de-AT", _ => "fr" },
            Mentions = variant % 5 == 0 ? [] : [new Mention(EntityType.Person, name, MentionZone.Headline, 0, name.Length)],
            Entities = variant % 8 == 0 ? [new NamedEntity($"Place{variant % 3}", EntityType.Place)] : [],
        };
    }

    private static PublishedDate DateOf(int variant)
    {
        Assert.True(PartialDate.TryParse(Dates[variant % Dates.Length], out var date));
        TimeOnly? time = variant % 2 == 0 && date.Precision == DatePrecision.Day ? new TimeOnly(12, 20) : null;
        return new PublishedDate(date, time, DateProvenance.Text);
    }

    private static IEnumerable<string> ValuesOf(Article article, ArticleLabel label) => label switch
    {
        ArticleLabel.Source => article.Source is { } source ? [source] : [],
        ArticleLabel.Section => article.Section is { } section ? [section] : [],
        ArticleLabel.Author => article.Authors,
        ArticleLabel.Tag => article.Tags,
        _ => article.Language is { } language ? [language] : [],
    };

    /// <summary>Entities that the archive lists; a name alone is an entity of its own.</summary>
    private static IEnumerable<string> Listed(Article article, EntityType type) =>
        article.Entities.Where(entity => entity.Type == type)
            .Select(entity => EntityReference.Named(type, NameKey.Of(entity.Name, type)).Id);

    private static long Number(AtomicReader segment, string field, int doc) => segment.GetNumericDocValues(field).Get(doc);

    private static IEnumerable<string> Texts(AtomicReader segment, string field, int doc)
    {
        var value = new BytesRef();
        segment.GetSortedDocValues(field)?.Get(doc, value);
        return value.Length == 0 ? [] : [value.Utf8ToString()];
    }

    private static IEnumerable<string> Values(AtomicReader segment, string field, int doc)
    {
        if (segment.GetSortedSetDocValues(field) is not { } values)
            yield break;
        values.SetDocument(doc);
        var value = new BytesRef();
        for (long ordinal; (ordinal = values.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS;)
        {
            values.LookupOrd(ordinal, value);
            yield return value.Utf8ToString();
        }
    }
}
