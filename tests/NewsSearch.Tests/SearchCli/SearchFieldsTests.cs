using System.Collections;
using Google.Protobuf;
using NewsSearch.V1;
using SearchCli.Commands;

namespace NewsSearch.Tests.SearchCli;

public sealed class SearchFieldsTests
{
    private static readonly SearchRequest Search = new()
    {
        Query = "storm",
        Published = new DateRange { From = "1987", To = "1988", Undated = DateRange.Types.Undated.Include },
        Entities =
        {
            new EntityFilter { Name = "Ann Roe", Type = EntityType.Person },
            new EntityFilter { Name = "Oslo", Type = EntityType.Place },
        },
        Sources = { "Herald", "Post" },
        OrderBy = "newest",
        PageSize = 7,
        PageToken = "token",
        DefaultOperator = SearchRequest.Types.DefaultOperator.Or,
        Syntax = SearchRequest.Types.Syntax.Lucene,
        Forgiving = true,
        TimeZone = "Europe/Paris",
        Generation = "3-00000000000000ff",
        Duplicates = Duplicates.Collapse,
        Since = "1-00000000000000ff",
    };

    [Fact]
    public void Copies_the_query_and_all_filters_of_an_export() => Assert.Equal(
        new ExportRequest
        {
            Query = Search.Query,
            Published = Search.Published,
            Entities = { Search.Entities },
            Sources = { Search.Sources },
            OrderBy = Search.OrderBy,
            DefaultOperator = Search.DefaultOperator,
            Syntax = Search.Syntax,
            Forgiving = true,
            TimeZone = Search.TimeZone,
            Generation = Search.Generation,
            Duplicates = Search.Duplicates,
            Since = Search.Since,
        },
        Search.CopyTo(new ExportRequest()));

    [Fact]
    public void Keeps_what_the_other_request_has_of_its_own()
    {
        var request = Search.CopyTo(new AggregateRequest { Timeline = "month", Facets = { "source" }, WithArchive = true });
        Assert.Equal(("month", true), (request.Timeline, request.WithArchive));
        Assert.Equal(["source"], request.Facets);
        Assert.Equal(["Herald", "Post"], request.Sources);
    }

    [Fact]
    public void Leaves_out_a_period_that_was_not_asked_for() =>
        Assert.Null(new SearchRequest { Query = "storm" }.CopyTo(new ConcordanceRequest()).Published);

    /// <summary>A shared field of another type would fail only when it is used.</summary>
    [Fact]
    public void Every_shared_field_can_be_copied_to_every_request()
    {
        AssertCopied(Search.CopyTo(new ExportRequest()));
        AssertCopied(Search.CopyTo(new ConcordanceRequest()));
        AssertCopied(Search.CopyTo(new AggregateRequest()));
        AssertCopied(Search.CopyTo(new ParseQueryRequest()));
    }

    private static void AssertCopied(IMessage request)
    {
        var fields = request.Descriptor.Fields.InDeclarationOrder();
        var shared = fields.Where(field => SearchRequest.Descriptor.FindFieldByName(field.Name) is not null);
        Assert.All(shared, field =>
        {
            var expected = SearchRequest.Descriptor.FindFieldByName(field.Name).Accessor.GetValue(Search);
            var actual = field.Accessor.GetValue(request);
            if (field.IsRepeated)
                Assert.Equal(((IList)expected).Cast<object>(), ((IList)actual).Cast<object>());
            else
                Assert.Equal(expected, actual);
        });
    }
}
