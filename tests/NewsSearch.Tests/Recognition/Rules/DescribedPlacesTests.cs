using Recognition.Rules;

namespace NewsSearch.Tests.Recognition.Rules;

public sealed class DescribedPlacesTests
{
    [Theory]
    [InlineData("near [Mahala]P .|[Mahala]P is a Moslem village in Bosnia", "near [Mahala]L .|[Mahala]L is a Moslem village in Bosnia")]
    [InlineData("[Guilden Morden]P , a small village near here", "[Guilden Morden]L , a small village near here")]
    [InlineData("the parish of [Steeple Morden]P voted", "the parish of [Steeple Morden]L voted")]
    [InlineData("towns of [Barentsburg]L and [Pyramiden]P lie", "towns of [Barentsburg]L and [Pyramiden]L lie")]
    [InlineData("[Ann Morden]P , a village teacher , spoke", "[Ann Morden]P , a village teacher , spoke")]
    [InlineData("[Morden]P is a tall man in town", "[Morden]P is a tall man in town")]
    [InlineData("the Mayor of [Morden]P voted", "the Mayor of [Morden]P voted")]
    [InlineData("[Morden]O is a village in England", "[Morden]O is a village in England")]
    public void What_a_document_calls_a_place_is_one_throughout(string document, string expected) =>
        Assert.Equal(expected, MarkedNames.After(document, new DescribedPlaces()));
}
