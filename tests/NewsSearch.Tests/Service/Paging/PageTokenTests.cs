using CsCheck;
using Google.Rpc;
using Grpc.Core;
using NewsIndex.Generations;
using NewsIndex.Queries;
using SearchService.Paging;

namespace NewsSearch.Tests.Service.Paging;

public sealed class PageTokenTests
{
    private static readonly QueryPlan Plan = new() { Query = new Query.Word("storm") };

    private static readonly PageCursor Cursor = new(new Generation(7, 0x5be2c19f0a6b7d31), -42, "a/1");

    private static readonly Gen<PageCursor> AnyCursor = Gen.Select(
        Gen.Long, Gen.ULong, Gen.Long, Gen.String[Gen.Char.AlphaNumeric, 1, 512],
        (number, fingerprint, key, id) => new PageCursor(new Generation(number, fingerprint), key, id));

    [Fact]
    public void A_token_reads_as_the_place_that_was_written() =>
        AnyCursor.Sample(cursor => PageToken.Read(TokenField.OfSearch, PageToken.Write(cursor, Plan), Plan) == cursor);

    [Fact]
    public void The_token_of_the_longest_id_is_within_the_length_that_requests_allow() =>
        Assert.InRange(PageToken.Write(Cursor with { Id = new string('漢', 512) }, Plan).Length, 1, 4096);

    [Fact]
    public void A_token_can_stand_in_an_address() =>
        AnyCursor.Sample(cursor => Uri.EscapeDataString(PageToken.Write(cursor, Plan)) == PageToken.Write(cursor, Plan));

    [Fact]
    public void The_last_page_has_no_token_and_no_token_is_the_first_page()
    {
        Assert.Equal("", PageToken.Write(null, Plan));
        Assert.Null(PageToken.Read(TokenField.OfSearch, "", Plan));
        Assert.Null(PageToken.AskedAt(TokenField.OfSearch, ""));
    }

    public static TheoryData<string, QueryPlan> OtherRequests => new()
    {
        { "query", Plan with { Query = new Query.Word("flood") } },
        { "zone", Plan with { Query = new Query.Word("storm", Zone.Headline) } },
        { "order", Plan with { Order = HitOrder.Newest } },
        { "recency", Plan with { Recency = new Recency(TimeSpan.FromDays(1), ManualClock.Start) } },
        { "feedback", Plan with { UsesFeedback = true } },
    };

    [Theory]
    [MemberData(nameof(OtherRequests))]
    public void A_token_of_another_request_is_refused(string difference, QueryPlan other)
    {
        var failure = Assert.Throws<RpcException>(() => PageToken.Read(TokenField.OfExport, PageToken.Write(Cursor, Plan), other));
        Assert.Equal(("PAGE_TOKEN_MISMATCH", "cursor"), (InfoOf(failure).Reason, InfoOf(failure).Metadata["field"]));
        Assert.NotEmpty(difference);
    }

    /// <summary>What the advice calls changeable is a field of the request, and all else is bound.</summary>
    [Theory]
    [InlineData("OfSearch", typeof(V1.SearchRequest))]
    [InlineData("OfExport", typeof(V1.ExportRequest))]
    [InlineData("OfList", typeof(V1.ListCopiesRequest))]
    [InlineData("OfList", typeof(V1.ListCorrectionsRequest))]
    [InlineData("OfList", typeof(V1.FindSimilarArticlesRequest))]
    public void The_advice_of_a_refused_token_speaks_of_fields_that_the_request_has(string kind, Type request)
    {
        var field = (TokenField)typeof(TokenField).GetField(kind)!.GetValue(null)!;
        var fields = ((Google.Protobuf.IMessage)Activator.CreateInstance(request)!).Descriptor.Fields.InDeclarationOrder()
            .Select(each => each.Name).ToList();
        var other = Plan with { UsesFeedback = true };
        var failure = Assert.Throws<RpcException>(() => PageToken.Read(field, PageToken.Write(Cursor, Plan), other));
        var advice = failure.Status.Detail.Split("; only ")[1].Split(" may change")[0];
        Assert.All(
            [field.Name, .. advice.Replace(" and ", ", ", StringComparison.Ordinal).Split(", ")], name => Assert.Contains(name, fields));
    }

