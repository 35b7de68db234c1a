using CsCheck;
using Recognition.Tagging;
using Recognition.Transformer;

namespace NewsSearch.Tests.Recognition.Transformer;

public sealed class NetworkTagsTests
{
    [Fact]
    public void What_the_network_is_sure_of_is_what_is_decoded()
    {
        var spans = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 4], Gen.Int[0, 2]).Array[0, 8].Select(Laid);
        Check.Sample(spans, names =>
        {
            var tags = TagScheme.Encode(40, names);
            Assert.Equal(tags, NetworkTags.Decode(Sure(tags)));
        }, iter: 500);
    }

    [Fact]
    public void The_inside_of_a_name_never_follows_another_type()
    {
        float[] scores = [0, 5, 0, 0, 0, 0, 0, /* then the inside of an organisation, or less likely of a person */ 0, 0, 4, 0, 5, 0, 0];
        Assert.Equal([TagScheme.Begin(TagScheme.Person), TagScheme.Last(TagScheme.Person)], NetworkTags.Decode(scores).Select(tag => (int)tag));
    }

    private static List<TagSpan> Laid((int Gap, int Length, int Type)[] names)
    {
        var laid = new List<TagSpan>();
        var at = 0;
        foreach (var (gap, length, type) in names)
        {
            if (at + gap + length > 40)
                break;
            laid.Add(new TagSpan(at + gap, at + gap + length, type));
            at += gap + length;
        }

        return laid;
    }

    private static float[] Sure(byte[] tags)
    {
        var scores = new float[tags.Length * NetworkTags.Count];
        for (var i = 0; i < tags.Length; i++)
            scores[(i * NetworkTags.Count) + NetworkTags.Of(tags[i])] = 1;
        return scores;
    }
}
