using NewsIndex.Embeddings;

namespace NewsSearch.Tests.Embeddings;

public sealed class QueryVectorsTests
{
    private readonly List<int> encoded = [];
    private int opened;

    [Fact]
    public void A_text_is_encoded_once_and_the_encoder_opened_with_the_first()
    {
        var vectors = Create();
        Assert.Equal(0, opened);
        var first = vectors.Of("storm coast");
        Assert.Same(first, vectors.Of("storm coast"));
        Assert.NotSame(first, vectors.Of("coast storm harbour"));
        Assert.Equal((1, 2), (opened, encoded.Count));
    }

    [Fact]
    public void Of_more_texts_than_the_cache_holds_the_least_recently_used_is_encoded_again()
    {
        var vectors = Create();
        for (var i = 0; i < 1000; i++)
            vectors.Of($"storm {i}");
        vectors.Of("storm 0");
        vectors.Of("another");
        Assert.Equal(1001, encoded.Count);
        vectors.Of("storm 0");
        Assert.Equal(1001, encoded.Count);
        vectors.Of("storm 1");
        Assert.Equal(1002, encoded.Count);
    }

    [Fact]
    public void A_text_that_gives_zeros_has_no_direction() => Assert.Null(Create().Of(""));

    private QueryVectors Create() => new(() =>
    {
        opened++;
        return new PassageEncoder("test", pieces =>
        {
            encoded.Add(pieces.Count);
            return CountingEncoder.Encode(pieces);
        });
    });
}
