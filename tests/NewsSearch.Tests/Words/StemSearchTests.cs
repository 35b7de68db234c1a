using CsCheck;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Results;
using NewsIndex.Words;

namespace NewsSearch.Tests.Words;

/// <summary>Stems that are found in a text are those that the analysis of the whole text has.</summary>
public sealed class StemSearchTests
{
    private static readonly Gen<Article> Articles =
        Gen.Select(Gen.OneOf(EnglishTexts.Words, EnglishTexts.Characters), EnglishTexts.Words.Array[0, 5], (headline, parts) =>
            new Article { Id = "a", Headline = headline, Body = string.Join(' ', parts), Language = "en" });

    [Fact]
    public void Each_stem_of_any_text_is_found_where_the_analysis_has_it() => Articles.Sample(article => AssertFound(article), iter: 1_000);

    [SharedDataFact]
    public void Each_stem_of_real_articles_is_found_where_the_analysis_has_it() =>
        Assert.Contains(EnglishTexts.OfArchives().Where((_, i) => i % 31 == 0).Select(AssertFound), isQuick => isQuick);

    [Theory]
    [InlineData("en", "Storm – “calm”…", true)]
    [InlineData("en", "", true)]
    [InlineData("en", "Straße", false)]
    [InlineData("de", "Sturm", false)]
    public void What_is_not_plain_English_is_left_to_the_analysis(string language, string text, bool isQuick) =>
        Assert.Equal(isQuick,
            StemSearch.Of(new Article { Id = "a", Body = text, Language = language }, ZonedTokenStream.GapBehind) is not null);

    /// <returns>False for an article that is left to the analysis.</returns>
    private static bool AssertFound(Article article)
    {
        if (StemSearch.Of(article, ZonedTokenStream.GapBehind) is not { } search)
            return false;
        var tokens = RemadeTokens.Of(new StoredArticle(article, "", DateTimeOffset.UnixEpoch, 1, "a"), IndexFields.Text);
        var all = Enumerable.Range(0, tokens.Count)
            .Select(i => (Stem: Convert.ToHexString(tokens.TermOf(i)), Position: tokens.PositionOf(i), Range: tokens.RangeOf(i))).ToList();
        var everything = new StemBeginnings();
        foreach (var stem in all.DistinctBy(token => token.Stem))
        {
            var sought = new StemBeginnings();
            sought.Add(Convert.FromHexString(stem.Stem));
            everything.Add(Convert.FromHexString(stem.Stem));
            Assert.Equal(
                all.Where(token => token.Stem == stem.Stem), Found(search, sought).Where(token => token.Stem == stem.Stem));
        }

        Assert.Equal(all, Found(search, everything));
        return true;
    }

    private static List<(string Stem, int Position, TextRange Range)> Found(StemSearch search, StemBeginnings sought)
    {
        var found = new List<(string, int, TextRange)>();
        search.Find(sought, (stem, position, range) => found.Add((Convert.ToHexString(stem), position, range)));
        return found;
    }
}
