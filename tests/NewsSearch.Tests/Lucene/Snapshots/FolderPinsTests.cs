using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Lucene.Writing;
using NewsSearch.Tests.Entities;
using NewsSearch.Tests.Generations;

namespace NewsSearch.Tests.Lucene.Snapshots;

public sealed class FolderPinsTests : GenerationPinsContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private int articles;

    private NewsIndexOptions Options => new() { Directory = folder.File("index") };

    public void Dispose() => folder.Dispose();

    protected override IGenerationPins Open(ICorrectionLog corrections, TimeProvider clock) =>
        NewsIndexServices.OpenPins(Options, clock, corrections);

    protected override async Task<Generation> CommitAsync(TimeProvider clock)
    {
        await using var writer = NewsIndexServices.OpenWriter(Options, clock);
        await writer.WriteAsync([new Article { Id = $"{articles++}", Body = "storm" }], CancellationToken.None);
        return await writer.CommitAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Sees_a_pin_or_refuses_it_while_a_writer_decides_what_to_delete()
    {
        var clock = new PinningClock();
        using var store = LuceneArticleStore.Open(Options, clock);
        var pins = NewsIndexServices.OpenPins(Options, TimeProvider.System, new MemoryCorrectionLog(TimeProvider.System));
        var (cited, raced) = (new Generation(1, 1), new Generation(2, 2));
        store.Commit(cited);
        pins.Pin(cited, "reader", "");
        store.Commit(raced);
        clock.Pin = () => pins.Pin(raced, "racer", "");

        store.Commit(new Generation(3, 3));

        Assert.True(clock.WasAsked);
        var refused = await Record.ExceptionAsync(() => clock.Pinned!);
        if (refused is null)
            Assert.Contains(raced, pins.ListGenerations());
        else
            Assert.IsType<GenerationExpiredException>(refused);
        Assert.Equal(refused is null, pins.Read().Any(pin => pin.Generation == raced));
    }

    /// <summary>Lets someone else pin when a writer has read the pins and asks which have expired, as another process might.</summary>
    private sealed class PinningClock : TimeProvider
    {
        private static readonly TimeSpan LongEnoughToPin = TimeSpan.FromSeconds(1);

        public Action? Pin { get; set; }

        public Task? Pinned { get; private set; }

        public bool WasAsked => Pinned is not null;

        public override DateTimeOffset GetUtcNow()
        {
            if (Pin is { } pin && !WasAsked)
            {
                Pinned = Task.Run(pin);
                Task.WaitAny([Pinned], LongEnoughToPin);
            }

            return base.GetUtcNow();
        }
    }
}
