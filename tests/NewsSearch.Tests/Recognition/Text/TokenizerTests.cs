using Recognition.Text;

namespace NewsSearch.Tests.Recognition.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Gerald R. Ford said so.", "Gerald|R.|Ford|said|so|.")]
    [InlineData("the U.N. and U.S. troops", "the|U.N.|and|U.S.|troops")]
    [InlineData("Acme Inc. paid $3.5bn", "Acme|Inc.|paid|$|3.5bn")]
    [InlineData("a 1,000-man force", "a|1,000-man|force")]
    [InlineData("at 9 a.m. today", "at|9|a.m.|today")]
    [InlineData("the AT&T deal", "the|AT&T|deal")]
    [InlineData("No. 10", "No.|10")]
    public void Keeps_initials_acronyms_abbreviations_and_numbers_whole(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("Mr. Lee Jae-myung's aide", "Mr.|Lee|Jae-myung|'s|aide")]
    [InlineData("They didn't, O'Neill said", "They|did|n't|,|O'Neill|said")]
    [InlineData("we’re sure it’ll do", "we|’re|sure|it|’ll|do")]
    [InlineData("DON'T", "DO|N'T")]
    [InlineData("n't", "n't")]
    [InlineData("can't", "ca|n't")]
    [InlineData("the boys' room", "the|boys|'|room")]
    [InlineData("rock'n'roll", "rock'n'roll")]
    [InlineData("'tis the '90s", "'|tis|the|'90s")]
    public void Splits_contractions_as_the_Penn_Treebank_does(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("\"Yes,\" he said (twice).", "\"|Yes|,|\"|he|said|(|twice|)|.")]
    [InlineData("“Yes,” he said", "“|Yes|,|”|he|said")]
    [InlineData("rose 5% to £3", "rose|5|%|to|£|3")]
    [InlineData("wait... what?!", "wait|...|what|?|!")]
    [InlineData("Acme® and Zeta™", "Acme|®|and|Zeta|™")]
    [InlineData("- item", "-|item")]
    [InlineData("-5 degrees", "-5|degrees")]
    [InlineData(".NET and .45", ".NET|and|.45")]
    [InlineData("--", "--")]
    [InlineData("...", "...")]
    [InlineData("'", "'")]
    public void Splits_punctuation_off_both_ends(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("Paris–London—now", "Paris|–|London|—|now")]
    [InlineData("(CNN)Police", "(|CNN|)|Police")]
    [InlineData("Smith,Jones", "Smith|,|Jones")]
    [InlineData("said:Yes", "said|:|Yes")]
    [InlineData("at 10:30 or 1,5", "at|10:30|or|1,5")]
    [InlineData("now--he left", "now|--|he|left")]
    [InlineData("Reuters.The firm", "Reuters|.|The|firm")]
    [InlineData("St.Louis", "St.Louis")]
    [InlineData("a|b", "a|||b")]
    public void Splits_words_that_punctuation_joins(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("see https://example.org/a,b for", "see|https://example.org/a,b|for")]
    [InlineData("mail a.b,c@example.org now", "mail|a.b,c@example.org|now")]
    [InlineData("Dallas, Texaswww.example.org", "Dallas|,|Texas|www.example.org")]
    [InlineData("www.example.org", "www.example.org")]
    public void Keeps_addresses_whole(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("😀 ok", "😀|ok")]
    [InlineData("ok😀", "ok😀")]
    public void Never_splits_a_surrogate_pair(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\u00A0\n")]
    public void Finds_no_token_in_white_space(string text) => Assert.Equal("", Show(text));

    [Fact]
    public void Reads_only_between_the_offsets_and_reports_offsets_of_the_whole_text()
    {
        const string Text = "Mr. Smith left.";
        var tokens = new List<Token> { new("before", 0, 6) };
        Tokenizer.Tokenize(Text, 4, 12, tokens);
        Assert.Equal([new Token("before", 0, 6), new Token("Smith", 4, 9), new Token("le", 10, 12)], tokens);
    }

    private static string Show(string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, 0, text.Length, tokens);
        return string.Join('|', tokens.Select(token => token.Text));
    }
}
