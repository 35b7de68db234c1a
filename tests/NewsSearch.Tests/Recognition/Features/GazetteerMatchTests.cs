using Recognition.Features;

namespace NewsSearch.Tests.Recognition.Features;

public sealed class GazetteerMatchTests
{
    [Fact]
    public void Keeps_the_position_of_every_type_apart()
    {
        var match = default(GazetteerMatch);
        for (var type = 0; type < Gazetteer.Types.Length; type++)
            match.Set(type, type % 4);
        Assert.Equal((1 << Gazetteer.Types.Length) - 1, match.Types);
        Assert.All(Enumerable.Range(0, Gazetteer.Types.Length), type => Assert.Equal(type % 4, match.PositionIn(type)));
    }

    [Fact]
    public void Replaces_the_position_of_a_type()
    {
        var match = default(GazetteerMatch);
        match.Set(2, GazetteerMatch.Unit);
        match.Set(2, GazetteerMatch.Begin);
        Assert.Equal(GazetteerMatch.Begin, match.PositionIn(2));
        Assert.Equal(1 << 2, match.Types);
    }
}
