using CsCheck;
using Recognition.Perceptron;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Tagging;

public sealed class TagSchemeTests
{
    [Fact]
    public void Spans_come_back_from_their_tags()
    {
        TagSpan[] spans = [new(0, 1, 0), new(1, 4, 1), new(5, 7, 2), new(7, 8, 2)];
        Assert.Equal(spans, TagScheme.Decode(TagScheme.Encode(9, spans)));
    }

    [Fact]
    public void The_lattice_gives_only_sequences_that_are_allowed_and_none_scores_higher()
    {
        var scores = Gen.Select(Gen.Int[-50, 50].Array[16 * 3], Gen.Int[-20, 20].Array[14 * 13]);
        Check.Sample(scores, (emissions, transitions) =>
        {
            var tags = new byte[3];
            // One each: samples are taken on several threads.
            new TagLattice().Decode(emissions, transitions, tags);
            Assert.True(TagScheme.MayStart(tags[0]) && TagScheme.MayEnd(tags[2]));
            Assert.True(TagScheme.MayFollow(tags[0], tags[1]) && TagScheme.MayFollow(tags[1], tags[2]));
            Assert.Equal(Best(emissions, transitions), Score(emissions, transitions, tags[0], tags[1], tags[2]));
        }, iter: 200);
    }

    private static int Best(int[] emissions, int[] transitions)
    {
        var best = int.MinValue;
        for (var a = 0; a < 13; a++)
        {
            for (var b = 0; b < 13; b++)
            {
                for (var c = 0; c < 13; c++)
                {
                    if (TagScheme.MayStart(a) && TagScheme.MayFollow(a, b) && TagScheme.MayFollow(b, c) && TagScheme.MayEnd(c))
                        best = Math.Max(best, Score(emissions, transitions, a, b, c));
                }
            }
        }

        return best;
    }

    private static int Score(int[] emissions, int[] transitions, int a, int b, int c) =>
        emissions[a] + emissions[16 + b] + emissions[32 + c] + transitions[(13 * 13) + a] + transitions[(a * 13) + b] + transitions[(b * 13) + c];
}
