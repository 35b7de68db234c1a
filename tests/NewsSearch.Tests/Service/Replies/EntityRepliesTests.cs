using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Paging;
using SearchService.Replies;

namespace NewsSearch.Tests.Service.Replies;

public sealed class EntityRepliesTests
{
    private static readonly Generation Generation = new(7, 0xa);

    private static readonly QueryPlan Plan = new() { Query = new Query.Mentions("person:jane roe", EntityType.Person) };

    private static readonly NamedReference Jane = new(new EntityReference(EntityType.Person, "person:jane roe"), "Jane Roe");

    private static readonly NamedReference John = new(new EntityReference(EntityType.Person, "person:john roe"), "John Roe");

    [Fact]
    public void Every_place_is_shown_once_in_its_sentence()
    {
        var page = PageOf("Roe wins", "Rain fell. Roe won. Roe left.",
            new HitMatches([new TextRange(0, 3)], [new TextRange(11, 14), new TextRange(11, 14), new TextRange(20, 23)]));
        var sent = EntityReplies.Mentions(page, Plan);
        Assert.Equal(
            [("headline", "Roe wins", 0, 0), ("body", "Roe won.", 0, 11), ("body", "Roe left.", 0, 20)],
            sent.Mentions.Select(each => (each.Field, each.Sentence, each.Start, each.FieldStart)));
        Assert.All(sent.Mentions, each => Assert.Equal(("Roe", 3, ""),
            (each.Sentence[each.Start..each.End], each.FieldEnd - each.FieldStart, each.Article.Body)));
        Assert.Equal((4L, "7-000000000000000a", ""), (sent.Articles, sent.Generation, sent.NextPageToken));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 4)]
    public void An_entity_that_only_the_archive_names_is_mentioned_by_the_archive(int start, int end)
    {
        var page = PageOf("Storm", "A storm.", new HitMatches([], [new TextRange(start, end)]));
        var mention = Assert.Single(EntityReplies.Mentions(page, Plan).Mentions);
        Assert.Equal(("archive", "", "1"), (mention.Field, mention.Sentence, mention.Article.Id));
    }

    [Fact]
    public void A_name_that_may_be_several_has_candidates_and_no_entity()
    {
        var open = EntityReplies.From(new EntityReading("Roe", null, null, [Jane, John]));
        Assert.Equal(("Roe", null, "Jane Roe,John Roe"),
            (open.Asked, open.Entity, string.Join(',', open.Candidates.Select(each => each.Name))));
        var read = EntityReplies.From(new EntityReading("Jane", null, Jane, []));
        Assert.Equal(("person:jane roe", "Jane Roe", V1.EntityType.Person), (read.Entity.Id, read.Entity.Name, read.Entity.Type));
    }

    [Theory]
    [InlineData(EntityType.Person, V1.EntityType.Person)]
    [InlineData(EntityType.Organization, V1.EntityType.Organization)]
    [InlineData(EntityType.Place, V1.EntityType.Place)]
    public void Types_are_sent_by_their_names(EntityType type, V1.EntityType sent) => Assert.Equal(sent, EntityReplies.From(type));

    [Fact]
    public void An_entity_has_its_counts_its_names_and_its_dates()
    {
        var card = new EntityCard(Jane, 2, 4, [new NameCount("Jane Roe", 3), new NameCount("Roe", 1)], new DateOnly(1987, 1, 2), null, 1);
        var sent = EntityReplies.From(card);
        Assert.Equal(("Jane Roe", 2L, 4L, "1987-01-02", "", 1L),
            (sent.Entity.Name, sent.Articles, sent.Mentions, sent.FirstDate, sent.LastDate, sent.Undated));
        Assert.Equal([("Jane Roe", 3L), ("Roe", 1L)], sent.Names.Select(name => (name.Name, name.Mentions)));

        var matches = EntityReplies.From(
            new EntityMatches(new RankedPage<EntityCard>([card], new RankingPlace(Generation, 0, 1), Generation), true), Tokens);
        Assert.Equal((true, 1, Generation.ToString()), (matches.Misspelt, matches.Entities.Count, matches.Generation));
        Assert.NotEmpty(matches.NextPageToken);
    }

    [Fact]
    public void Companions_have_the_figures_that_they_are_ranked_by()
    {
        var sent = Assert.Single(EntityReplies.From(
            new RankedPage<Cooccurrence>([new Cooccurrence(John, 3, 8, 2.5, 11.25)], null, Generation), Tokens).Cooccurrences);
        Assert.Equal(("John Roe", 3L, 8L, 2.5, 11.25), (sent.Entity.Name, sent.Together, sent.Articles, sent.Lift, sent.Significance));
    }

    private static readonly ListToken Tokens = new("List");

    private static HitPage PageOf(string headline, string body, HitMatches matches)
    {
        var article = new StoredArticle(new Article { Id = "1", Headline = headline, Body = body }, "", default, 1, "1");
        return new HitPage([new Hit("1", article, 0, []) { Matches = matches }], new HitTotal(4, 4, 1), null, Generation, []);
    }
}
