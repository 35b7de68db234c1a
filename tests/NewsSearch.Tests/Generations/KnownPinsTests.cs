using NewsIndex.Generations;

namespace NewsSearch.Tests.Generations;

/// <summary>Pins that are looked up often, while other processes change the file.</summary>
public sealed class KnownPinsTests : IDisposable
{
    private static readonly Generation Cited = new(7, 0xabc);
    private static readonly DateTime Written = DateTime.UnixEpoch.AddHours(1);

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(2, 3, "other content of the same length at another time")]
    [InlineData(2, 12, "other content of another length")]
    [InlineData(2, null, "no pin")]
    [InlineData(null, 2, "a pin where there was none")]
    public void A_changed_file_is_seen_at_once(int? before, int? after, string change)
    {
        clock.Advance(TimeSpan.FromDays(1));
        var pins = new KnownPins(folder.Path, clock);
        WriteFile(before, Written);
        Assert.Equal(before, pins.CorrectionsOf(Cited));
        WriteFile(after, Written.AddMilliseconds(10));
        Assert.True(after == pins.CorrectionsOf(Cited), change);
    }

    [Fact]
    public void A_file_that_is_made_or_deleted_is_seen_at_once()
    {
        clock.Advance(TimeSpan.FromDays(1));
        var pins = new KnownPins(folder.Path, clock);
        Assert.Null(pins.CorrectionsOf(Cited));
        WriteFile(2, Written);
        Assert.Equal(2, pins.CorrectionsOf(Cited));
        File.Delete(folder.File(PinFile.FileName));
        Assert.Null(pins.CorrectionsOf(Cited));
    }

    /// <summary>Content that a stamp does not tell apart shows whether the file was parsed.</summary>
    [Theory]
    [InlineData(60, 2, "a settled file is parsed once")]
    [InlineData(1, 3, "a file that may still change under its stamp is parsed each time")]
    public void A_file_is_parsed_once_for_each_stamp_that_identifies_it(int ageInSeconds, int expected, string rule)
    {
        clock.Advance(Written.AddSeconds(ageInSeconds) - DateTime.UnixEpoch);
        var pins = new KnownPins(folder.Path, clock);
        WriteFile(2, Written);
        Assert.Equal(2, pins.CorrectionsOf(Cited));
        WriteFile(3, Written);
        Assert.True(expected == pins.CorrectionsOf(Cited), rule);
    }

    [Fact]
    public void Of_several_pins_of_a_generation_the_first_decides()
    {
        WriteLines([Line(2), Line(3)], Written);
        Assert.Equal(2, new KnownPins(folder.Path, clock).CorrectionsOf(Cited));
        Assert.Null(new KnownPins(folder.Path, clock).CorrectionsOf(new Generation(8, 0xabc)));
    }

    [Fact]
    public void A_file_that_cannot_be_parsed_fails_until_it_is_mended()
    {
        clock.Advance(TimeSpan.FromDays(1));
        var pins = new KnownPins(folder.Path, clock);
        WriteLines(["{\"generation\":\"half"], Written);
        Assert.Throws<IndexUnavailableException>(() => pins.CorrectionsOf(Cited));
        Assert.Throws<IndexUnavailableException>(() => pins.CorrectionsOf(Cited));
        WriteFile(2, Written.AddMinutes(1));
        Assert.Equal(2, pins.CorrectionsOf(Cited));
    }

    private void WriteFile(int? corrections, DateTime written) => WriteLines(corrections is null ? [] : [Line(corrections.Value)], written);

    private void WriteLines(string[] lines, DateTime written)
    {
        File.WriteAllLines(folder.File(PinFile.FileName), lines);
        File.SetLastWriteTimeUtc(folder.File(PinFile.FileName), written);
    }

    private static string Line(int corrections) =>
        $$"""{"generation":"{{Cited}}","pinnedAt":"2026-01-02T03:04:05Z","by":"me","why":"","corrections":{{corrections}}}""";
}
