using Grpc.Core;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;
using EntityType = NewsIndex.Articles.EntityType;
using Mention = NewsIndex.Articles.Mention;
using PublishedDate = NewsIndex.Articles.PublishedDate;

namespace NewsSearch.Tests.Service;

/// <summary>Four articles: Jane Roe in the first two, John Roe in the third, a bare Roe in the fourth.</summary>
public sealed class EntityServiceTests : IAsyncLifetime
{
    private readonly RunningService service = new();

    private EntityService.EntityServiceClient Entities => new(service.Channel);

    private V1.SearchService.SearchServiceClient Search => new(service.Channel);

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await BuildAsync();
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                return (await Search.SearchAsync(new SearchRequest())).Total.Value == 4;
            }
            catch (RpcException)
            {
                return false;
            }
        });
    }

    public Task DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData("person:\"Jane Roe\"", "1,2")]
    [InlineData("person:\"Dr. Jane Q. Roe\"", "1,2")]
    [InlineData("person:Roe", "1,2,3,4")]
    [InlineData("person:=\"Roe\"", "2,4")]
    [InlineData("entity:\"Jane Roe\"", "1,2")]
    [InlineData("place:\"Jane Roe\"", "")]
    [InlineData("person:\"person:jane roe\"", "1,2")]
    [InlineData("person:\"Jane Roe\" NEAR/3 arrived", "1,2")]
    [InlineData("person:\"Jane Roe\" NEAR/2 place:\"United Kingdom\"", "")]
    [InlineData("person:\"Jane Roe\" NEAR/6 place:\"United Kingdom\"", "1")]
    [InlineData("(person:\"Jane Roe\" OR person:\"John Roe\") NEAR/3 (slept OR arrived)", "1,2,3")]
    public async Task Articles_are_found_by_the_entities_they_mention(string query, string ids) => Assert.Equal(ids, await IdsAsync(query));

    [Fact]
    public async Task The_reply_says_how_a_name_was_read()
    {
        var one = (await Search.SearchAsync(
            new SearchRequest { Entities = { new EntityFilter { Name = "UK", Type = V1.EntityType.Place } } })).Entities.Single();
        Assert.Equal(("UK", "Q145", "United Kingdom"), (one.Asked, one.Entity.Id, one.Entity.Name));
        var many = await Search.SearchAsync(new SearchRequest { Query = "person:Roe" });
        Assert.Null(many.Entities.Single().Entity);
        Assert.Equal(["Jane Roe", "John Roe"], many.Entities.Single().Candidates.Select(each => each.Name).Order());
        Assert.Contains("may be any of", many.Notices.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_about_someone_ranks_above_one_that_names_them_once() =>
        Assert.Equal("2", (await Search.SearchAsync(new SearchRequest { Query = "person:\"Jane Roe\"" })).Hits[0].Article.Id);

    [Fact]
    public async Task An_entity_is_described_found_by_prefix_and_by_a_misspelling_and_listed_by_sentence()
    {
        var jane = await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:jane roe" });
        Assert.Equal(("Jane Roe", 2, 4, "1987-01-01", "1987-02-01"),
            (jane.Entity.Name, (int)jane.Articles, (int)jane.Mentions, jane.FirstDate, jane.LastDate));
        Assert.Equal([("Jane Roe", 3L), ("Roe", 1L)], jane.Names.Select(name => (name.Name, name.Mentions)));

        var byPrefix = await Entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "ro" });
        Assert.Equal((false, "person:jane roe,person:john roe"),
            (byPrefix.Misspelt, string.Join(',', byPrefix.Entities.Select(each => each.Entity.Id))));
        var misspelt = await Entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "Jnae Roe" });
        Assert.Equal((true, "person:jane roe"), (misspelt.Misspelt, misspelt.Entities[0].Entity.Id));

        var mentions = await Entities.ListMentionsAsync(new ListMentionsRequest { Id = "person:jane roe", PageSize = 1 });
        Assert.Equal([("2", "Jane Roe arrived.", "Jane Roe"), ("2", "Roe left.", "Roe"),
            ("2", "Jane Roe will not come again.", "Jane Roe")],
            mentions.Mentions.Select(each => (each.Article.Id, each.Sentence, each.Sentence[each.Start..each.End])));
        Assert.Equal("1", (await Entities.ListMentionsAsync(
            new ListMentionsRequest { Id = "person:jane roe", PageSize = 1, PageToken = mentions.NextPageToken })).Mentions[0].Article.Id);
    }

    [Fact]
    public async Task Facets_and_a_timeline_count_what_the_query_finds()
    {
        var counts = await Search.AggregateAsync(
            new AggregateRequest { Query = "person:\"Jane Roe\"", Facets = { "person", "place" }, Timeline = "month" });
        Assert.Equal(2, counts.Total.Value);
        Assert.Equal([("person:jane roe", 2L)], counts.Facets[0].Values.Select(value => (value.Id, value.Articles)));
        Assert.Equal([("Q145", "United Kingdom", 1L)], counts.Facets[1].Values.Select(value => (value.Id, value.Name, value.Articles)));
        Assert.Equal([("1987-01", 1L), ("1987-02", 1L)], counts.Timeline.Buckets.Select(bucket => (bucket.Start, bucket.Articles)));
    }

    [Fact]
    public async Task A_merge_counts_at_once_survives_a_rebuild_and_can_be_undone()
    {
        var merge = await Entities.MergeEntitiesAsync(
            new MergeEntitiesRequest { From = Person("john roe"), Into = Person("jane roe"), Who = "desk", Why = "a test" });
        Assert.Equal("1,2,3", await IdsAsync("person:\"Jane Roe\""));
        Assert.Equal("1,2,3", await IdsAsync("person:\"John Roe\""));
        Assert.Equal("person:jane roe 3", await PersonFacetAsync());
        Assert.Equal(3, (await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:john roe" })).Articles);

        Directory.Delete(service.Index, recursive: true);
        await BuildAsync();
        await Eventually.TrueAsync(async () => await IdsOrNoneAsync("person:\"Jane Roe\"") == "1,2,3");

        await Entities.UndoCorrectionAsync(new UndoCorrectionRequest { Number = merge.Number, Who = "desk" });
        Assert.Equal("1,2", await IdsAsync("person:\"Jane Roe\""));
        Assert.Equal("person:jane roe 2, person:john roe 1", await PersonFacetAsync());
        Assert.Equal([false, true], (await Entities.ListCorrectionsAsync(new ListCorrectionsRequest()))
            .Corrections.Select(each => each.InForce));
    }

    [Fact]
    public async Task A_split_moves_the_mentions_by_some_names()
    {
        await Entities.SplitEntityAsync(
            new SplitEntityRequest { From = Person("jane roe"), Names = { "Roe" }, NewName = "Richard Roe", Who = "desk" });
        Assert.Equal("2", await IdsAsync("person:\"Richard Roe\""));
        Assert.Equal("1,2", await IdsAsync("person:\"Jane Roe\""));
        Assert.Equal("person:jane roe 2, person:john roe 1, person:richard roe 1", await PersonFacetAsync());
        Assert.Equal([("Jane Roe", 3L)], (await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:jane roe" }))
            .Names.Select(name => (name.Name, name.Mentions)));
    }

    [Fact]
    public async Task A_split_by_articles_parts_two_people_of_one_spelling()
    {
        await Entities.SplitEntityAsync(
            new SplitEntityRequest { From = Person("jane roe"), Articles = { "2" }, NewName = "Jane Roe (painter)", Who = "desk" });
        Assert.Equal("1", await IdsAsync("person:\"person:jane roe\""));
        Assert.Equal("2", await IdsAsync("person:\"Jane Roe (painter)\""));
        Assert.Equal("1,2,3,4", await IdsAsync("person:Roe"));
        Assert.Equal("person:jane roe 1, person:jane roe painter 1, person:john roe 1", await PersonFacetAsync());
        Assert.Equal("2", await IdsAsync("person:\"Jane Roe (painter)\" NEAR/3 arrived"));
        Assert.Equal("1", await IdsAsync("person:\"person:jane roe\" NEAR/3 arrived"));

        var painter = await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:jane roe painter" });
        Assert.Equal(("Jane Roe (painter)", 1, 3), (painter.Entity.Name, (int)painter.Articles, (int)painter.Mentions));
        Assert.Equal([("Jane Roe", 2L), ("Roe", 1L)], painter.Names.Select(name => (name.Name, name.Mentions)));
        Assert.Equal(1, (await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:jane roe" })).Mentions);
        var found = await Entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "jane" });
        Assert.Equal(["person:jane roe painter 3", "person:jane roe 1"],
            found.Entities.Select(each => $"{each.Entity.Id} {each.Mentions}"));
        var both = await Search.SearchAsync(new SearchRequest { Query = "person:\"Jane Roe\"" });
        Assert.Equal(["person:jane roe", "person:jane roe painter"], both.Entities.Single().Candidates.Select(each => each.Id).Order());
        var article = await new ArticleService.ArticleServiceClient(service.Channel).GetArticleAsync(new GetArticleRequest { Id = "2" });
        Assert.Equal(["person:jane roe painter"], article.Mentions.Select(mention => mention.Entity.Id).Distinct());
        Assert.Equal("every mention of person:jane roe in article 2 is Jane Roe (painter) (person:jane roe painter)",
            (await Entities.ListCorrectionsAsync(new ListCorrectionsRequest())).Corrections[0].Summary);
    }

    [Fact]
    public async Task A_split_by_name_and_article_takes_that_name_there_and_what_was_split_can_be_split_again()
    {
        await Entities.SplitEntityAsync(
            new SplitEntityRequest
            {
                From = Person("jane roe"),
                Names = { "Roe" },
                Articles = { "2" },
                NewName = "Richard Roe",
                Who = "desk"
            });
        Assert.Equal(("1,2", "2"), (await IdsAsync("person:\"Jane Roe\""), await IdsAsync("person:\"Richard Roe\"")));
        await Entities.SplitEntityAsync(
            new SplitEntityRequest { From = Person("richard roe"), Names = { "Roe" }, NewName = "Rachel Roe", Who = "desk" });
        Assert.Equal(("1,2", "2"), (await IdsAsync("person:\"Jane Roe\""), await IdsAsync("person:\"Rachel Roe\"")));
        Assert.Equal("person:jane roe 2, person:john roe 1, person:rachel roe 1", await PersonFacetAsync());
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.SplitEntityAsync(
                new SplitEntityRequest { From = Person("jane roe"), Articles = { "9" }, NewName = "X", Who = "desk" }))).StatusCode);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.SplitEntityAsync(
                new SplitEntityRequest { From = Person("jane roe"), NewName = "X", Who = "desk" }))).StatusCode);
    }

    [Fact]
    public async Task A_split_takes_the_names_of_what_was_merged_before_too()
    {
        await CorrectAsync("merge", "person:john roe", "person:jane roe");
        await Entities.SplitEntityAsync(
            new SplitEntityRequest { From = Person("jane roe"), Names = { "John Roe" }, NewName = "Jonathan Roe", Who = "desk" });
        Assert.Equal(("1,2", "3"), (await IdsAsync("person:\"Jane Roe\""), await IdsAsync("person:\"Jonathan Roe\"")));
        Assert.Equal("person:jane roe 2, person:jonathan roe 1", await PersonFacetAsync());
    }

    [Fact]
    public async Task What_is_hidden_of_one_entity_is_not_hidden_of_another_that_it_is_merged_into()
    {
        await CorrectAsync("hide", "person:john roe", "3");
        Assert.Equal("", await IdsAsync("person:\"John Roe\""));
        await CorrectAsync("hide", "person:jane roe", "1");
        await CorrectAsync("undo", "", "1");
        await CorrectAsync("merge", "person:jane roe", "person:john roe");
        Assert.Equal("2,3", await IdsAsync("person:\"John Roe\""));
        Assert.Equal("person:john roe 2", await PersonFacetAsync());
    }

    [Theory]
    [InlineData("person:\"Janet Poe\"")]
    [InlineData("person:\"Dr. Janet Q. Poe\"")]
    [InlineData("person:Poe")]
    [InlineData("person:\"Jane Roe\"")]
    public async Task An_entity_is_found_by_the_name_that_a_correction_gave_it(string query)
    {
        await CorrectAsync("rename", "person:jane roe", "Janet Poe");
        Assert.Equal("1,2", await IdsAsync(query));
        foreach (var typed in (string[])["jan", "poe", "janet p", "Janet Peo"])
        {
            var found = await Entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = typed });
            Assert.Equal(("person:jane roe", "Janet Poe", 4),
                (found.Entities[0].Entity.Id, found.Entities[0].Entity.Name, found.Entities[0].Mentions));
        }
    }

    [Fact]
    public async Task A_hidden_mention_is_neither_found_nor_counted_and_a_new_name_is_shown()
    {
        await Entities.HideMentionAsync(new HideMentionRequest { Entity = Person("jane roe"), ArticleId = "2", Who = "desk" });
        await Entities.RenameEntityAsync(new RenameEntityRequest { Entity = Person("jane roe"), Name = "Jane Q. Roe", Who = "desk" });
        Assert.Equal("1", await IdsAsync("person:\"Jane Roe\""));
        Assert.Equal("person:jane roe 1, person:john roe 1", await PersonFacetAsync());
        Assert.Equal("Jane Q. Roe", (await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:jane roe" })).Entity.Name);
        var article = await new ArticleService.ArticleServiceClient(service.Channel).GetArticleAsync(new GetArticleRequest { Id = "2" });
        Assert.DoesNotContain(article.Mentions, mention => mention.Entity.Id == "person:jane roe");
    }

    [Fact]
    public async Task What_is_not_there_is_said_so()
    {
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:no one" }))).StatusCode);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.GetEntityAsync(new GetEntityRequest { Id = "nonsense" }))).StatusCode);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.UndoCorrectionAsync(new UndoCorrectionRequest { Number = 7, Who = "me" }))).StatusCode);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.MergeEntitiesAsync(new MergeEntitiesRequest { From = Person("a"), Into = Person("b") }))).StatusCode);
    }

    [Theory]
    [InlineData("merge", "person:no one", "person:jane roe", StatusCode.NotFound, "ENTITY_NOT_FOUND")]
    [InlineData("merge", "person:jane roe", "person:no one", StatusCode.NotFound, "ENTITY_NOT_FOUND")]
    [InlineData("merge", "person:jane roe", "Q145", StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE")]
    [InlineData("merge", "person:jane roe", "person:jane roe", StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE")]
    [InlineData("split", "person:no one", "Jane", StatusCode.NotFound, "ENTITY_NOT_FOUND")]
    [InlineData("split", "person:jane roe", "Jane Roe", StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE")]
    [InlineData("rename", "person:no one", "Jane", StatusCode.NotFound, "ENTITY_NOT_FOUND")]
    [InlineData("rename", "person:jane roe", " ", StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE")]
    [InlineData("hide", "person:no one", "1", StatusCode.NotFound, "ENTITY_NOT_FOUND")]
    [InlineData("hide", "person:jane roe", "9", StatusCode.NotFound, "ARTICLE_NOT_FOUND")]
    [InlineData("undo", "", "1", StatusCode.NotFound, "CORRECTION_NOT_FOUND")]
    public async Task A_correction_that_would_do_nothing_is_refused(string kind, string entity, string value, StatusCode code,
        string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => CorrectAsync(kind, entity, value));
        Assert.Equal((code, reason), (refused.StatusCode, ReasonOf(refused)));
        Assert.Empty((await Entities.ListCorrectionsAsync(new ListCorrectionsRequest())).Corrections);
    }

    [Theory]
    [InlineData("merge", 600, 1, 1)]
    [InlineData("rename", 1, 201, 1)]
    [InlineData("hide", 1, 600, 1)]
    [InlineData("split", 1, 1, 101)]
    [InlineData("split", 1, 201, 1)]
    [InlineData("split", 600, 1, 1)]
    public async Task Fields_of_corrections_have_lengths(string kind, int idLength, int valueLength, int names)
    {
        var id = idLength == 1 ? "person:jane roe" : $"person:{new string('x', idLength)}";
        var refused = await Assert.ThrowsAsync<RpcException>(() => CorrectAsync(kind, id, new string('y', valueLength), names));
        Assert.Equal((StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE"), (refused.StatusCode, ReasonOf(refused)));
        Assert.True(refused.Status.Detail.Length < 500);
    }

    [Fact]
    public async Task What_was_undone_cannot_be_undone_again_and_an_undo_that_is_undone_restores()
    {
        await CorrectAsync("merge", "person:john roe", "person:jane roe");
        await CorrectAsync("undo", "", "1");
        var again = await Assert.ThrowsAsync<RpcException>(() => CorrectAsync("undo", "", "1"));
        Assert.Equal((StatusCode.FailedPrecondition, "CORRECTION_ALREADY_UNDONE"), (again.StatusCode, ReasonOf(again)));
        await CorrectAsync("undo", "", "2");
        Assert.Equal("1,2,3", await IdsAsync("person:\"Jane Roe\""));
        Assert.Equal([true, false, true],
            (await Entities.ListCorrectionsAsync(new ListCorrectionsRequest())).Corrections.Select(each => each.InForce));
    }

    [Fact]
    public async Task A_merge_that_is_made_again_and_restored_stops_nothing_now_or_after_a_restart()
    {
        await CorrectAsync("merge", "person:john roe", "person:jane roe");
        await CorrectAsync("undo", "", "1");
        await CorrectAsync("merge", "person:john roe", "person:jane roe");
        await CorrectAsync("undo", "", "2");
        await service.RestartAsync();
        Assert.Equal("1,2,3", await IdsAsync("person:\"Jane Roe\""));
        var third = (await Entities.ListCorrectionsAsync(new ListCorrectionsRequest())).Corrections[2];
        Assert.Equal((false, "It has no effect: person:john roe and person:jane roe are one entity without it."),
            (third.InForce, third.Note));
    }

    [Fact]
    public async Task Of_four_identical_merges_at_once_one_is_made()
    {
        var merges = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await CorrectAsync("merge", "person:john roe", "person:jane roe");
                return StatusCode.OK;
            }
            catch (RpcException e)
            {
                return e.StatusCode;
            }
        }));
        Assert.Equal([StatusCode.OK, StatusCode.InvalidArgument, StatusCode.InvalidArgument, StatusCode.InvalidArgument], merges.Order());
        Assert.Equal("1,2,3", await IdsAsync("person:\"Jane Roe\""));
    }

    [Fact]
    public async Task A_damaged_line_makes_every_search_and_readyz_unavailable_until_it_is_repaired()
    {
        await CorrectAsync("merge", "person:john roe", "person:jane roe");
        var good = await File.ReadAllTextAsync(CorrectionLog.PathFor(service.Index));
        await File.AppendAllTextAsync(CorrectionLog.PathFor(service.Index), "{\"number\":2,{\n");
        await service.RestartAsync();
        for (var time = 0; time < 2; time++)
        {
            var failure = await Assert.ThrowsAsync<RpcException>(() => IdsAsync("person:\"Jane Roe\""));
            Assert.Equal((StatusCode.Unavailable, "CORRECTIONS_UNAVAILABLE"), (failure.StatusCode, ReasonOf(failure)));
            Assert.Contains("line 2 of index-corrections.jsonl", failure.Status.Detail, StringComparison.Ordinal);
            Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => CorrectAsync("undo", "", "1"))).StatusCode);
        }

        var ready = await service.Http.GetAsync("readyz");
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("line 2 of index-corrections.jsonl", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(CorrectionLog.PathFor(service.Index), good);
        await Eventually.TrueAsync(async () => await IdsOrNoneAsync("person:\"Jane Roe\"") == "1,2,3");
    }

    [Fact]
    public async Task Where_nothing_can_be_written_corrections_and_pins_say_so()
    {
        // Folders where the locks should be: denied to everyone, whatever their rights.
        Directory.CreateDirectory(CorrectionLog.PathFor(service.Index) + ".lock");
        File.Delete(Path.Combine(service.Index, ".pins.lock"));
        Directory.CreateDirectory(Path.Combine(service.Index, ".pins.lock"));
        var correction = await Assert.ThrowsAsync<RpcException>(() => CorrectAsync("merge", "person:john roe", "person:jane roe"));
        Assert.Equal((StatusCode.FailedPrecondition, "CORRECTIONS_READ_ONLY"), (correction.StatusCode, ReasonOf(correction)));
        var pin = await Assert.ThrowsAsync<RpcException>(async () => await new IndexService.IndexServiceClient(service.Channel)
            .PinGenerationAsync(new PinGenerationRequest()));
        Assert.Equal((StatusCode.FailedPrecondition, "INDEX_READ_ONLY"), (pin.StatusCode, ReasonOf(pin)));
        Assert.All([correction, pin],
            failure => Assert.DoesNotContain(Path.GetTempPath(), failure.Status.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("v1/entities:search?name=roe", "Jane Roe")]
    [InlineData("v1/entities/person:jane%20roe", "\"articles\":2")]
    [InlineData("v1/entities/person:jane%20roe/mentions", "Roe left.")]
    [InlineData("v1/entities/Q145", "United Kingdom")]
    [InlineData("v1/corrections", "{")]
    public async Task Entities_have_a_REST_form(string path, string expected) =>
        Assert.Contains(expected, (await service.Http.GetStringAsync(path)).Replace("\": ", "\":", StringComparison.Ordinal),
            StringComparison.Ordinal);

    private async Task CorrectAsync(string kind, string entity, string value, int names = 1)
    {
        var its = new Entity { Id = entity };
        _ = kind switch
        {
            "merge" => await Entities.MergeEntitiesAsync(
                new MergeEntitiesRequest { From = its, Into = new Entity { Id = value }, Who = "desk" }),
            "split" => await Entities.SplitEntityAsync(
                new SplitEntityRequest
                {
                    From = its,
                    Names = { Enumerable.Range(0, names).Select(i => $"Roe {i}") },
                    NewName = value,
                    Who = "desk"
                }),
            "rename" => await Entities.RenameEntityAsync(new RenameEntityRequest { Entity = its, Name = value, Who = "desk" }),
            "hide" => await Entities.HideMentionAsync(new HideMentionRequest { Entity = its, ArticleId = value, Who = "desk" }),
            _ => await Entities.UndoCorrectionAsync(
                new UndoCorrectionRequest { Number = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Who = "desk" }),
        };
    }

    private static string ReasonOf(RpcException failure) => failure.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>().Reason;

    private static Entity Person(string key) => new() { Id = $"person:{key}" };

    private async Task BuildAsync()
    {
        await using var writer = NewsIndexServices.OpenWriter(
            new NewsIndexOptions { Directory = service.Index }, TimeProvider.System, Names);
        await writer.WriteAsync(
            [
                Dated("1", "1987-01-01", "Jane Roe arrived from the United Kingdom to see the works."),
                Dated("2", "1987-02-01", "Jane Roe arrived. Roe left. Jane Roe will not come again."),
                Dated("3", "1987-02-01", "John Roe slept."),
                Dated("4", "1987-03-01", "Roe spoke of the weather."),
            ],
            CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    /// <summary>A recogniser that knows four names.</summary>
    private static IReadOnlyList<Mention> Names(Article article) =>
        [.. System.Text.RegularExpressions.Regex.Matches(article.Body, "(Jane |John )?Roe|United Kingdom").Select(match =>
            new Mention(match.Value.StartsWith('U') ? EntityType.Place : EntityType.Person, match.Value, MentionZone.Body, match.Index,
                match.Index + match.Length))];

    private static Article Dated(string id, string date, string body) => new()
    {
        Id = id,
        Body = body,
        Language = "en",
        Published = new PublishedDate(PartialDate.TryParse(date, out var parsed) ? parsed : null, null, DateProvenance.Metadata),
    };

    private async Task<string> IdsAsync(string query) =>
        string.Join(',', (await Search.SearchAsync(new SearchRequest { Query = query })).Hits.Select(hit => hit.Article.Id).Order());

    private async Task<string> IdsOrNoneAsync(string query)
    {
        try
        {
            return await IdsAsync(query);
        }
        catch (RpcException)
        {
            return "";
        }
    }

    private async Task<string> PersonFacetAsync() =>
        string.Join(", ", (await Search.AggregateAsync(new AggregateRequest { Facets = { "person" } })).Facets[0]
            .Values.Select(value => $"{value.Id} {value.Articles}"));
}
