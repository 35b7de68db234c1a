using Recognition.Features;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Features;

public sealed class DocumentEvidenceTests
{
    private const byte Person = 4;
    private const byte Place = 12;

    [Fact]
    public void Has_the_tags_of_the_first_pass_around_a_token()
    {
        var features = Features(new(), "in Paris today", [0, Place, 0], token: 1);
        Assert.Contains(Bucket(0, Place + 1), features);
        Assert.Contains(Bucket(1, ((Place + 1) << 8) | 1), features);
        Assert.Contains(Bucket(2, ((Place + 1) << 8) | 1), features);
        Assert.Contains(Bucket(3, ((Place + 1) << 16) | (1 << 8) | 1), features);
    }

    [Fact]
    public void Marks_the_ends_of_the_sentence_with_zero()
    {
        var features = Features(new(), "Paris", [Place], token: 0);
        Assert.Contains(Bucket(3, (Place + 1) << 16), features);
    }

    [Fact]
    public void Has_how_the_word_was_tagged_elsewhere_but_not_its_own_tag()
    {
        var evidence = new DocumentEvidence();
        Count(evidence, "Washington won", [Person, 0]);
        Count(evidence, "in Washington", [0, Place]);
        Assert.Contains(Bucket(4, Summary(Person)), Features(evidence, "in Washington", [0, Place], token: 1));
        Assert.Contains(Bucket(4, Summary(Place)), Features(evidence, "Washington won", [Person, 0], token: 0));
    }

    [Fact]
    public void Finds_a_word_elsewhere_in_other_capitals_but_not_in_lower_case()
    {
        var evidence = new DocumentEvidence();
        Count(evidence, "WASHINGTON won", [Person, 0]);
        Count(evidence, "Washington or washington", [Place, 0, 0]);
        Assert.Contains(Bucket(4, Summary(Person)), Features(evidence, "Washington or washington", [Place, 0, 0], token: 0));
        Assert.DoesNotContain(Bucket(4, Summary(Person)), Features(evidence, "Washington or washington", [Place, 0, 0], token: 2));
    }

    [Fact]
    public void Has_how_the_neighbours_were_tagged_elsewhere()
    {
        var evidence = new DocumentEvidence();
        Count(evidence, "Smith", [Person]);
        Count(evidence, "Paris", [Place]);
        Count(evidence, "Smith in Paris", [0, 0, 0]);
        var features = Features(evidence, "Smith in Paris", [0, 0, 0], token: 1);
        Assert.Contains(Bucket(7, (Summary(Person) << 8) | 1), features);
        Assert.Contains(Bucket(8, (Summary(Place) << 8) | 1), features);
    }

    [Fact]
    public void Has_how_pairs_of_capitalised_words_were_tagged_elsewhere()
    {
        var evidence = new DocumentEvidence();
        byte[] name = [1, 3];
        Count(evidence, "Anna Price", name);
        Count(evidence, "ANNA PRICE", [0, 0]);
        var features = Features(evidence, "ANNA PRICE", [0, 0], token: 0);
        // The pair is summarised by the tag of its first word, the Beginning of a person.
        Assert.Contains(Bucket(11, Summary(1)), features);
        Assert.Contains(Bucket(12, Summary(1)), Features(evidence, "ANNA PRICE", [0, 0], token: 1));
    }

    [Theory]
    [InlineData("WHO", true)]
    [InlineData("W.H.O.", true)]
    [InlineData("WH", false)]
    [InlineData("Who", false)]
    public void Recognises_acronyms_of_names(string acronym, bool expected)
    {
        var evidence = new DocumentEvidence();
        Count(evidence, "the World Health Organization met", [0, 5, 6, 7, 0]);
        Count(evidence, acronym, [0]);
        Assert.Equal(expected, Features(evidence, acronym, [0], token: 0).Contains(Bucket(13, (TagScheme.Organization << 8) | 1)));
    }

    [Fact]
    public void Leaves_words_in_lower_case_out_of_acronyms()
    {
        var evidence = new DocumentEvidence();
        Count(evidence, "Bank of England", [5, 6, 7]);
        Count(evidence, "BE", [0]);
        Assert.Contains(Bucket(13, (TagScheme.Organization << 8) | 1), Features(evidence, "BE", [0], token: 0));
    }

    [Fact]
    public void Forgets_the_last_document()
    {
        var evidence = new DocumentEvidence();
        Count(evidence, "Washington won for the World Health Organization", [Person, 0, 0, 0, 5, 6, 7]);
        var fresh = Features(new(), "Washington WHO", [0, 0], token: 0);
        evidence.Clear();
        Assert.Equal(fresh, Features(evidence, "Washington WHO", [0, 0], token: 0));
    }

    private static void Count(DocumentEvidence evidence, string sentence, byte[] tags) => evidence.Count(Forms(sentence), tags);

    private static List<int> Features(DocumentEvidence evidence, string sentence, byte[] tags, int token)
    {
        var (features, ends) = (new List<int>(), new List<int>());
        evidence.Add(Forms(sentence), tags, features, ends);
        Assert.Equal(tags.Length, ends.Count);
        return features[(token == 0 ? 0 : ends[token - 1])..ends[token]];
    }

    private static WordForm[] Forms(string sentence) =>
        [.. sentence.Split(' ').Select(word => new WordForm(word, WordClusters.Empty, Gazetteer.Empty))];

    private static int Bucket(int template, ulong value) => FeatureHash.Bucket(200 + template, value);

    private static int Bucket(int template, int value) => Bucket(template, (ulong)value);

    /// <summary>The summary of one other occurrence.</summary>
    private static ulong Summary(byte tag) => (ulong)(1 + (TagScheme.TypeOf(tag) + 1) + (2 << 3) + (tag << 6));
}
