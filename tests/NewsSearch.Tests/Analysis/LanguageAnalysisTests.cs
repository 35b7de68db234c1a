using Lucene.Net.Util;
using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

public sealed class LanguageAnalysisTests
{
    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("EN_gb", "en")]
    [InlineData("nb-NO", "no")]
    [InlineData("nn", "no")]
    [InlineData("iw", "he")]
    [InlineData("in", "id")]
    [InlineData("sw", "sw")]
    [InlineData("", "-")]
    [InlineData(" ", "-")]
    [InlineData(null, "-")]
    public void A_tag_is_analysed_as_its_language(string? tag, string code) => Assert.Equal(code, LanguageAnalysis.CodeOf(tag));

    [Fact]
    public void Every_language_with_a_chain_has_a_number_and_a_mark_of_its_own()
    {
        var codes = LanguageChains.All.Select(chain => chain.Code).ToList();
        Assert.Equal(codes.Count, codes.Select(LanguageAnalysis.NumberOf).Distinct().Count());
        Assert.All(codes, code =>
        {
            Assert.True(LanguageAnalysis.TryGet(code, out _, out var mark));
            Assert.True(LanguageAnalysis.IsMark(mark));
            Assert.Equal(LanguageAnalysis.NumberOf(code), LanguageAnalysis.NumberOfTerm(new BytesRef("term" + mark)));
        });
    }

    [Theory]
    [InlineData("term")]
    [InlineData("")]
    [InlineData("北京")]
    [InlineData("a€")]
    public void A_term_without_a_mark_is_of_no_language(string term) => Assert.Equal(0, LanguageAnalysis.NumberOfTerm(new BytesRef(term)));

    [Fact]
    public void A_language_without_a_chain_keeps_its_words()
    {
        Assert.False(LanguageAnalysis.TryGet("sw", out var chain, out var mark));
        Assert.Equal((LanguageChain.Unknown, '\0', 0), (chain, mark, LanguageAnalysis.NumberOf("sw")));
    }

    [Fact]
    public void Sets_of_languages_are_sets()
    {
        var both = LanguageSet.Of(["en", "fr"]);
        var english = LanguageSet.Of(["en"]);
        Assert.True(english.IsSingle && !both.IsSingle);
        Assert.True(both.ContainsAll(english) && !english.ContainsAll(both) && both.Overlaps(english));
        Assert.False(english.Overlaps(LanguageSet.Of(["fr"])));
        Assert.True(english.With(LanguageAnalysis.NumberOf("fr")) == both && both.Contains(LanguageAnalysis.NumberOf("fr")));
    }

    [Theory]
    [InlineData("de", "German")]
    [InlineData("xx", "xx")]
    public void Languages_are_named_in_English(string code, string name) => Assert.Equal(name, LanguageNames.Of(code));
}
