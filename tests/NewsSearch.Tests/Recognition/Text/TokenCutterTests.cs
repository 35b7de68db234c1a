using CsCheck;
using Recognition.Text;

namespace NewsSearch.Tests.Recognition.Text;

public sealed class TokenCutterTests
{
    [Theory]
    [InlineData("Gerald R. Ford said so.", "Gerald|R.|Ford|said|so|.")]
    [InlineData("the U.N. and U.S. troops", "the|U.N.|and|U.S.|troops")]
    [InlineData("Mr. Lee Jae-myung's aide", "Mr.|Lee|Jae-myung|'s|aide")]
    [InlineData("They didn't, O'Neill said", "They|did|n't|,|O'Neill|said")]
    [InlineData("\"Yes,\" he said (twice).", "\"|Yes|,|\"|he|said|(|twice|)|.")]
    [InlineData("Acme Inc. paid $3.5bn", "Acme|Inc.|paid|$|3.5bn")]
    [InlineData("Paris–London—now", "Paris|–|London|—|now")]
    [InlineData("a 1,000-man force", "a|1,000-man|force")]
    [InlineData("(CNN)Police", "(|CNN|)|Police")]
    [InlineData("see https://example.org/a,b for", "see|https://example.org/a,b|for")]
    [InlineData("Dallas, Texaswww.example.org", "Dallas|,|Texas|www.example.org")]
    [InlineData("rose 5% to £3", "rose|5|%|to|£|3")]
    [InlineData("wait... what?!", "wait|...|what|?|!")]
    [InlineData("", "")]
    [InlineData("...", "...")]
    [InlineData("'", "'")]
    public void Cuts(string text, string expected)
    {
        var tokens = new List<Token>();
        TokenCutter.Cut(text, 0, text.Length, tokens);
        Assert.Equal(expected, string.Join('|', tokens.Select(token => token.Text)));
    }

    [Theory]
    [InlineData("He met Gen. Smith. Then he left.", 2)]
    [InlineData("J. R. Smith of Acme Inc. spoke. The end.", 2)]
    [InlineData("He joined Acme Inc. The firm grew.", 2)]
    [InlineData("\"Go!\" she said. (He went.) \"Why?\" Nobody knew.", 5)]
    [InlineData("a headline\n\nA paragraph. And more.", 3)]
    [InlineData("", 0)]
    public void Parts_sentences(string text, int sentences) => Assert.Equal(sentences, SentenceSplitter.Split(text).Count);

    [Fact]
    public void Every_letter_is_in_one_token_and_offsets_tell_where()
    {
        var text = Gen.Char["ab. ,'\"-()\n\u2019\u2014A1/:w\ud83d\ude00"].Array[0, 60].Select(chars => new string(chars));
        Check.Sample(text, each =>
        {
            var tokens = SentenceSplitter.Split(each).SelectMany(sentence => sentence).ToList();
            Assert.All(tokens, token => Assert.Equal(token.Text, each[token.Start..token.End]));
            Assert.All(tokens.Zip(tokens.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.Equal(string.Concat(each.Where(c => !char.IsWhiteSpace(c))), string.Concat(tokens.Select(token => token.Text)));
        });
    }
}
