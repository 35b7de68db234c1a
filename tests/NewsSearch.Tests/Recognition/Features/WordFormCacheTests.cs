using Recognition.Features;

namespace NewsSearch.Tests.Recognition.Features;

public sealed class WordFormCacheTests
{
    [Fact]
    public void Computes_the_form_of_a_word_once()
    {
        var cache = new WordFormCache(WordClusters.Empty, Gazetteer.Empty);
        Assert.Same(cache.Of("Smith"), cache.Of("Smith"));
        Assert.NotSame(cache.Of("Smith"), cache.Of("smith"));
    }

    [Fact]
    public void Forgets_old_words_and_still_gives_equal_forms()
    {
        var cache = new WordFormCache(WordClusters.Empty, Gazetteer.Empty);
        var before = cache.Of("Smith");
        for (var i = 0; i < 40_000; i++)
            cache.Of($"word{i}");
        var after = cache.Of("Smith");
        Assert.NotSame(before, after);
        Assert.Equal(before.Exact, after.Exact);
    }
}
