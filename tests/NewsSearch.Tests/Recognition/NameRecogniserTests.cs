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
    [InlineData("Mr. James A. Baker III flew from Paris to the White House.", "Person:James A. Baker III|Place:Paris|Organization:White House")]
    [InlineData("Officials of the World Health Organization and of the U.N. spoke in Geneva on Monday.", "Organization:World Health Organization|Organization:U.N.|Place:Geneva")]
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
        var names = Fast.Recognise("TRUMP MEETS KIM IN SINGAPORE", "President Donald Trump met Kim Jong Un in Singapore. Trump said that Kim was ready.");
        Assert.Equal("Person:TRUMP|Person:KIM|Place:SINGAPORE", Shown(names.Where(name => name.Zone == MentionZone.Headline)));
    }

    [Fact]
    public void Offsets_are_those_of_the_text()
    {
        const string Body = "On Tuesday Angela Merkel's aide went to Berlin.\n\n\u201CMerkel\u201D was all he said.";
        Assert.All(Fast.Recognise("Merkel", Body), name => Assert.Equal(name.Name, (name.Zone == MentionZone.Headline ? "Merkel" : Body)[name.Start..name.End]));
        Assert.Equal(["Merkel", "Angela Merkel", "Berlin", "Merkel"], Fast.Recognise("Merkel", Body).Select(name => name.Name));
    }

    [Fact]
    public void The_same_article_gives_the_same_names_whatever_came_before_and_beside_it()
    {
        var texts = Enumerable.Range(0, 40).Select(i => $"Mr. Baker met Angela Merkel in Paris on day {i}. Baker spoke for Acme Corp. of Ohio. The rest of UN report {i} was by Smith.").ToArray();
        var alone = texts.Select(text => Shown(NameRecogniser.Open("fast").Recognise("", text))).ToArray();
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
        string[][] sentences = [["It", "was", "a", "cold", "day", "and", "nobody", "went", "out", "."], ["nothing", "here", "has", "a", "capital", "."]];
        Assert.Equal(fast.Tag(sentences), accurate.Tag(sentences));
    }

    [Fact]
    public void A_file_that_is_no_model_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("x.model"), "nothing");
        Assert.Contains("x.model", Assert.Throws<InvalidDataException>(() => NameRecogniser.Open("fast", folder.File("x.model"))).Message, StringComparison.Ordinal);
        Assert.Contains("x.model", Assert.Throws<InvalidDataException>(() => NameRecogniser.Open("accurate", folder.File("x.model"))).Message, StringComparison.Ordinal);
    }

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

    private static string Shown(IEnumerable<Mention> mentions) => string.Join('|', mentions.Select(mention => $"{mention.Type}:{mention.Name}"));
}
