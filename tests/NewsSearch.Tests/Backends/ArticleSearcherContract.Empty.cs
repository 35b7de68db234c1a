using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Backends;

/// <content>Why a query found nothing.</content>
public abstract partial class ArticleSearcherContract
{
    [Theory]
    [InlineData("tv switchover", "tv 30/0, switchover 0/30", "switchover")]
    [InlineData("tv switchover blorb", "tv 30/0, switchover 0/0, blorb 0/0", "switchover, blorb")]
    [InlineData("trump tariffs", "trump 2/5, tariffs 5/2", "")]
    [InlineData("tv AND (switchover OR blorb)", "tv 30/0, (switchover OR blorb) 0/30", "switchover, blorb")]
    [InlineData("\"digital switchover\" tv", "\"digital switchover\" 0/30, tv 30/0", "switchover")]
    [InlineData("\"tv digital\" oil", "\"tv digital\" 0/0, oil 0/0", "\"tv digital\", oil")]
    [InlineData("headline:tariffs trump", "headline:tariffs 0/2, trump 2/0", "headline:tariffs")]
    [InlineData("tariffs date:1990", "tariffs 5/0, date:1990 0/5", "date:1990")]
    [InlineData("tariffs date:2024-01", "tariffs 5/32, date:2024-01 32/5", "")]
    [InlineData("tariffs source:Gazette", "tariffs 5/0, source:\"Gazette\" 0/5", "source:\"Gazette\"")]
    [InlineData("digital -tv", "digital 30/7, NOT tv 7/30", "")]
    [InlineData("the trump of tariffs", "trump 2/5, tariffs 5/2", "")]
    [InlineData("switchover", "switchover 0/37", "switchover")]
    [InlineData("\"trump digital\"~3 NEAR/2 tv", "\"trump digital\"~3 NEAR/2 tv 0/37", "\"trump digital\"~3")]
    [InlineData("tv dup:first switchover", "tv 30/0, switchover 0/30", "switchover")]
    [InlineData("switchover^2 ANDMAYBE tv", "switchover^2 0/37", "switchover")]
    public async Task Nothing_found_is_counted_clause_by_clause(string typed, string clauses, string missing)
    {
        await WriteWirelessAsync();
        var empty = await EmptyAsync(typed);
        Assert.Equal(clauses, string.Join(", ", empty.Clauses.Select(clause => $"{clause.Text} {clause.Alone}/{clause.Without}")));
        Assert.Equal(missing, string.Join(", ", empty.Missing));
    }

    [Theory]
    [InlineData("tv switchover", "LeftOut tv 30")]
    [InlineData("tv swithcover digital", "LeftOut tv AND digital 30, Widened tv OR swithcover OR digital 30")]
    [InlineData("trump tarifs policy", "LeftOut trump AND policy 2, Widened trump OR tarifs OR policy 2")]
    [InlineData("digitl tv", "Spelling digital AND tv 30, LeftOut tv 30")]
    [InlineData("\"digitl tv\"", "Spelling \"digital tv\" 30")]
    [InlineData("digitl", "Spelling digital 30")]
    [InlineData("exact:\"digitl tv\"", "Spelling exact:\"digital tv\" 30")]
    [InlineData("exact:\"Digitl\"", "")]
    [InlineData("\"tv digital\"", "Widened tv AND digital 30")]
    [InlineData("headline:digital", "Widened digital 30")]
    [InlineData("digital PRE/1 sets", "Widened digital AND sets 30")]
    [InlineData("exact:\"DIGITAL\"", "Widened DIGITAL 30")]
    [InlineData("source:Currier tv", "Widened source:\"Courier\" AND tv 30, LeftOut tv 30")]
    [InlineData("person:\"Jane Rowe\" trump", "Widened person:~\"Jane Rowe\" AND trump 2, LeftOut trump 2")]
    [InlineData("tariffs date:2024-01", "LeftOut tariffs 5")]
    [InlineData("trump tariffs tv date:2024", "LeftOut trump AND date:2024 2, Widened (trump OR tariffs OR tv) AND date:2024 37")]
    [InlineData("what did trump say of tariffs", "LeftOut trump 2, Widened what OR did OR trump OR say OR tariffs 7")]
    [InlineData("tv switchover blorb", "LeftOut tv 30, Widened tv OR switchover OR blorb 30")]
    [InlineData("dup:first tv switchover", "LeftOut dup:first AND tv 30")]
    [InlineData("the tv and the switchover", "LeftOut tv 30")]
    [InlineData("the tv of digitl", "Spelling the AND tv AND of AND digital 30, LeftOut tv 30")]
    [InlineData("the switchover", "")]
    [InlineData("switchover date:2024", "")]
    public async Task Nothing_found_leads_to_queries_that_find_something(string typed, string alternatives)
    {
        await WriteWirelessAsync();
        var found = (await EmptyAsync(typed)).Alternatives;
        Assert.Equal(alternatives, string.Join(", ", found.Select(each => $"{each.Change} {each.Query} {each.Articles}")));
        foreach (var each in found)
            Assert.Equal(each.Articles, (await SearchAsync(each.Query)).Total.Articles);
    }

