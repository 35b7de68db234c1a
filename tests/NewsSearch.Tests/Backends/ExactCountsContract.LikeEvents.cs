using NewsIndex.Articles;

namespace NewsSearch.Tests.Backends;

/// <content>Of two like events, the one that was named ranks higher, however much more the other says about such events.</content>
public abstract partial class ExactCountsContract
{
    private static readonly Article[] LikeEvents =
    [
        Event("fire-surrey", "Food store in Surrey gutted",
            "A fire destroyed a supermarket in Surrey overnight. Nobody was hurt."),
        Event("fire-wellington", "Supermarket fire: crews fight flames",
            "Fire crews fought a fire at a supermarket in Wellington. The fire "
            + "spread from the store to a warehouse, and firefighters pumped water onto the flames until the fire was out."),
        Event("fire-school", "School fire", "A fire at a school was put out by firefighters before the flames spread."),
        Event("sugar-cuba", "Cuban harvest late",
            "Cuban mills began the sugar harvest three weeks late because of rain."),
        Event("sugar-china", "Sugar harvest in China lifts sugar output",
            "China expects a sugar harvest of record size. Sugar mills in "
            + "the south crush cane day and night, and sugar stocks and sugar prices follow the harvest."),
        Event("sugar-price", "Sugar prices", "World sugar prices rose on news of smaller harvests of cane and beet."),
        Event("quake-qeshm", "Tremor shakes Qeshm",
            "An earthquake shook the island of Qeshm. Five people were injured."),
        Event("quake-lombok", "Earthquake: island villages damaged, hundreds injured",
            "A strong earthquake hit the island of Lombok. The "
            + "earthquake injured hundreds, and aftershocks of the earthquake damaged villages all over the island."),
        Event("quake-drill", "Earthquake drill", "Schools on the island held an earthquake drill; nobody was injured."),
        Event("trade-china", "China trade gap grows",
            "The deficit that China runs in trade has grown, figures of foreign sales show."),
        Event("trade-brazil", "Foreign debt, trade deficit worry bankers",
            "Brazil has a trade deficit and a foreign debt. The "
            + "trade deficit widened, and bankers said that a foreign debt beside a trade deficit of that size cannot last."),
        Event("trade-talks", "Foreign trade talks",
            "Ministers opened talks about foreign trade and a deficit in services."),
        Event("rate-bundesbank", "Bundesbank surprises markets",
            "The Bundesbank lowered its discount rate by half a point."),
        Event("rate-fed", "Discount rate cut: Fed lowers discount rate",
            "The Federal Reserve cut its discount rate. A lower discount rate "
            + "makes loans to banks cheaper; the discount rate was last cut in spring."),
        Event("rate-stores", "Discount stores", "Discount stores grew at a rate of nine per cent."),
        Event("game-jaguars", "Late field goal lifts Jaguars",
            "The Colts lost to the Jaguars by a field goal in the last minute of the game."),
        Event("game-chiefs", "Colts beat Chiefs in playoff game",
            "The Colts won the game against the Chiefs. The Colts scored three times "
            + "in the second half of the game, and the quarterback of the Colts threw for four touchdowns."),
        Event("game-tickets", "Game tickets", "Tickets for the game were sold within an hour."),
        Event("wheat-china", "Grain ships leave for China", "Ships took wheat to China after sales of two cargoes."),
        Event("wheat-egypt", "Wheat sales to Egypt",
            "Wheat sales to Egypt rose. Exporters report wheat sales of a million tonnes, and more "
            + "wheat sales are expected before the harvest."),
        Event("wheat-seed", "Wheat seed", "Sales of wheat seed were slow."),
    ];

    [Theory]
    [InlineData("fire at supermarket in Surrey", "fire-surrey")]
    [InlineData("fire at supermarket in Wellington", "fire-wellington")]
    [InlineData("Cuban sugar harvest", "sugar-cuba")]
    [InlineData("Chinese sugar harvest China", "sugar-china")]
    [InlineData("earthquake island Qeshm injured", "quake-qeshm")]
    [InlineData("earthquake island Lombok injured", "quake-lombok")]
    [InlineData("China foreign trade deficit", "trade-china")]
    [InlineData("Brazil foreign trade deficit", "trade-brazil")]
    [InlineData("Bundesbank discount rate", "rate-bundesbank")]
    [InlineData("Federal Reserve discount rate", "rate-fed")]
    [InlineData("Colts Jaguars game", "game-jaguars")]
    [InlineData("Colts Chiefs game", "game-chiefs")]
    [InlineData("wheat sales to China", "wheat-china")]
    [InlineData("wheat sales to Egypt", "wheat-egypt")]
    public async Task Of_two_like_events_the_one_that_was_named_comes_first(string typed, string first)
    {
        await WriteAsync([.. LikeEvents, .. OtherNews()]);
        var optional = string.Join(" OR ", typed.Split(' ').Where(word => word is not ("at" or "in" or "to")));
        Assert.Equal(first, (await IdsAsync(optional))[0]);
    }

    /// <summary>Other news with the general words of the events, so that a name is as rare beside them as in an archive.</summary>
    private static IEnumerable<Article> OtherNews()
    {
        string[] general = ["fire", "supermarket", "sugar", "harvest", "earthquake", "island", "foreign", "trade", "deficit",
            "discount", "rate", "game", "wheat", "sales", "injured"];
        return Enumerable.Range(0, 60).Select(i => Event(
            $"other-{i:D2}", $"Notes of the week {i}",
            $"The {general[i % general.Length]} was in the news, and so was the {general[((i * 4) + 1) % general.Length]}, in town {i}."));
    }

    private static Article Event(string id, string headline, string body) =>
        new() { Id = id, Headline = headline, Body = body, Language = "en" };
}
