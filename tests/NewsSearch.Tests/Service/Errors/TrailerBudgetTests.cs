using CsCheck;
using Google.Rpc;
using SearchService.Errors;

namespace NewsSearch.Tests.Service.Errors;

public sealed class TrailerBudgetTests
{
    /// <summary>Texts from what is dearest in trailers to what is cheapest, some far longer than the budget.</summary>
    private static readonly Gen<string> AnyText =
        Gen.Select(Gen.Char["a%漢é\n"], Gen.Int[0, 20_000], (letter, count) => new string(letter, count));

    [Fact]
    public void Every_status_fits() =>
        Gen.Select(AnyText, AnyText, AnyText, Gen.Int[0, 10]).Sample((message, domain, value, violations) =>
        {
            var info = new ErrorInfo { Reason = "REASON", Domain = domain, Metadata = { { "a", value }, { "b", message } } };
            var request = new BadRequest
            {
                FieldViolations =
                {
                    Enumerable.Range(0, violations)
                        .Select(_ => new BadRequest.Types.FieldViolation { Field = value, Description = domain }),
                },
            };
            return TrailerBudget.SizeOf(TrailerBudget.Fit(3, message, [info, request])) <= TrailerBudget.MaxBytes;
        }, iter: 300);

    [Fact]
    public void A_status_that_fits_loses_nothing()
    {
        var info = new ErrorInfo { Reason = "QUERY_SYNTAX", Domain = "newssearch", Metadata = { { "expected", "a word" } } };
        var status = TrailerBudget.Fit(3, "query: a word is missing", [info.Clone()]);
        Assert.Equal((3, "query: a word is missing", info), (status.Code, status.Message, status.Details[0].Unpack<ErrorInfo>()));
    }

    [Fact]
    public void Texts_are_cut_as_little_as_halving_allows()
    {
        var status = TrailerBudget.Fit(3, new string('x', 5_000), [new ErrorInfo { Reason = "R", Domain = new string('y', 5_000) }]);
        Assert.Equal((1_001, 1_001), (status.Message.Length, status.Details[0].Unpack<ErrorInfo>().Domain.Length));
        Assert.EndsWith("…", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_and_reasons_survive_the_cutting()
    {
        var dear = new string('漢', 9_000);
        var details = new ErrorInfo { Reason = "REASON", Metadata = { { "field", dear }, { "expected", dear } } };
        var info = TrailerBudget.Fit(3, dear, [details]).Details[0].Unpack<ErrorInfo>();
        Assert.Equal(("REASON", "expected,field"), (info.Reason, string.Join(',', info.Metadata.Keys.Order())));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("100%", 6)]
    [InlineData("é", 6)]
    [InlineData("漢", 9)]
    [InlineData("\n", 3)]
    public void The_message_counts_as_it_is_percent_encoded(string message, int encoded)
    {
        var status = new Google.Rpc.Status { Message = message };
        Assert.Equal(encoded, TrailerBudget.SizeOf(status) - ((status.CalculateSize() + 2) / 3 * 4));
    }
}
