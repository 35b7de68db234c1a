using CsCheck;
using Recognition.Text;

namespace NewsSearch.Tests.Recognition.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("He met Gen. Smith. Then he left.", "He met Gen. Smith .|Then he left .")]
    [InlineData("J. R. Smith of Acme Inc. spoke. The end.", "J. R. Smith of Acme Inc. spoke .|The end .")]
    [InlineData("He joined Acme Inc. The firm grew.", "He joined Acme Inc.|The firm grew .")]
    [InlineData("He joined Acme Inc. Monday was calm.", "He joined Acme Inc. Monday was calm .")]
    [InlineData("The U.S. Senate met. It voted.", "The U.S. Senate met .|It voted .")]
    [InlineData("He left the U.S. It was late.", "He left the U.S.|It was late .")]
    [InlineData("No. 5 won. no. 6 lost.", "No. 5 won . no. 6 lost .")]
    [InlineData("It fell to 3.5. Nobody knew.", "It fell to 3.5 .|Nobody knew .")]
    public void Ends_a_sentence_at_a_full_stop_unless_it_belongs_to_an_abbreviation(string text, string expected) =>
        Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("\"Go!\" she said. (He went.) Nobody knew.", "\" Go ! \"|she said .|( He went . )|Nobody knew .")]
    // A straight mark after a full stop counts as closing.
    [InlineData("He left. \"Why?\" she said.", "He left . \"|Why ? \"|she said .")]
    [InlineData("He said “yes.” She left.", "He said “ yes . ”|She left .")]
    public void Keeps_closing_quotation_marks_and_parentheses_with_their_sentence(string text, string expected) =>
        Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("wait ... The end", "wait ...|The end")]
    [InlineData("wait ... Smith came", "wait ... Smith came")]
    [InlineData("wait ... the end", "wait ... the end")]
    public void Ends_a_sentence_at_dots_only_before_a_usual_first_word(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("a headline\n\nA paragraph. And more.", "a headline|A paragraph .|And more .")]
    [InlineData("one\ntwo", "one two")]
    [InlineData("one\n\rtwo", "one|two")]
    [InlineData("one\r\ntwo", "one two")]
    [InlineData("\n\none\n\n\n\ntwo\n\n", "one|two")]
    [InlineData("Mr.\n\nSmith", "Mr.|Smith")]
    public void Ends_a_sentence_at_an_empty_line_but_not_at_a_line_break(string text, string expected) =>
        Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n \t")]
    public void Finds_no_sentence_in_an_empty_text(string text) => Assert.Empty(SentenceSplitter.Split(text));

    [Fact]
    public void Cuts_a_list_without_full_stops_after_200_tokens()
    {
        var sentences = SentenceSplitter.Split(string.Join(' ', Enumerable.Repeat("word", 450)));
        Assert.Equal([200, 200, 50], sentences.Select(sentence => sentence.Length));
    }

    [Fact]
    public void Puts_every_visible_character_into_one_token_of_a_sentence_that_is_not_empty()
    {
        var text = Gen.Char["ab. ,'\"-()\n\u2019\u2014A1/:w\ud83d\ude00"].Array[0, 60].Select(chars => new string(chars));
        Check.Sample(text, each =>
        {
            var sentences = SentenceSplitter.Split(each);
            Assert.All(sentences, Assert.NotEmpty);
            var tokens = sentences.SelectMany(sentence => sentence).ToList();
            Assert.All(tokens, token => Assert.Equal(token.Text, each[token.Start..token.End]));
            Assert.All(tokens.Zip(tokens.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.Equal(string.Concat(each.Where(c => !char.IsWhiteSpace(c))), string.Concat(tokens.Select(token => token.Text)));
        });
    }

    private static string Show(string text) =>
        string.Join('|', SentenceSplitter.Split(text).Select(sentence => string.Join(' ', sentence.Select(token => token.Text))));
}
