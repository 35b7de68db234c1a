using System.Text;
using CsCheck;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Articles;

/// <summary>What is written is read the same way by the general reader and by that of hits.</summary>
public sealed class WrittenRecordTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[Gen.Char["ab \"\\/\n\t<&é日\u2028\u00a0"], 1, 40], OneOf(" ", "A storm.\n\nIt hit \U0001F600.", "\\n", "null"));

    private static readonly Gen<PartialDate?> AnyDate = OneOf(
        null, PartialDate.OfYear(1987), PartialDate.OfMonth(1987, 10), PartialDate.OfDay(new DateOnly(1987, 10, 19)),
        PartialDate.OfInstant(new DateTimeOffset(1987, 10, 19, 14, 5, 0, TimeSpan.FromHours(-5))));

    private static readonly Gen<DateProvenance> AnyProvenance = OneOf(
        DateProvenance.Text, DateProvenance.Metadata, DateProvenance.Url, DateProvenance.Path, DateProvenance.Argument);

    private static readonly Gen<PublishedDate> AnyPublished =
        Gen.Select(AnyDate, OneOf<TimeOnly?>(null, new TimeOnly(12, 20), new TimeOnly(12, 20, 5)), AnyProvenance,
            Gen.Select(AnyDate, AnyProvenance).List[0, 2],
            (date, time, provenance, others) => date is null && time is null
                ? PublishedDate.Unknown
                : new PublishedDate(date, time, provenance)
                {
                    Conflicts = [.. others.Where(each => each.Item1 is not null)
                        .Select(each => new ConflictingDate(each.Item1!, each.Item2))],
                });

    private static readonly Gen<NamedEntity> AnyEntity = Gen.Select(
        AnyText.Where(name => !string.IsNullOrWhiteSpace(name)), Gen.Enum<EntityType>(), (name, type) => new NamedEntity(name, type));

    private static readonly Gen<Article> AnyArticle =
        Gen.Select(AnyText.List[7, 7], AnyPublished, AnyText.List[0, 2], AnyEntity.List[0, 2], Gen.Bool,
            (texts, published, names, entities, hasBody) => new Article
            {
                Id = "1" + texts[0],
                Headline = "x" + texts[1],
                Body = hasBody ? texts[2] : "",
                Published = published,
                Source = texts[3],
                Url = texts[4],
                Language = texts[5],
                Section = texts[6],
                Authors = names,
                Tags = names,
                Entities = entities,
            });

    [Fact]
    public void Reads_what_the_general_reader_reads() => AnyArticle.Sample(article =>
    {
        var json = ArticleRecord.ToJson(article);
        AssertEqual(ArticleRecord.Read(json), WrittenRecord.Read(json));
    });

    [Fact]
    public void Leaves_out_the_body_and_keeps_the_kind() => AnyArticle.Sample(article =>
    {
        var json = ArticleRecord.ToJson(article);
        var whole = ArticleRecord.Read(json);
        var (heading, kind) = WrittenRecord.ReadWithoutBody(json);
        AssertEqual(whole with { Body = "" }, heading);
        Assert.Equal(whole.Kind, kind);
    });

    [Theory]
    [InlineData("""{"headline":" x ","id":"1","more":[{"a":1}],"authors":["  "],"section":" "}""")]
    [InlineData("""{"id":null,"body":"x","headline":"y","headline":"z","tags":null}""")]
    [InlineData("""{"body":"x"}""")]
    [InlineData("""{"headline":"x","body":" \n"}""")]
    public void Reads_records_that_others_could_have_written(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        AssertEqual(ArticleRecord.Read(utf8), WrittenRecord.Read(utf8));
        Assert.Equal(ArticleRecord.Read(utf8).Kind, WrittenRecord.ReadWithoutBody(utf8).Kind);
    }

    [Theory]
    [InlineData("""{"headline":"cut""")]
    [InlineData("""{"headline":"x"}{}""")]
    [InlineData("""[1]""")]
    [InlineData("""{"headline":5}""")]
    [InlineData("""{"headline":"x","published":"10/19/1987"}""")]
    [InlineData("""{"headline":"x","published":"1987","published_from":"none"}""")]
    [InlineData("""{"headline":"x","published":"1987","published_conflicts":[{"published":"soon"}]}""")]
    [InlineData("""{"headline":"x","time_of_day":"25:00"}""")]
    [InlineData("""{"headline":"x","authors":"me"}""")]
    [InlineData("""{"headline":"x","entities":[{"name":"y","type":"ship"}]}""")]
    [InlineData("""{"headline":"\ud800"}""")]
    public void Says_of_other_text_what_the_general_reader_says(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        Assert.Equal(
            Assert.Throws<ArticleRecordException>(() => ArticleRecord.Read(utf8)).Message,
            Assert.Throws<ArticleRecordException>(() => WrittenRecord.Read(utf8)).Message);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void AssertEqual(Article expected, Article read) =>
        Assert.Equal(Encoding.UTF8.GetString(ArticleRecord.ToJson(expected)), Encoding.UTF8.GetString(ArticleRecord.ToJson(read)));
}
