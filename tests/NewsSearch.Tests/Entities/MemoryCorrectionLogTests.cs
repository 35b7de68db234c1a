using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

public sealed class MemoryCorrectionLogTests : CorrectionLogContract
{
    protected override Func<ICorrectionLog> Start(TimeProvider clock)
    {
        var log = new MemoryCorrectionLog(clock);
        return () => log;
    }
}
