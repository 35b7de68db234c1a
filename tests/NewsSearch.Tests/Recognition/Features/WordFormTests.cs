using Recognition.Features;

namespace NewsSearch.Tests.Recognition.Features;

public sealed class WordFormTests
{
    [Theory]
    [InlineData("Smith", "Xx", "Xxxxx")]
    [InlineData("U.S.", "X.X.", "X.X.")]
    [InlineData("McKinley", "XxXx", "XxXxxxxx")]
    [InlineData("1987-88", "0-0", "0000-00")]
    [InlineData("$3.5bn", "$0.0x", "$0.0xx")]
    [InlineData("Internationalisation", "Xx", "Xxxxxxxx")]
    [InlineData("a-b-c-d-e-f", "x-x-x-x-", "x-x-x-x-")]
    [InlineData("北京", "o", "oo")]
    public void Has_a_collapsed_and_a_full_shape(string word, string shape, string fullShape)
    {
        var form = Form(word);
        Assert.Equal(FeatureHash.Of(shape), form.Shape);
        Assert.Equal(FeatureHash.Of(fullShape), form.FullShape);
    }

    [Theory]
    [InlineData("Sept-11", "sept-11", "sept-00")]
    [InlineData("ÉCOLE", "école", "école")]
    [InlineData("٣٤", "٣٤", "00")]
    public void Is_hashed_as_written_in_lower_case_and_with_zeros_for_digits(string word, string lower, string normalised)
    {
        var form = Form(word);
        Assert.Equal(FeatureHash.Of(word), form.Exact);
        Assert.Equal(FeatureHash.Of(lower), form.Lower);
        Assert.Equal(FeatureHash.Of(normalised), form.Normalised);
    }

    [Fact]
    public void Has_prefixes_as_written_and_suffixes_normalised()
    {
        var form = Form("Boeing747");
        Assert.Equal(new[] { "B", "Bo", "Boe", "Boei" }.Select(Hash), form.Prefixes);
        Assert.Equal(new[] { "0", "00", "000", "g000" }.Select(Hash), form.Suffixes);
    }

    [Fact]
    public void Has_no_affixes_that_are_longer_than_the_word()
    {
        var form = Form("Li");
        Assert.Equal([Hash("L"), Hash("Li"), 0UL, 0UL], form.Prefixes);
        Assert.Equal([Hash("i"), Hash("li"), 0UL, 0UL], form.Suffixes);
    }

    [Theory]
    [InlineData("Jae-myung", "jae", "myung")]
    [InlineData("father-in-law", "father", "law")]
    [InlineData("-ed", null, null)]
    [InlineData("pre-", null, null)]
    [InlineData("whole", null, null)]
    public void Has_the_parts_around_its_hyphens(string word, string? before, string? after)
    {
        var form = Form(word);
        Assert.Equal(before is null ? 0 : Hash(before), form.BeforeHyphen);
        Assert.Equal(after is null ? 0 : Hash(after), form.AfterHyphen);
    }

    [Theory]
    [InlineData("Smith", true, true, false, false)]
    [InlineData("SMITH", true, true, true, false)]
    [InlineData("smith", false, true, false, true)]
    [InlineData("iPhone", false, true, false, false)]
    [InlineData("G7", true, true, true, false)]
    [InlineData("1987", false, false, false, false)]
    [InlineData("-", false, false, false, false)]
    // Letters without case are neither.
    [InlineData("北京", false, true, true, true)]
    public void Tells_its_case(string word, bool capitalised, bool letter, bool allCapitals, bool lowerCase)
    {
        var form = Form(word);
        var actual = (form.IsCapitalised, form.HasLetter, form.IsAllCapitals, form.IsLowerCase);
        Assert.Equal((capitalised, letter, allCapitals, lowerCase), actual);
    }

    [Theory]
    [InlineData("UN", "un")]
    [InlineData("U.S.", "us")]
    [InlineData("G", null)]
    [InlineData("UNESCO", "unesco")]
    [InlineData("ORGANISATION", null)]
    [InlineData("Un", null)]
    [InlineData("19", null)]
    public void May_be_an_acronym_of_two_to_seven_characters_in_capitals(string word, string? letters) =>
        Assert.Equal(letters is null ? 0 : Hash(letters), Form(word).Acronym);

    [Theory]
    [InlineData("Smith", 's')]
    [InlineData("'Neill", '\'')]
    [InlineData("1987", '\0')]
    public void Has_the_initial_in_lower_case(string word, char expected) => Assert.Equal(expected, Form(word).Initial);

    [Fact]
    public void Takes_clusters_and_gazetteer_by_the_word_in_lower_case_too()
    {
        var clusters = new WordClusters(new Dictionary<string, int> { ["paris"] = (7 << 16) | 900 });
        var gazetteer = new Gazetteer([KeyValuePair.Create("paris saint-germain", (ushort)1)]);
        var form = new WordForm("Paris", clusters, gazetteer);
        Assert.Equal((7, 900, true), (form.CoarseCluster, form.FineCluster, form.StartsGazetteerName));
        Assert.Equal((0, 0, false), (Form("Paris").CoarseCluster, Form("Paris").FineCluster, Form("Paris").StartsGazetteerName));
    }

    private static WordForm Form(string word) => new(word, WordClusters.Empty, Gazetteer.Empty);

    private static ulong Hash(string text) => FeatureHash.Of(text);
}