    [Fact]
    public void The_page_size_and_the_time_of_asking_may_change_from_page_to_page()
    {
        var token = PageToken.Write(Cursor, Plan with { AskedAt = ManualClock.Start });
        var later = Plan with { PageSize = 99, AskedAt = ManualClock.Start.AddDays(1) };
        Assert.Equal(Cursor, PageToken.Read(TokenField.OfSearch, token, later));
    }

    [Fact]
    public void The_half_life_of_recency_binds_and_its_present_does_not()
    {
        var token = PageToken.Write(Cursor, Plan with { Recency = new Recency(TimeSpan.FromDays(1), ManualClock.Start) });
        Assert.Equal(Cursor, PageToken.Read(
            TokenField.OfSearch, token, Plan with { Recency = new Recency(TimeSpan.FromDays(1), ManualClock.Start.AddHours(1)) }));
        Assert.Throws<RpcException>(() => PageToken.Read(
            TokenField.OfSearch, token, Plan with { Recency = new Recency(TimeSpan.FromDays(2), ManualClock.Start) }));
    }

    [Fact]
    public void A_token_keeps_when_its_first_page_was_asked_for()
    {
        var asked = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
        var token = PageToken.Write(Cursor, Plan with { AskedAt = asked });
        Assert.Equal(asked.ToUniversalTime(), PageToken.AskedAt(TokenField.OfSearch, token));
        Assert.Null(PageToken.AskedAt(TokenField.OfSearch, PageToken.Write(Cursor, Plan)));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%%%")]
    [InlineData("AA")]
    [InlineData("Ag")]
    [InlineData("AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AgAAAAAAAAAA__________8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABh")]
    public void What_is_not_a_token_is_refused(string text)
    {
        var failure = Assert.Throws<RpcException>(() =>
        {
            PageToken.AskedAt(TokenField.OfSearch, text);
            PageToken.Read(TokenField.OfSearch, text, Plan);
        });
        Assert.Equal((StatusCode.InvalidArgument, true),
            (failure.StatusCode, InfoOf(failure).Reason is "BAD_PAGE_TOKEN" or "PAGE_TOKEN_MISMATCH"));
    }

    [Fact]
    public void A_token_that_was_cut_off_before_its_id_is_refused()
    {
        var token = PageToken.Write(Cursor, Plan);
        for (var length = 1; length <= token.Length - 4; length++)
            Assert.Throws<RpcException>(() => PageToken.Read(TokenField.OfSearch, token[..length], Plan));
    }

    [Fact]
    public void A_token_of_another_version_is_refused()
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(PageToken.Write(Cursor, Plan));
        bytes[0]++;
        var failure = Assert.Throws<RpcException>(() =>
            PageToken.Read(TokenField.OfSearch, System.Buffers.Text.Base64Url.EncodeToString(bytes), Plan));
        Assert.Equal("BAD_PAGE_TOKEN", InfoOf(failure).Reason);
    }

    [Fact]
    public void A_token_with_any_bit_changed_is_refused()
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(PageToken.Write(Cursor, Plan));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            var text = System.Buffers.Text.Base64Url.EncodeToString(changed);
            var failure = Assert.Throws<RpcException>(() => PageToken.Read(TokenField.OfSearch, text, Plan));
            Assert.Equal("BAD_PAGE_TOKEN", InfoOf(failure).Reason);
            Assert.Throws<RpcException>(() => PageToken.AskedAt(TokenField.OfSearch, text));
        }
    }

    private static ErrorInfo InfoOf(RpcException failure) => failure.GetRpcStatus()!.GetDetail<ErrorInfo>();
}
