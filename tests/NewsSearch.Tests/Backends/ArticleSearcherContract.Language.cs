namespace NewsSearch.Tests.Backends;

/// <content>What each operator of the language finds.</content>
public abstract partial class ArticleSearcherContract
{
    [Theory]
    [InlineData("storm", "storm hits coast", "calm sea")]
    [InlineData("storms", "storm hits coast", "calm sea")]
    [InlineData("STORM coast", "storm hits coast", "storm hits city")]
    [InlineData("\"hits coast\"", "storm hits coast", "coast hits back")]
    [InlineData("storm -florida", "storm hits coast", "storm hits florida")]
    [InlineData("flood OR fire", "a fire", "a storm")]
    [InlineData("(flood OR fire) AND night", "a fire at night", "a fire at noon")]
    [InlineData("NOT storm", "calm sea", "storm hits coast")]
    [InlineData("stor*", "storm hits coast", "stir crazy")]
    [InlineData("st?rm", "storm hits coast", "stream of news")]
    [InlineData("*orm", "storm hits coast", "ormond")]
    [InlineData("studies*", "two studies", "to study")]
    [InlineData("well-being", "the well-being of all", "being well")]
    [InlineData("\"to be or not to be\"", "to be or not to be", "being is not to have")]
    [InlineData("the storm", "storm", "the sea")]
    [InlineData("storm ANDMAYBE coast", "storm", "coast")]
    [InlineData("storm NEAR/2 coast", "coast and storm", "storm hits the coast")]
    [InlineData("storms NEAR/3 coast", "storm hits the coast", "storm hits a far away coast")]
    [InlineData("(storm OR flood) NEAR/1 \"hits coast\"", "flood hits coast", "flood now hits coast")]
    [InlineData("storm NEAR/1 hits NEAR/1 coast", "storm hits coast", "coast storm then hits")]
    [InlineData("storm NEAR/3 storm", "storm after storm", "storm hits the coast and one more storm")]
    [InlineData("storm PRE/2 coast", "storm hits coast", "coast and storm")]
    [InlineData(
        "(terror* OR jihad*) NEAR/3 (refugee* OR \"asylum seekers\")", "terrorists among the refugees",
        "terrorists fled as many a refugee did")]
    [InlineData(
        "(terror* OR jihad*) NEAR/3 (refugee* OR \"asylum seekers\")", "jihadists and asylum seekers",
        "jihadists and seekers of asylum")]
    [InlineData("bribe* W/S minister", "The bribes went to Mr. Minister. He ran.", "He took bribes. The minister ran.")]
    [InlineData("oil W/P sanctions", "Oil rose. So did sanctions.", "Oil rose.\n\nSanctions did not.")]
    [InlineData("bribe PRE/S minister", "A bribe for a minister.", "A minister took a bribe.")]
    [InlineData("rico NOT W/5 puerto", "Rico ran on and on and on. In Puerto Rico it rained.", "In Puerto Rico it rained.")]
    [InlineData("rico NOT W/S puerto", "In Puerto it rained. Rico ran.", "In Puerto Rico it rained.")]
    [InlineData(
        "ATLEAST/3 \"climate change\"", "climate change, climate change and climate change",
        "climate change and climate change, a change of climate")]
    [InlineData("ATLEAST/2 (flood OR fire)", "a flood and a fire", "a flood")]
    [InlineData("FIRST/3 toyota", "cars of Toyota", "many cars are of Toyota")]
    [InlineData(
        "hlead:storm", "storm at sea",
        "one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five "
        + "six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten "
        + "storm")]
    [InlineData("exact:\"US\"", "the US army", "he told us")]
    [InlineData("exact:us", "he told us", "the US army")]
    [InlineData("=\"Turkey\" body:=\"Turkey vows\"", "Turkey vows", "turkey vows")]
    [InlineData("exact:studies", "two studies", "one study")]
    [InlineData("gadafi~", "Gaddafi spoke", "Gandhi spoke")]
    [InlineData("gadafi~1", "gadaffi gadafi", "Gaddaffi")]
    [InlineData("body:stromy~2", "storm", "store")]
    [InlineData("\"storm coast\"~1", "storm hits coast", "storm hits the coast")]
    [InlineData("\"storm coast\"~2", "coast storm", "coast or a storm")]
    [InlineData("/gadd?af+i/", "Gadaffi", "Gandhi")]
    [InlineData("/sto(rm|ne)s?/ NEAR/2 coast", "storms off coast", "stores off coast")]
    [InlineData("quote:\"new taxes\"", "He said: \"No new taxes.\" Then he left.", "He said no to new taxes. \"Good,\" we said.")]
    [InlineData("quote:(taxes BY bush)", "Bush said: \"No new taxes.\"", "Bush spoke.\n\nDukakis said: \"No new taxes.\"")]
    [InlineData("quote:(taxes BY \"Jane Roe\")", "Jane Roe said: \"No new taxes.\"", "Jane Roe spoke.\n\nBush said: \"No new taxes.\"")]
    [InlineData("quote:(* BY \"Jane Roe\")", "\"No storm,\" said Jane Roe.", "Jane Roe spoke of \"\" and left")]
    [InlineData("quote:(* BY bush)", "It rained, \"as ever\". Bush left.", "\"Bush left.\"")]
    [InlineData("storm^3 OR coast", "storm", "calm")]
    [InlineData("near3:\"storm coast\" repeat2:storm", "storm, storm off coast", "storm off coast")]
    [InlineData("terror!", "terrorists", "error")]
    [InlineData("anti-semit*", "an anti-Semitic act", "anti then semitic")]
    [InlineData("anti-semit*", "antisemitism and anti-Semitism", "antisemitism")]
    [InlineData("e-commerc*", "e-commerce", "commerce by e-mail")]
    [InlineData("AT&T*", "AT&T's loss", "a T-shirt at T")]
    [InlineData("*-semitic", "anti-Semitic words", "a Semitic language")]
    [InlineData("anti-*", "an anti-Semitic act", "anti all of it")]
    [InlineData("co-op*-ive", "co-operat-ive", "co-operative")]
    [InlineData("vice-presid?nt*", "vice-presidents", "president of vice")]
    [InlineData("\"oil pric*\"", "oil prices rose", "oil rose, prices fell")]
    [InlineData("\"oil pric*\"", "the oil pricing", "prices of oil")]
    [InlineData("\"interest rat*\" -coast", "interest rates", "interest in rates")]
    [InlineData("\"stock * rules\"", "buffer stock market rules", "stock rules")]
    [InlineData("\"stock * rules\"", "stocks of rules", "stock market and rules")]
    [InlineData("\"oil pric*\"~3", "oil and gas prices", "oil went up as did all of the prices")]
    [InlineData("\"wom?n right*\"", "women's rights and woman rights", "women have rights")]
    [InlineData("\"oils pric*\"", "oil prices", "oily prices")]
    [InlineData("headline:anti-semit* OR body:anti-semit*", "anti-Semitic", "antisemitic")]
    [InlineData("body:\"oil pric*\"", "oil prices", "oil stocks and prices")]
    [InlineData("hlead:\"oil pric*\"", "oil prices", "prices")]
    [InlineData("storm NOT \"oil pric*\"", "storm", "storm and oil prices")]
    [InlineData("storm -anti-semit*", "storm and semitic anti", "storm and anti-Semitic")]
    [InlineData("\"oil pric*\" NEAR/3 opec", "Opec said oil prices", "oil prices were what nobody at Opec")]
    [InlineData("anti-semit* W/S minister", "The minister is anti-Semitic.", "The minister left. An anti-Semitic act.")]
    [InlineData("ATLEAST/2 \"oil pric*\"", "oil prices and the oil price", "oil prices and oil")]
    [InlineData("FIRST/3 \"oil pric*\"", "oil prices rose", "now that many oil prices rose")]
    [InlineData("quote:\"new tax*\"", "He said: \"No new taxes.\"", "New taxes: \"No.\"")]
    [InlineData("well-beeing~", "the well-being", "being well")]
    [InlineData("fox-it", "Fox-IT found them", "the fox was seen")]
    [InlineData("\"fox-it found\"", "Fox-IT found them", "the fox was found")]
    [InlineData("AT&T", "At&t and AT & T", "CB and T, at a T-junction")]
    [InlineData("\"M&S sales\"", "M & S sale", "M. S. sales")]
    [InlineData("R&D", "R&D spending", "R, D and E")]
    [InlineData("exact:\"C++\"", "in C++, written", "vitamin C, C# and C+")]
    [InlineData("exact:C#", "C#", "C++ or C")]
    [InlineData("exact:#MeToo", "the #MeToo movement", "MeToo")]
    [InlineData("exact:\"$5\"", "for $5", "for 5 or 5%")]
    [InlineData("exact:\"50%\"", "up 50%.", "up 50")]
    [InlineData("exact:\".NET\"", "on .NET", "a NET gain")]
    [InlineData("exact:@user", "by @user", "the user")]
    [InlineData("exact:\"AT&T\"", "AT&T", "at&t, AT T")]
    [InlineData("exact:\"well-being\"", "well-being", "well being")]
    [InlineData("exact:C", "vitamin C", "vitamin c")]
    [InlineData("who is volcker?", "who Volcker is", "volckers")]
    [InlineData("storm !coast", "storm", "storm at the coast")]
    [InlineData("flood || fire", "fire", "storm")]
    [InlineData("www.example.com/news/page.html?id=7", "see www.example.com/news/page.html?id=7 now",
        "www.example.com/news/page.html?id=8")]
    public async Task Finds_the_first_and_not_the_second(string typed, string first, string second)
    {
        await WriteAsync(Body("1", first), Body("2", second));
        Assert.Equal(["1"], await IdsAsync(typed));
    }

    /// <summary>Only what matched is marked, and all of it.</summary>
    [Theory]
    [InlineData("anti-semit*", "Semitic and anti-Semitic", "anti,Semitic")]
    [InlineData("*-semitic", "Semitic and anti-Semitic", "Semitic")]
    [InlineData("\"oil pric*\"", "prices: oil pricing, oil", "oil,pricing")]
    [InlineData("\"stock * rules\"", "rules of stock market rules", "stock,rules")]
    [InlineData("fox-it", "a fox: Fox-IT", "Fox-IT")]
    [InlineData("AT&T", "T-Mobile and AT&T", "AT,T")]
    [InlineData("exact:\"C++\"", "C, C# and C++", "C++")]
    public async Task Marks_the_parts_of_what_matched(string typed, string body, string marked)
    {
        await WriteAsync(Body("1", body));
        var snippet = Assert.Single(Assert.Single((await SearchAsync(typed)).Hits).Snippets);
        Assert.Equal(marked, string.Join(',', snippet.Matches.Select(match => snippet.Text[match.Start..match.End])));
    }
}
