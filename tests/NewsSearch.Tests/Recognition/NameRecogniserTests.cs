using System.Text.Json;
using CsCheck;
using NewsIndex.Articles;
using Recognition;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition;

public sealed class NameRecogniserTests
{
    private static readonly NameRecogniser Fast = NameRecogniser.Open("fast");
    private static readonly NameRecogniser Accurate = NameRecogniser.Open("accurate");
    private static readonly NameRecogniser Balanced = NameRecogniser.Open("balanced");

    [Theory]
    [InlineData("President Donald Trump met Kim Jong Un in Singapore.", "Person:Donald Trump|Person:Kim Jong Un|Place:Singapore")]
    [InlineData(
        "Mr. James A. Baker III flew from Paris to the White House.",
        "Person:James A. Baker III|Place:Paris|Organization:White House")]
    [InlineData(
        "Officials of the World Health Organization and of the U.N. spoke in Geneva on Monday.",
        "Organization:World Health Organization|Organization:U.N.|Place:Geneva")]
    [InlineData("It was a cold day in March, and nobody went out.", "")]
    public void Finds_names_of_three_types(string text, string expected)
    {
        Assert.Equal(expected, Shown(Fast.Recognise("", text)));
        Assert.Equal(expected, Shown(Balanced.Recognise("", text)));
        Assert.Equal(expected, Shown(Accurate.Recognise("", text)));
    }

    [Fact]
    public void A_headline_in_capitals_is_read_with_the_help_of_its_article()
    {
        const string Body = "President Donald Trump met Kim Jong Un in Singapore. Trump said that Kim was ready.";
        var names = Fast.Recognise("TRUMP MEETS KIM IN SINGAPORE", Body);
        Assert.Equal("Person:TRUMP|Person:KIM|Place:SINGAPORE", Shown(names.Where(name => name.Zone == MentionZone.Headline)));
    }

    [Fact]
    public void Offsets_are_those_of_the_text()
    {
        const string Body = "On Tuesday Angela Merkel's aide went to Berlin.\n\n\u201CMerkel\u201D was all he said.";
        var names = Fast.Recognise("Merkel", Body);
        Assert.All(names, name => Assert.Equal(name.Name, (name.Zone == MentionZone.Headline ? "Merkel" : Body)[name.Start..name.End]));
        Assert.Equal(["Merkel", "Angela Merkel", "Berlin", "Merkel"], names.Select(name => name.Name));
    }

    [Fact]
    public void The_same_article_gives_the_same_names_whatever_came_before_and_beside_it()
    {
        var texts = Enumerable.Range(0, 40).Select(i =>
            $"Mr. Baker met Angela Merkel in Paris on day {i}. Baker spoke for Acme Corp. of Ohio. UN report {i} was by Smith.").ToArray();
        var alone = Array.ConvertAll(texts, text =>
        {
            using var fresh = NameRecogniser.Open("fast");
            return Shown(fresh.Recognise("", text));
        });
        var beside = new string[texts.Length];
        Parallel.For(0, texts.Length, i => beside[i] = Shown(Fast.Recognise("", texts[i])));
        Assert.Equal(alone, beside);
    }

    [Fact]
    public void Whatever_is_written_is_read_without_an_exception() =>
        Check.Sample(Gen.String[0, 200], text =>
        {
            Fast.Recognise(text, text);
            Assert.All(Fast.Recognise("", "Mr. " + text + " in Paris"), name => Assert.True(name.Start < name.End));
        }, iter: 500);

    [Fact]
    public void The_network_reads_pieces_and_gives_tags_as_its_examples_say()
    {
        using var tagger = Taggers.Open("network");
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Recognition", "transformer-examples.jsonl")))
        {
            using var example = JsonDocument.Parse(line);
            var sentences = example.RootElement.GetProperty("sentences").EnumerateArray().Select(Strings).ToArray();
            var expected = example.RootElement.GetProperty("tags_3layer").EnumerateArray().Select(Strings).ToArray();
            Assert.Equal(expected, tagger.Tag(sentences).Select(Bio));
        }
    }

    [Fact]
    public void Sentences_that_the_fast_tagger_is_sure_of_are_not_changed_by_the_network()
    {
        using var fast = Taggers.Open("fast");
        using var accurate = Taggers.Open("accurate");
        string[][] sentences =
        [
            ["It", "was", "a", "cold", "day", "and", "nobody", "went", "out", "."],
            ["nothing", "here", "has", "a", "capital", "."],
        ];
        Assert.Equal(fast.Tag(sentences), accurate.Tag(sentences));
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("balanced")]
    [InlineData("accurate")]
    public void Refuses_a_file_that_is_not_a_model_and_names_it(string recogniser)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("x.model"), "nothing");
        var error = Assert.Throws<InvalidDataException>(() => NameRecogniser.Open(recogniser, folder.File("x.model")));
        Assert.StartsWith($"{folder.File("x.model")} is not a valid model; expected ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_recogniser_that_does_not_exist()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => NameRecogniser.Open("slow"));
        Assert.StartsWith("The recogniser is invalid; expected fast, balanced, accurate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_nothing_in_an_empty_article() => Assert.Empty(Fast.Recognise("", ""));

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(each => each.GetString()!)];

    private static string[] Bio(byte[] tags)
    {
        string[] names = ["PER", "ORG", "LOC"];
        var bio = Enumerable.Repeat("O", tags.Length).ToArray();
        foreach (var span in TagScheme.Decode(tags))
        {
            for (var i = span.Start; i < span.End; i++)
                bio[i] = (i == span.Start ? "B-" : "I-") + names[span.Type];
        }

        return bio;
    }

    private static string Shown(IEnumerable<Mention> mentions) =>
        string.Join('|', mentions.Select(mention => $"{mention.Type}:{mention.Name}"));
}
