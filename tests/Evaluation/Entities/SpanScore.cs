using System.Globalization;
using Recognition.Tagging;

namespace Evaluation.Entities;

/// <summary>How many names were found, whole and of their type.</summary>
internal sealed class SpanScore
{
    private readonly int[] right = new int[TagScheme.TypeCount];
    private readonly int[] found = new int[TagScheme.TypeCount];
    private readonly int[] there = new int[TagScheme.TypeCount];

    public void Count(IReadOnlyCollection<TagSpan> gold, IReadOnlyCollection<TagSpan> tagged)
    {
        foreach (var span in gold)
            there[span.Type]++;
        foreach (var span in tagged)
        {
            found[span.Type]++;
            right[span.Type] += gold.Contains(span) ? 1 : 0;
        }
    }

    public string F1(int type) => Percent(F(right[type], found[type], there[type]));

    public override string ToString()
    {
        var (allRight, allFound, allThere) = (right.Sum(), found.Sum(), there.Sum());
        return $"F1={Percent(F(allRight, allFound, allThere))} P={Percent((double)allRight / allFound)} "
            + $"R={Percent((double)allRight / allThere)} PER={F1(0)} ORG={F1(1)} LOC={F1(2)}";
    }

    private static double F(int right, int found, int there) => found + there == 0 ? 0 : 2.0 * right / (found + there);

    private static string Percent(double share) => (share * 100).ToString("F2", CultureInfo.InvariantCulture);
}
