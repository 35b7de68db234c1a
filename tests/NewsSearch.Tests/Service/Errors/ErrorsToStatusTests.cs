using Google.Rpc;
using Grpc.Core;
using NewsIndex.Generations;
using NewsIndex.Queries;
using SearchService.Errors;

namespace NewsSearch.Tests.Service.Errors;

public sealed class ErrorsToStatusTests
{
    private static readonly Generation Old = new(1, 2);
    private static readonly Generation Current = new(3, 4);

    public static TheoryData<string, Exception, StatusCode, string> Failures => new()
    {
        { "index", new IndexUnavailableException("there is no index"), StatusCode.Unavailable, "INDEX_UNAVAILABLE" },
        { "damage", new IOException("a list of the index ends too early; run verify"), StatusCode.Unavailable, "INDEX_UNAVAILABLE" },
        { "expired", new GenerationExpiredException(Old, Current), StatusCode.FailedPrecondition, "GENERATION_EXPIRED" },
        { "unknown", new GenerationUnknownException(Old, Current), StatusCode.FailedPrecondition, "GENERATION_UNKNOWN" },
        { "deadline", new OperationCanceledException(), StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED" },
        {
            "expensive", new QueryTooExpensiveException(QueryError.TooMany("clauses", 1, 2)), StatusCode.InvalidArgument,
            "QUERY_TOO_EXPENSIVE"
        },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Every_known_failure_has_a_status_with_a_reason(string what, Exception failure, StatusCode code, string reason)
    {
        var status = ErrorsToStatus.Of(failure, callerGone: false);
        Assert.NotNull(status);
        Assert.Equal((code, reason, "newssearch"), (status.StatusCode, InfoOf(status).Reason, InfoOf(status).Domain));
        Assert.NotEmpty(what);
    }

    [Fact]
    public void A_failure_that_is_not_known_is_a_bug() =>
        Assert.Null(ErrorsToStatus.Of(new InvalidOperationException(), callerGone: false));

    [Fact]
    public void Whatever_fails_after_the_caller_has_left_is_a_cancelled_call()
    {
        foreach (var failure in new Exception[] { new OperationCanceledException(), new IOException(), new InvalidOperationException() })
            Assert.Equal(StatusCode.Cancelled, ErrorsToStatus.Of(failure, callerGone: true)!.StatusCode);
        Assert.Null(ErrorsToStatus.Of(new ArgumentException("a bug"), callerGone: true));
    }

    [Fact]
    public void A_status_that_was_made_before_stays()
    {
        var status = ErrorsToStatus.OfMissingArticle("1");
        Assert.Same(status, ErrorsToStatus.Of(status, callerGone: false));
    }

    [Fact]
    public void What_may_pass_says_when_to_retry()
    {
        Assert.All(
            [
                ErrorsToStatus.Of(new IndexUnavailableException("no"), false)!,
                ErrorsToStatus.OfTooManySearches("searches", 4, TimeSpan.Zero, TimeSpan.Zero),
            ],
            status => Assert.NotNull(status.GetRpcStatus()!.GetDetail<RetryInfo>()));
        Assert.Null(ErrorsToStatus.OfMissingArticle("1").GetRpcStatus()!.GetDetail<RetryInfo>());
    }

    [Fact]
    public void An_invalid_field_is_named_with_what_was_expected_and_what_to_do()
    {
        var status = ErrorsToStatus.OfField("limit", "is out of range (7)", "1 to 5", advice: "ask again");
        Assert.Equal("limit is out of range (7); expected 1 to 5; ask again", status.Status.Detail);
        Assert.Equal(("limit", "1 to 5"), (InfoOf(status).Metadata["field"], InfoOf(status).Metadata["expected"]));
        var violation = Assert.Single(status.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations);
        Assert.Equal(("limit", status.Status.Detail), (violation.Field, violation.Description));
    }

    [Fact]
    public void A_query_error_has_its_position_and_its_repair()
    {
        var error = new QueryError(QueryErrorCode.Syntax, 4, 2, "a word is missing", "a word", "type one") { Mended = "storm" };
        var info = InfoOf(ErrorsToStatus.OfQuery(error));
        Assert.Equal(("QUERY_SYNTAX", "4", "2", "a word", "type one", "storm"),
            (info.Reason, info.Metadata["offset"], info.Metadata["length"], info.Metadata["expected"], info.Metadata["hint"],
            info.Metadata["mended"]));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void A_repair_is_sent_whole_or_not_at_all(int length, bool sent)
    {
        var error = new QueryError(QueryErrorCode.Syntax, 0, 0, "m", "e", "") { Mended = new string('x', length) };
        Assert.Equal(sent, InfoOf(ErrorsToStatus.OfQuery(error)).Metadata.ContainsKey("mended"));
    }

    [Fact]
    public void A_budget_is_sent_as_numbers()
    {
        var info = InfoOf(ErrorsToStatus.OfQuery(QueryError.TooMany("clauses", 1024, 20_000)));
        Assert.Equal(("1024", "20000"), (info.Metadata["limit"], info.Metadata["actual"]));
        Assert.Equal(("200000", "200001"), (InfoOf(ErrorsToStatus.OfTooManyLines(200_000)).Metadata["limit"],
            InfoOf(ErrorsToStatus.OfTooManyLines(200_000)).Metadata["actual"]));
    }

    [Theory]
    [InlineData(StatusCode.Unimplemented, "UNKNOWN_METHOD")]
    [InlineData(StatusCode.ResourceExhausted, "REQUEST_TOO_LARGE")]
    [InlineData(StatusCode.InvalidArgument, "MALFORMED_REQUEST")]
    [InlineData(StatusCode.Cancelled, "CANCELLED")]
    [InlineData(StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED")]
    [InlineData(StatusCode.Unauthenticated, "INTERNAL")]
    public void Statuses_of_the_framework_get_a_reason(StatusCode code, string reason)
    {
        var status = ErrorsToStatus.OfFramework(code, "a sentence");
        Assert.Equal((code, reason, "a sentence"), (status.StatusCode, InfoOf(status).Reason, status.Status.Detail));
    }

    private static ErrorInfo InfoOf(RpcException status) => status.GetRpcStatus()!.GetDetail<ErrorInfo>();
}
