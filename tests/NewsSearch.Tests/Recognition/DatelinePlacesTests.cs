using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition;

public sealed class DatelinePlacesTests
{
    private const byte Outside = TagScheme.Outside;

    [Theory]
    [InlineData("OAK BROOK , Ill. , March 3 - A firm moved .|Oak Brook is near .", true)]
    [InlineData("OAK BROOK , March 3 ( Reuters ) - A firm moved .|Oak Brook is near .", true)]
    [InlineData("OAK BROOK , who was born on March 3 , spoke .|Oak Brook said so .", false)]
    [InlineData("OAK BROOK met Ann on March 3 - said Ann .|Oak Brook said so .", false)]
    public void What_a_report_is_dated_from_is_a_place_throughout(string document, bool isPlace)
    {
        string[][] sentences = [.. document.Split('|').Select(sentence => sentence.Split(' '))];
        // Two words of a person begin every sentence.
        using var places = new DatelinePlaces(new Given([.. sentences.Select(words => TagScheme.Encode(words.Length, [new TagSpan(0, 2, 0)]))]));
        Assert.All(places.Tag(sentences), tags => Assert.Equal([new TagSpan(0, 2, isPlace ? 2 : 0)], TagScheme.Decode(tags)));
        Assert.Equal(Outside, places.Tag(sentences)[0][2]);
    }

    private sealed class Given(byte[][] tags) : ITagger
    {
        public string Identity => "given";

        public byte[][] Tag(IReadOnlyList<string[]> sentences) => [.. tags.Select(each => each.ToArray())];

        public void Dispose()
        {
        }
    }
}
