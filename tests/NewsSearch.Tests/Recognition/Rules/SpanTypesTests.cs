using Recognition.Rules;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Rules;

public sealed class SpanTypesTests
{
    [Fact]
    public void Changes_the_type_of_the_names_that_match_and_of_no_other()
    {
        TagSpan[] names = [new(0, 1, 0), new(1, 4, 0), new(5, 7, TagScheme.Organization), new(7, 8, 0)];
        var tags = TagScheme.Encode(9, names);
        SpanTypes.Change(tags, TagScheme.Place, span => span.Type == TagScheme.Person && span.Start < 7);
        Assert.Equal([new(0, 1, TagScheme.Place), new(1, 4, TagScheme.Place), names[2], names[3]], TagScheme.Decode(tags));
    }
}
