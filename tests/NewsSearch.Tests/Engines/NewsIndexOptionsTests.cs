using NewsIndex;
using NewsIndex.Engines;

namespace NewsSearch.Tests.Engines;

/// <summary>What the library says of options that are out of range.</summary>
public sealed class NewsIndexOptionsTests
{
    /// <summary>Options, and the error of each.</summary>
    public static TheoryData<NewsIndexOptions, string> Invalid => new()
    {
        { new NewsIndexOptions { Directory = "" }, "Directory is empty; expected a value" },
        { new NewsIndexOptions { Ranking = { Bm25K1 = -1 } }, "Ranking.Bm25K1 is out of range (-1); expected 0 to 10" },
        { new NewsIndexOptions { Ranking = { Bm25B = 1.5f } }, "Ranking.Bm25B is out of range (1.5); expected 0 to 1" },
        { new NewsIndexOptions { Snapshots = { KnownTotals = -1 } }, "Snapshots.KnownTotals is out of range (-1); expected 0 to 1000000" },
        { new NewsIndexOptions { Storage = { CacheMegabytes = 0 } }, "Storage.CacheMegabytes is out of range (0); expected 1 to 1000000" },
        { new NewsIndexOptions { Intake = { WriteThreads = 257 } }, "Intake.WriteThreads is out of range (257); expected 0 to 256" },
        { new NewsIndexOptions { Limits = new() { Depth = 0 } }, "Limits.Depth is out of range (0); expected 1 to 256" },
        {
            new NewsIndexOptions { Limits = new() { Positions = 5_000_000_000 } },
            "Limits.Positions is out of range (5000000000); expected 1000 to 1000000000"
        },
        {
            new NewsIndexOptions { Storage = { WriteBufferMegabytes = 1 }, Ranking = { PhraseWeight = 11 } },
            "Ranking.PhraseWeight is out of range (11); expected 0 to 10" + Environment.NewLine
                + "Storage.WriteBufferMegabytes is out of range (1); expected 16 to 2000"
        },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_index_is_not_opened_with_options_out_of_range(NewsIndexOptions options, string error)
    {
        Assert.Equal(error, Assert.Throws<ArgumentException>(() => NewsIndexServices.OpenWriter(options, TimeProvider.System)).Message);
        Assert.Equal(error, Assert.Throws<ArgumentException>(() => NewsIndexServices.OpenSearcher(options, TimeProvider.System)).Message);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    public void Zero_threads_stand_for_one_a_core(int threads, int expected) =>
        Assert.Equal(expected == 0 ? Environment.ProcessorCount : expected, new IntakeOptions { WriteThreads = threads }.Threads);
}
