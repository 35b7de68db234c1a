using CsCheck;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Documents;
using NewsIndex.Words;
using NewsSearch.Tests.Words;

namespace NewsSearch.Tests.Lucene.Documents;

/// <summary>Tokens made of known words are those of the analysis of any text, attribute by attribute.</summary>
public sealed class KnownWordTokensTests
{
    [Fact]
    public void Words_of_all_kinds_give_equal_tokens() =>
        EnglishTexts.Words.Sample(text => AssertEqualTokens(text, mustBeKnown: true), iter: 20_000);

    [Fact]
    public void Signs_between_letters_give_equal_tokens() =>
        EnglishTexts.Characters.Sample(text => AssertEqualTokens(text, mustBeKnown: true), iter: 50_000);

    [Fact]
    public void Parts_joined_up_to_the_limit_give_equal_tokens()
    {
        for (var length = 80; length < 130; length++)
        {
            AssertEqualTokens($"{new string('a', length)}-b-c d", mustBeKnown: true);
            AssertEqualTokens($"a-{new string('b', length)}-c-d e", mustBeKnown: true);
        }
    }

    [Theory]
    [InlineData("café")]
    [InlineData("don`t")]
    [InlineData("a\u0001b")]
    [InlineData("a\u007Fb")]
    [InlineData("a\u0080b")]
    [InlineData("a\u0081b")]
    [InlineData("100\u00A0000")]
    [InlineData("£5")]
    [InlineData("co\u00ADop")]
    [InlineData("x²")]
    public void A_text_with_other_characters_goes_another_way(string text) => Assert.Null(TextWords.Of(text, KnownWords.Shared));

    [Fact]
    public void A_text_with_a_word_that_is_dropped_goes_another_way()
    {
        Assert.Null(TextWords.Of(new string('a', 256), KnownWords.Shared));
        Assert.Null(TextWords.Of($"x-{new string('a', 256)}", KnownWords.Shared));
        AssertEqualTokens(new string('a', 255), mustBeKnown: true);
    }

    [Fact]
    public void A_table_with_room_for_two_words_gives_the_same()
    {
        var narrow = new KnownWords(2);
        EnglishTexts.Words.Sample(text => Assert.Equal(Read(new StemTokens().Of(TextWords.Of(text, KnownWords.Shared)!)),
            Read(new StemTokens().Of(TextWords.Of(text, narrow)!))), iter: 500, threads: 4);
    }

    [SharedDataFact]
    public void All_texts_of_real_archives_give_equal_tokens()
    {
        var (known, all) = (0, 0);
        foreach (var article in EnglishTexts.OfArchives())
        {
            all += 2;
            known += AssertEqualTokens(article.Headline, mustBeKnown: false) ? 1 : 0;
            known += AssertEqualTokens(article.Body, mustBeKnown: false) ? 1 : 0;
        }

        Assert.True(known > all / 4, $"{known} of {all} texts");
    }

    /// <returns>False for a text that goes another way.</returns>
    private static bool AssertEqualTokens(string text, bool mustBeKnown)
    {
        if (TextWords.Of(text, KnownWords.Shared) is not { } words)
        {
            Assert.False(mustBeKnown, text);
            return false;
        }

        AssertEqual(text, Analysed("zone.body", text), new StemTokens().Of(words));
        AssertEqual(text, Analysed("headline.exact", text), new ExactTokens().Of(words));
        AssertEqual(text, new SignsMark(Analysed("zone.body.exact", text), text), new ExactTokens().WithSignsOf(words));
        return true;
    }

    private static void AssertEqual(string text, TokenStream expected, TokenStream actual)
    {
        var (one, other) = (Read(expected), Read(actual));
        Assert.True(
            one.SequenceEqual(other), $"{text}\nexpected: {string.Join(" | ", one)}\nactual:   {string.Join(" | ", other)}");
    }

    private static TokenStream Analysed(string field, string text) =>
        NewsAnalyzer.Instance.GetTokenStream(NewsAnalyzer.FieldIn(field, "en"), text);

    private static List<string> Read(TokenStream stream)
    {
        using (stream)
        {
            var tokens = new List<string>();
            var term = stream.GetAttribute<ITermToBytesRefAttribute>();
            var increment = stream.GetAttribute<IPositionIncrementAttribute>();
            var offset = stream.GetAttribute<IOffsetAttribute>();
            var payload = stream.HasAttribute<IPayloadAttribute>() ? stream.GetAttribute<IPayloadAttribute>() : null;
            stream.Reset();
            while (stream.IncrementToken())
            {
                term.FillBytesRef();
                tokens.Add($"{term.BytesRef.Utf8ToString()} +{increment.PositionIncrement} {offset.StartOffset}-{offset.EndOffset} "
                    + payload?.Payload);
            }

            stream.End();
            tokens.Add($"end +{increment.PositionIncrement} {offset.EndOffset}");
            return tokens;
        }
    }
}
