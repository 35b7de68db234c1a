using NewsIndex.Positions;

namespace NewsSearch.Tests.Positions;

public sealed class PositionCodeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4095, 8190)]
    [InlineData(4096, 1)]
    [InlineData(5000, 1809)]
    [InlineData(1 << 30, 2147475457)]
    [InlineData(int.MaxValue, 4294959103)]
    public void Positions_of_both_zones_have_small_codes(int position, uint code)
    {
        Assert.Equal(code, PositionCode.Encode(position));
        Assert.Equal(position, PositionCode.Decode(code));
    }
}