    [Theory]
    [InlineData("tv switchover", "No article matches switchover. Without switchover: 30 articles.")]
    [InlineData("trump tariffs",
        "No article matches all parts of the query together. Without trump: 5 articles. Without tariffs: 2 articles.")]
    [InlineData("tariffs date:2024-01", "No article matches all parts of the query together. Without date:2024-01: 5 articles.")]
    [InlineData(
        "tv swithcover digital",
        "No article matches swithcover. Without swithcover: 30 articles. "
        + "With any of the words, (tv OR swithcover OR digital): 30 articles.")]
    [InlineData("\"tv digital\"", "No article matches \"tv digital\". With (tv AND digital) instead of \"tv digital\": 30 articles.")]
    [InlineData("tv aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "No article matches aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…. Without "
        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…: 30 articles.")]
    [InlineData("switchover", "No article matches switchover.")]
    [InlineData("author:Smith", "No article matches author:\"Smith\".")]
    public async Task Nothing_found_is_said_in_a_sentence(string typed, string? notice)
    {
        await WriteWirelessAsync();
        Assert.Equal(notice, (await EmptyAsync(typed)).Notice);
    }

    [Theory]
    [InlineData(
        "author:smith", "No article matches author:\"smith\". With author:\"John A. Smith\" instead of author:\"smith\": 2 articles.")]
    [InlineData(
        "author:\"Smith, A.\"",
        "No article matches author:\"Smith, A.\". With author:\"John A. Smith\" instead of author:\"Smith, A.\": 2 articles.")]
    [InlineData("tag:energy", "No article matches tag:\"energy\". With tag:\"Energy policy\" instead of tag:\"energy\": 1 article.")]
    [InlineData("author:smi", "No article matches author:\"smi\".")]
    public async Task Some_words_of_a_label_lead_to_the_label(string typed, string notice)
    {
        await WriteAsync(
            new Article { Id = "1", Body = "fog", Authors = ["John A. Smith"], Tags = ["Energy policy"] },
            new Article { Id = "2", Body = "fog", Authors = ["Smith, John A."] },
            new Article { Id = "3", Body = "fog", Authors = ["Nils Smith"] });
        Assert.Equal(notice, (await EmptyAsync(typed)).Notice);
    }

    [Theory]
    [InlineData("source:BBC", "No article matches source:\"BBC\". With source:\"BBC Sport\" instead of source:\"BBC\": 2 articles.")]
    [InlineData("ice source:BBC", "No article matches source:\"BBC\". With source:\"BBC News\" instead of source:\"BBC\": 1 article. "
        + "Without source:\"BBC\": 1 article.")]
    [InlineData("source:AP", "No article matches source:\"AP\". With source:\"Associated Press\" instead of source:\"AP\": 1 article.")]
    [InlineData("source:\"BBC News Online\"",
        "No article matches source:\"BBC News Online\". With source:\"BBC News\" instead of source:\"BBC News Online\": 1 article.")]
    [InlineData("source:\"Asociated Press\"",
        "No article matches source:\"Asociated Press\". "
        + "With source:\"Associated Press\" instead of source:\"Asociated Press\": 1 article.")]
    [InlineData("tag:enregy", "No article matches tag:\"enregy\". With tag:\"energy\" instead of tag:\"enregy\": 1 article.")]
    [InlineData("source:Courier", "No article matches source:\"Courier\".")]
    public async Task A_label_of_no_article_leads_to_similar_labels(string typed, string notice)
    {
        await WriteAsync(
            new Article { Id = "1", Body = "fog", Source = "BBC Sport" },
            new Article { Id = "2", Body = "rain", Source = "BBC Sport", Tags = ["energy"] },
            new Article { Id = "3", Body = "ice", Source = "BBC News" },
            new Article { Id = "4", Body = "fog", Source = "Associated Press" });
        Assert.Equal(notice, (await EmptyAsync(typed)).Notice);
    }

    [Fact]
    public async Task A_stop_word_of_one_language_is_left_out_of_all_counts()
    {
        await WriteAsync(
            Body("1", "fire in the north"), Body("2", "storm in the south"), Body("3", "calm in the east"),
            new Article { Id = "4", Body = "Oulu in, Turku out", Language = "fi" },
            new Article { Id = "5", Body = "Oulu voitti", Language = "fi" });
        var empty = await EmptyAsync("fire in oulu");
        Assert.Equal([new ClauseCount("fire", 1, 2), new ClauseCount("oulu", 2, 1)], empty.Clauses);
        Assert.Equal(["fire -> oulu 2", "oulu -> fire 1"],
            empty.Alternatives.Where(each => each.Change == AlternativeChange.LeftOut)
                .Select(each => $"{each.Clauses[0]} -> {each.Query} {each.Articles}"));
    }

    [Fact]
    public async Task Only_a_first_page_without_hits_is_explained()
    {
        await WriteWirelessAsync();
        Assert.Null((await SearchAsync("tv")).Empty);
        Assert.Null((await SearchAsync($"tv since:{await GenerationAsync()}")).Empty);
        await using var searcher = OpenSearcher();
        var counted =
            await searcher.AggregateAsync(
            new AggregatePlan { Query = Plan("tv switchover").Query, Selections = [new FacetSelection(FacetField.Source, ["Courier"])] },
            CancellationToken.None);
        Assert.Equal("No article matches switchover. Without switchover: 30 articles.", counted.Empty!.Notice);
        Assert.Null((await searcher.AggregateAsync(new AggregatePlan { Query = Plan("tv").Query }, CancellationToken.None)).Empty);
        Assert.Null(
            (await searcher.AggregateAsync(new AggregatePlan { Query = Plan("tv dup:first").Query }, CancellationToken.None)).Empty);
    }

    [Fact]
    public async Task A_rare_word_that_is_right_is_kept_beside_one_that_is_wrong()
    {
        // "harbort" is one letter from "harbors", which is frequent and never beside "dredging".
        await WriteAsync(
            [.. Enumerable.Range(0, 30).Select(i => Body($"h{i}", "harbors of the north")), Body("d", "harbort dredging began"),
            Body("e", "harbort dredging ended")]);
        Assert.Equal(new SpellingCorrection("harbort AND dredging", 2), await CorrectionAsync("harbort dredgign"));
        async Task<SpellingCorrection?> CorrectionAsync(string typed)
        {
            await using var searcher = OpenSearcher();
            return (await searcher.SuggestAsync(typed, QueryReader.Read(typed).Query, 1, CancellationToken.None)).Correction;
        }
    }

    private Task<IReadOnlyList<WriteOutcome>> WriteWirelessAsync() => WriteAsync(
    [
        .. Enumerable.Range(0, 30).Select(i => Dated($"tv{i}", "2024-01") with { Body = "digital tv sets", Source = "Courier" }),
        .. Enumerable.Range(0, 2)
            .Select(i => Dated($"trump{i}", "2024-01-10") with { Body = "trump on policy",
            Entities = [new NamedEntity("Jane Roe", EntityType.Person)] }),
        .. Enumerable.Range(0, 5).Select(i => Dated($"tariffs{i}", "2024-02") with { Body = "tariffs rise" }),
    ]);

    private async Task<EmptyResult> EmptyAsync(string typed)
    {
        var page = await SearchAsync(typed);
        Assert.Equal(0, page.Total.Articles);
        return page.Empty!;
    }
}
