using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition;

public sealed class FirmNamesTests
{
    /// <summary>Words with the tag that the recogniser gave them, P for a person of one word and O for an organisation of one; what comes out, in brackets with its type.</summary>
    [Theory]
    [InlineData("Kidder/P , Peabody/P and Co said", "[Kidder , Peabody and Co]O said")]
    [InlineData("Stifel/P , Nicolaus/P & Co Inc said", "[Stifel , Nicolaus & Co Inc]O said")]
    [InlineData("Bybee/P and Associates said", "[Bybee and Associates]O said")]
    [InlineData("Kidder/P , Peabody/P and Co . Kidder/P said", "[Kidder , Peabody and Co]O . [Kidder]O said")]
    [InlineData("Kidder/P , Peabody/P and Co . Mr Kidder/P said", "[Kidder , Peabody and Co]O . Mr [Kidder]P said")]
    [InlineData("Kidder/P and Peabody/P said", "[Kidder]P and [Peabody]P said")]
    [InlineData("coffee and Co said Kidder/P", "coffee and Co said [Kidder]P")]
    [InlineData("Reagan/P met Dillon/P , Read/P and Co", "[Reagan]P met [Dillon , Read and Co]O")]
    public void Partners_are_one_firm_and_the_first_of_them_is_short_for_it(string tagged, string expected)
    {
        var words = tagged.Split(' ').Select(word => word.Split('/')).ToList();
        using var firms = new FirmNames(new Given([.. words.Select(word => (byte)(word.Length == 1 ? TagScheme.Outside : TagScheme.Unit(word[1] == "P" ? 0 : 1)))]));
        string[] sentence = [.. words.Select(word => word[0])];
        var spans = TagScheme.Decode(firms.Tag([sentence])[0]).ToList();
        Assert.Equal(expected, string.Join(' ', sentence.Select((word, i) =>
            (spans.Exists(span => span.Start == i) ? "[" : "") + word + (spans.FindIndex(span => span.End == i + 1) is >= 0 and var at ? spans[at].Type == 0 ? "]P" : "]O" : ""))));
    }

    private sealed class Given(byte[] tags) : ITagger
    {
        public string Identity => "given";

        public byte[][] Tag(IReadOnlyList<string[]> sentences) => [[.. tags]];

        public void Dispose()
        {
        }
    }
}
