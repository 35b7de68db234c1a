using CsCheck;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Tagging;

/// <summary>Generates the names of sentences of 40 tokens: without overlap, in order, adjacent or apart.</summary>
internal static class AnyNames
{
    public const int Length = 40;

    public static Gen<List<TagSpan>> Gen { get; } =
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, 3], CsCheck.Gen.Int[1, 4], CsCheck.Gen.Int[0, TagScheme.TypeCount - 1])
            .Array[0, 12].Select(Place);

    private static List<TagSpan> Place((int Gap, int Length, int Type)[] names)
    {
        var spans = new List<TagSpan>();
        var at = 0;
        foreach (var (gap, length, type) in names)
        {
            if (at + gap + length > Length)
                break;
            spans.Add(new TagSpan(at + gap, at + gap + length, type));
            at += gap + length;
        }

        return spans;
    }
}
