using System.Numerics;

namespace NewsIndex.Analysis;

/// <summary>A set of languages by their numbers: see <see cref="LanguageAnalysis.NumberOf"/>.</summary>
internal readonly record struct LanguageSet(ulong Bits)
{
    /// <summary>One more than the highest number of a language.</summary>
    public const int Capacity = 64;

    /// <summary>True if there is exactly one language in it.</summary>
    public bool IsSingle => ulong.IsPow2(Bits);

    /// <summary>Numbers of the languages, in ascending order.</summary>
    public IEnumerable<int> Members
    {
        get
        {
            for (var left = Bits; left != 0; left &= left - 1)
                yield return BitOperations.TrailingZeroCount(left);
        }
    }

    public static LanguageSet Of(IEnumerable<string> codes) =>
        codes.Aggregate(default(LanguageSet), (set, code) => set.With(LanguageAnalysis.NumberOf(code)));

    public LanguageSet With(int number) => new(Bits | (1UL << number));

    public bool Contains(int number) => (Bits & (1UL << number)) != 0;

    public bool ContainsAll(LanguageSet other) => (other.Bits & ~Bits) == 0;

    public bool Overlaps(LanguageSet other) => (Bits & other.Bits) != 0;
}
