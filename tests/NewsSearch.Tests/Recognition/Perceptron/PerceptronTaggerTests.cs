using Recognition.Features;
using Recognition.Perceptron;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Perceptron;

public sealed class PerceptronTaggerTests
{
    private const int Person = 4;
    private const int Place = 12;

    [Fact]
    public void Tags_words_by_the_weights_of_their_features()
    {
        using var tagger = new PerceptronTagger(new TinyModel().SetWord("Smith", Person, 10).SetWord("Paris", Place, 10).Read());
        Assert.Equal([[Person, 0, 0, Place], [0, Person]], tagger.Tag([["Smith", "went", "to", "Paris"], ["Mr", "Smith"]]));
    }

    [Fact]
    public void Lets_the_second_pass_carry_a_tag_to_another_sentence()
    {
        // Template 204: how the word was tagged elsewhere. One other occurrence, as a person: 1 + type 1 + agreement 2 << 3 + tag 4 << 6.
        var elsewhere = FeatureHash.Bucket(204, 1 + 1 + (2 << 3) + (Person << 6));
        var tiny = new TinyModel().SetWord("Smith", Person, 10).Set(1, elsewhere, Person, 20);
        // Template 3: the word before. After "dear" the first pass prefers Outside.
        var afterDear = FeatureHash.Bucket(3, FeatureHash.Of("dear"));
        tiny.Set(0, afterDear, 0, 15).Set(1, afterDear, 0, 15);
        using var tagger = new PerceptronTagger(tiny.Read());
        Assert.Equal([[0, 0]], tagger.Tag([["dear", "Smith"]]));
        Assert.Equal([[0, Person], [Person]], tagger.Tag([["dear", "Smith"], ["Smith"]]));
    }

    [Fact]
    public void Uses_the_transitions_of_each_pass()
    {
        var start = (TagScheme.Count * TagScheme.Count) + Person;
        using var first = new PerceptronTagger(new TinyModel().SetTransition(0, start, 5).Read());
        using var second = new PerceptronTagger(new TinyModel().SetTransition(1, start, 5).Read());
        // The second pass overrides the first, and does not read sentences in lower case.
        Assert.Equal([[0]], first.Tag([["Word"]]));
        Assert.Equal([[Person]], second.Tag([["Word"]]));
        Assert.Equal([[0]], second.Tag([["word"]]));
    }

    [Fact]
    public void Knows_which_words_the_document_has_in_lower_case()
    {
        // Template 35: 2 for a capitalised word that also occurs in lower case and is not the first token.
        var alsoLower = FeatureHash.Bucket(35, 2);
        var tiny = new TinyModel().SetWord("Bush", Person, 10).Set(0, alsoLower, 0, 20).Set(1, alsoLower, 0, 20);
        using var tagger = new PerceptronTagger(tiny.Read());
        Assert.Equal([[0, Person], [0]], tagger.Tag([["the", "Bush"], ["tree"]]));
        Assert.Equal([[0, 0], [0]], tagger.Tag([["the", "Bush"], ["bush"]]));
    }

    [Fact]
    public void Scores_with_the_margin_to_the_best_tag_of_another_type()
    {
        using var tagger = new PerceptronTagger(new TinyModel().SetWord("Washington", Person, 10).SetWord("Washington", Place, 7).Read());
        var scored = Assert.Single(tagger.Score([["in", "Washington"]]));
        Assert.Equal([0, Person], scored.Tags);
        Assert.Equal([int.MaxValue, (10 * 10) - (7 * 7)], scored.Margins);
        Assert.Equal(100, scored.Scores[TagScores.Stride + Person]);
        Assert.Equal(49, scored.Scores[TagScores.Stride + Place]);
    }

    [Fact]
    public void Decodes_again_after_a_change_of_scores()
    {
        using var tagger = new PerceptronTagger(new TinyModel().SetWord("Washington", Person, 10).SetWord("Washington", Place, 7).Read());
        var scored = Assert.Single(tagger.Score([["in", "Washington"]]));
        scored.Scores[TagScores.Stride + Place] += 52;
        tagger.Decode(scored, new TagLattice<int>());
        Assert.Equal([0, Place], scored.Tags);
    }

    [Fact]
    public void Returns_scores_that_later_documents_do_not_overwrite()
    {
        using var tagger = new PerceptronTagger(new TinyModel().SetWord("Smith", Person, 10).Read());
        var scored = Assert.Single(tagger.Score([["Smith"]]));
        tagger.Score([["Jones", "went", "out"]]);
        Assert.Equal(100, scored.Scores[Person]);
        Assert.Equal([Person], scored.Tags);
    }

    [Fact]
    public void Tags_nothing_in_an_empty_document()
    {
        using var tagger = new PerceptronTagger(new TinyModel().Read());
        Assert.Empty(tagger.Tag([]));
    }
}
