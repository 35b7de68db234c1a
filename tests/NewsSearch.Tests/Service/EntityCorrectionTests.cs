using Grpc.Core;
using NewsIndex.Entities;
using NewsSearch.V1;

namespace NewsSearch.Tests.Service;

/// <summary>Merges, new names, hidden mentions and undoing; what is refused, and a log that cannot be read or written.</summary>
public sealed class EntityCorrectionTests : RoeArchive
{
    [Fact]
    public async Task A_merge_counts_at_once_survives_a_rebuild_and_can_be_undone()
    {
        var merge = await Entities.MergeEntitiesAsync(
            new MergeEntitiesRequest { From = Person("john roe"), Into = Person("jane roe"), Who = "desk", Why = "a test" });
        Assert.Equal("1,2,3", await IdsAsync("person:\"Jane Roe\""));
        Assert.Equal("1,2,3", await IdsAsync("person:\"John Roe\""));
        Assert.Equal("person:jane roe 3", await PersonFacetAsync());
        Assert.Equal(3, (await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:john roe" })).Articles);

        Directory.Delete(Service.Index, recursive: true);
        await BuildAsync();
        await Eventually.TrueAsync(async () => await IdsOrNoneAsync("person:\"Jane Roe\"") == "1,2,3");

        await Entities.UndoCorrectionAsync(new UndoCorrectionRequest { Number = merge.Number, Who = "desk" });
        Assert.Equal("1,2", await IdsAsync("person:\"Jane Roe\""));
        Assert.Equal("person:jane roe 2, person:john roe 1", await PersonFacetAsync());
        Assert.Equal([false, true], (await Entities.ListCorrectionsAsync(new ListCorrectionsRequest()))
            .Corrections.Select(each => each.InForce));
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
        var article = await new ArticleService.ArticleServiceClient(Service.Channel).GetArticleAsync(new GetArticleRequest { Id = "2" });
        Assert.DoesNotContain(article.Mentions, mention => mention.Entity.Id == "person:jane roe");
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
        await Service.RestartAsync();
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
        var good = await File.ReadAllTextAsync(CorrectionLog.PathFor(Service.Index));
        await File.AppendAllTextAsync(CorrectionLog.PathFor(Service.Index), "{\"number\":2,{\n");
        await Service.RestartAsync();
        for (var time = 0; time < 2; time++)
        {
            var failure = await Assert.ThrowsAsync<RpcException>(() => IdsAsync("person:\"Jane Roe\""));
            Assert.Equal((StatusCode.Unavailable, "CORRECTIONS_UNAVAILABLE"), (failure.StatusCode, ReasonOf(failure)));
            Assert.Contains("line 2 of index-corrections.jsonl", failure.Status.Detail, StringComparison.Ordinal);
            Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => CorrectAsync("undo", "", "1"))).StatusCode);
        }

        var ready = await Service.Http.GetAsync("readyz");
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("line 2 of index-corrections.jsonl", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(CorrectionLog.PathFor(Service.Index), good);
        await Eventually.TrueAsync(async () => await IdsOrNoneAsync("person:\"Jane Roe\"") == "1,2,3");
    }

    [Fact]
    public async Task Where_nothing_can_be_written_corrections_and_pins_say_so()
    {
        // Folders where the locks should be: denied to everyone, whatever their rights.
        Directory.CreateDirectory(CorrectionLog.PathFor(Service.Index) + ".lock");
        File.Delete(Path.Combine(Service.Index, ".pins.lock"));
        Directory.CreateDirectory(Path.Combine(Service.Index, ".pins.lock"));
        var correction = await Assert.ThrowsAsync<RpcException>(() => CorrectAsync("merge", "person:john roe", "person:jane roe"));
        Assert.Equal((StatusCode.FailedPrecondition, "CORRECTIONS_READ_ONLY"), (correction.StatusCode, ReasonOf(correction)));
        var pin = await Assert.ThrowsAsync<RpcException>(async () => await new IndexService.IndexServiceClient(Service.Channel)
            .PinGenerationAsync(new PinGenerationRequest()));
        Assert.Equal((StatusCode.FailedPrecondition, "INDEX_READ_ONLY"), (pin.StatusCode, ReasonOf(pin)));
        Assert.All([correction, pin],
            failure => Assert.DoesNotContain(Path.GetTempPath(), failure.Status.Detail, StringComparison.Ordinal));
    }
}
