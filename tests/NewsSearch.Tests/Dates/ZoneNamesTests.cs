using CsCheck;
using Indexer.Dates;

namespace NewsSearch.Tests.Dates;

public sealed class ZoneNamesTests
{
    [Theory]
    [InlineData("Z", 0)]
    [InlineData("GMT", 0)]
    [InlineData("utc", 0)]
    [InlineData("CET", 60)]
    [InlineData("MESZ", 120)]
    [InlineData("EST", -300)]
    [InlineData("pdt", -420)]
    [InlineData("ACST", 570)]
    [InlineData("NZDT", 780)]
    [InlineData("+01:00", 60)]
    [InlineData("-0500", -300)]
    [InlineData("+1", 60)]
    [InlineData("+05:45", 345)]
    [InlineData("\u22123", -180)]
    [InlineData("GMT+2", 120)]
    [InlineData("UTC -4", -240)]
    [InlineData(" +02:00 ", 120)]
    [InlineData("+14:00", 840)]
    public void Reads_names_and_numbers(string zone, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), ZoneNames.OffsetOf(zone));

    [Theory]
    [InlineData("IST")]
    [InlineData("ET")]
    [InlineData("XYZ")]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("+15")]
    [InlineData("+0175")]
    [InlineData("+123")]
    [InlineData("0100")]
    [InlineData("+1x")]
    public void Gives_null_for_names_of_several_zones_and_for_what_is_not_an_offset(string zone) =>
        Assert.Null(ZoneNames.OffsetOf(zone));

    [Fact]
    public void Reads_what_it_would_print()
    {
        Gen.Select(Gen.Int[-14, 14], Gen.Int[0, 3].Select(quarters => 15 * quarters)).Sample((hours, minutes) =>
        {
            var sign = hours < 0 ? '-' : '+';
            var offset = new TimeSpan(Math.Abs(hours), minutes, 0) * (hours < 0 ? -1 : 1);
            Assert.Equal(offset, ZoneNames.OffsetOf($"{sign}{Math.Abs(hours):00}:{minutes:00}"));
            Assert.Equal(offset, ZoneNames.OffsetOf($"GMT{sign}{Math.Abs(hours):00}{minutes:00}"));
        });
    }
}
