using Grpc.Core;
using NewsIndex.Repeats;
using SearchService.Calls;

namespace NewsSearch.Tests.Service;

/// <summary>A request that is sent twice at once: what the other call writes while this one checks.</summary>
public sealed class OnceOnlyTests
{
    private static readonly WriteRequest Request = new("", "1", "x");

    [Theory]
    [InlineData("written before", false, true, "first")]
    [InlineData("written meanwhile", true, true, "first")]
    [InlineData("never written", true, true, "refused")]
    [InlineData("never written", false, true, "written")]
    [InlineData("written before", false, false, "written")]
    [InlineData("written before", true, false, "refused")]
    public async Task Answers(string other, bool isRefused, bool hasId, string expected)
    {
        var isWritten = other == "written before";
        try
        {
            Assert.Equal(expected, await OnceOnly.AnswerAsync(hasId ? Request : null, _ => isWritten ? "first" : null, () =>
            {
                isWritten |= other == "written meanwhile";
                return isRefused ? throw new RpcException(new Status(StatusCode.NotFound, "")) : Task.FromResult("written");
            }));
        }
        catch (RpcException refused)
        {
            Assert.Equal(("refused", StatusCode.NotFound), (expected, refused.StatusCode));
        }
    }
}
