using Microsoft.AspNetCore.Http;
using SearchService.Execution;

namespace NewsSearch.Tests.Service.Execution;

public sealed class GrpcTimeoutTests
{
    [Theory]
    [InlineData("1H", 3_600_000.0)]
    [InlineData("2M", 120_000.0)]
    [InlineData("10S", 10_000.0)]
    [InlineData("100m", 100.0)]
    [InlineData("1500u", 1.5)]
    [InlineData("3000000n", 3.0)]
    [InlineData("0m", 0.0)]
    [InlineData("", null)]
    [InlineData("m", null)]
    [InlineData("1", null)]
    [InlineData("1s", null)]
    [InlineData("-1m", null)]
    [InlineData(" 1m", null)]
    [InlineData("123456789m", null)]
    public void A_timeout_is_read_as_gRPC_writes_it(string text, double? milliseconds) =>
        Assert.Equal(milliseconds, GrpcTimeout.Of(new HeaderDictionary { ["grpc-timeout"] = text })?.TotalMilliseconds);

    [Fact]
    public void The_longest_that_can_be_written_is_read() =>
        Assert.True(GrpcTimeout.Of(new HeaderDictionary { ["grpc-timeout"] = "99999999H" }) > TimeSpan.FromDays(365));

    [Fact]
    public void A_request_without_one_has_none() => Assert.Null(GrpcTimeout.Of(new HeaderDictionary()));
}
